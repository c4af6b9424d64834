import { createHash } from 'node:crypto';
import type { ObjectStore } from '#adapters/ports.ts';
import { typeOf } from './pages.ts';
import type { Content } from './response.ts';

const NAMED_BY_CONTENT = /\/([0-9a-f]{64})\.\w+$/;

/** The public object behind an address under /data/; undefined when there is none. */
export async function dataFor(site: ObjectStore, path: string): Promise<Content | undefined> {
  const key = path.slice(1);
  const name = NAMED_BY_CONTENT.exec(path)?.[1];
  if (name !== undefined) {
    if ((await site.head(key)) === undefined) return undefined;
    return { type: typeOf(key), tag: name, cache: 'immutable', body: () => site.read(key) };
  }
  const text = await site.readText(key);
  if (text === undefined) return undefined;
  const tag = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return { type: typeOf(key), tag, cache: 'revalidate', body: () => [Buffer.from(text)] };
}
