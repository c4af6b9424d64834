import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** What is to be sent, wherever it comes from. */
export interface Content {
  readonly type: string;
  /** Names these very bytes. */
  readonly tag: string;
  readonly cache: 'immutable' | 'revalidate';
  readonly body: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const CACHE_CONTROL = { immutable: 'public, max-age=31536000, immutable', revalidate: 'no-cache' } as const;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/;
/** Beyond this brotli takes longer to make than the bytes take to travel on one machine. */
const BROTLI_QUALITY = 4;

/** Answers with the content, compressed as the reader likes, or with 304 when the reader has these bytes. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
  status = 200,
): Promise<void> {
  // A proxy or a browser may have marked the tag as weak (W/) after compressing; the bytes are the same.
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const tag = `"${content.tag}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', CACHE_CONTROL[content.cache]);
  response.setHeader('Content-Type', content.type);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && known?.includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  const encoder = COMPRESSIBLE.test(content.type) ? chooseEncoder(request) : undefined;
  if (encoder) response.setHeader('Content-Encoding', encoder.name);
  response.writeHead(status);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const body = Readable.from(content.body());
  await (encoder ? pipeline(body, encoder.make(), response) : pipeline(body, response));
}

function chooseEncoder(request: IncomingMessage) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    return { name: 'br', make: () => createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(accepted) ? { name: 'gzip', make: () => createGzip() } : undefined;
}
