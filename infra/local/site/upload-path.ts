import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** The object store stands behind this path, so that a page of the same origin can hand in files without CORS. */
export const STORE_PATH = '/luu-tru/';

const METHODS = new Set(['PUT', 'POST', 'DELETE']);

/**
 * Hands a write under one prefix of one bucket on to the object store, streaming both ways. Nothing can be
 * read through here: what was handed in is private.
 */
export async function forwardUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { s3Endpoint, bucket, prefix, path }: { s3Endpoint: string; bucket: string; prefix: string; path: string },
): Promise<void> {
  const allowed = METHODS.has(request.method ?? '') && path.startsWith(`${STORE_PATH}${bucket}/${prefix}`);
  if (!allowed || !sameOrigin(request)) {
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Không được phép.\n');
    return;
  }
  const target = new URL((request.url ?? '').slice(STORE_PATH.length - 1), s3Endpoint);
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
