import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Content } from './response.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export const typeOf = (path: string): string => TYPES[extname(path)] ?? 'application/octet-stream';

/** Vite puts a hash of the content into the names of what it builds, and all of that into this folder. */
const HASHED = /^\/assets\//;

/**
 * The file of the dashboard's build behind an address, as the CDN's router finds it: a last part without an
 * extension is an address for people, answered with index.html. Undefined when there is no such file.
 */
export async function pageFor(buildDir: string, path: string): Promise<Content | undefined> {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const file = last.includes('.') ? path : '/index.html';
  try {
    const bytes = await readFile(join(buildDir, file));
    return {
      type: typeOf(file),
      tag: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
      cache: HASHED.test(file) ? 'immutable' : 'revalidate',
      body: () => [bytes],
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
}
