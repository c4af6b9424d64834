import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** The object store stands behind this path, so that a page of the same origin can hand in files without CORS. */
export const STORE_PATH = '/luu-tru/';

/**
 * The requests that handing a file in is made of, each by its method and the names in its query: the file in one
 * piece; or the beginning of one in parts, a part, the end, and giving up.
 */
const REQUESTS: ReadonlySet<string> = new Set([
  'PUT',
  'POST uploads',
  'PUT partNumber uploadId',
  'POST uploadId',
  'DELETE uploadId',
]);
/** The SDK says with it which call a request is; the store does not look at it. */
const SDK_NOTE = 'x-id';
/** Would have the store read another object instead of the request. */
const COPY_SOURCE = 'x-amz-copy-source';

function isHandingIn({ method, headers }: IncomingMessage, query: URLSearchParams): boolean {
  const names = [...query.keys()].filter((name) => name !== SDK_NOTE).sort();
  return headers[COPY_SOURCE] === undefined && REQUESTS.has([method, ...names].join(' '));
}

/**
 * Hands a file on its way to one prefix of one bucket on to the object store, streaming both ways. Nothing can be
 * read through here, nor taken away: what was handed in is private, and evidence.
 */
export async function forwardUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { s3Endpoint, bucket, prefix, path }: { s3Endpoint: string; bucket: string; prefix: string; path: string },
): Promise<void> {
  const { searchParams, search } = new URL(request.url ?? '', s3Endpoint);
  const allowed = path.startsWith(`${STORE_PATH}${bucket}/${prefix}`) && isHandingIn(request, searchParams);
  if (!allowed || !sameOrigin(request)) {
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Không được phép.\n');
    return;
  }
  // From the path that was judged, not from the one that was sent: two spellings may mean two places.
  const key = path.slice(STORE_PATH.length).split('/').map(encodeURIComponent).join('/');
  const target = new URL(`/${key}${search}`, s3Endpoint);
  const headers = { ...request.headers, host: target.host };
  await new Promise<void>((resolve, reject) => {
    const forwarded = send(target, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      pipeline(answer, response).then(resolve, reject);
    });
    forwarded.on('error', reject);
    request.pipe(forwarded);
  });
}

/** A page of another site may not write here through a reader's browser. */
const sameOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || headers.origin === `http://${headers.host}`;
