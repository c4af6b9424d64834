/**
 * Reads the published objects. Immutable ones are checked against the digest in their name and against the
 * contract, then kept; the pointer is asked for again now and then and never goes back.
 */

import * as v from 'valibot';
import { SNAPSHOT_VERSION } from '#domain/publish/node-parts.ts';
import type { Pointer } from '#domain/publish/schema.ts';
import { objectKey, POINTER_KEY, PointerSchema } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { LoadFailure } from './failure.ts';

export interface World {
  /** `fetch` of the browser, or one that serves from memory. */
  readonly fetch: (path: string, options: { readonly cache: 'default' | 'no-cache' }) => Promise<Response>;
  readonly nowMs: () => number;
  /** SHA-256 in hexadecimal; absent where the browser offers none (plain http outside localhost). */
  readonly sha256?: (bytes: ArrayBuffer) => Promise<string>;
}

type Schema<T> = v.GenericSchema<unknown, T>;

export interface Objects {
  pointer(): Promise<Pointer>;
  /** Forgets how fresh the pointer is: the next call asks the site. */
  expirePointer(): void;
  object<T>(hash: Sha256, schema: Schema<T>): Promise<T>;
}

/** How long a pointer is believed without asking again. */
export const POINTER_FRESH_MS = 30_000;
/** Objects kept in memory; the browser's own cache holds the rest. */
const MAX_KEPT = 300;

export function objectsOf(world: World): Objects {
  const kept = new Map<Sha256, Promise<unknown>>();
  let current: { readonly pointer: Pointer; readonly askedAtMs: number } | undefined;

  async function pointer(): Promise<Pointer> {
    const askedAtMs = world.nowMs();
    if (current !== undefined && askedAtMs - current.askedAtMs < POINTER_FRESH_MS) return current.pointer;
    const bytes = await read(world, POINTER_KEY, 'no-cache');
    const answer = conform(PointerSchema, bytes, POINTER_KEY);
    // An answer from a slower server or an older cache may arrive last: the ledger only grows.
    if (current === undefined || answer.position >= current.pointer.position)
      current = { pointer: answer, askedAtMs };
    return current.pointer;
  }

  async function load<T>(hash: Sha256, schema: Schema<T>): Promise<T> {
    const key = objectKey(hash);
    const bytes = await read(world, key, 'default');
    if (world.sha256 !== undefined && (await world.sha256(bytes)) !== hash)
      throw new LoadFailure({ kind: 'tampered', key });
    return conform(schema, bytes, key);
  }

  function object<T>(hash: Sha256, schema: Schema<T>): Promise<T> {
    const known = kept.get(hash) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const loading = load(hash, schema);
    kept.set(hash, loading);
    loading.catch(() => kept.delete(hash));
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    return loading;
  }

  return {
    pointer,
    object,
    expirePointer: () => {
      if (current !== undefined) current = { ...current, askedAtMs: Number.NEGATIVE_INFINITY };
    },
  };
}

async function read(world: World, key: string, cache: 'default' | 'no-cache'): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await world.fetch(`/${key}`, { cache });
    if (response.ok && isJson(response)) return await response.arrayBuffer();
  } catch {
    throw new LoadFailure({ kind: 'offline' });
  }
  // A host that answers unknown paths with the site's own page has no such object either.
  if (response.ok || response.status === 404 || response.status === 403) {
    throw new LoadFailure(key === POINTER_KEY ? { kind: 'empty' } : { kind: 'missing', what: key });
  }
  throw new LoadFailure({ kind: 'server', status: response.status });
}

const isJson = (response: Response): boolean =>
  !(response.headers.get('content-type') ?? '').startsWith('text/html');

function conform<T>(schema: Schema<T>, bytes: ArrayBuffer, key: string): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new LoadFailure({ kind: 'malformed', key, where: 'JSON' });
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  if (versionOf(json) > SNAPSHOT_VERSION) throw new LoadFailure({ kind: 'outdated' });
  throw new LoadFailure({ kind: 'malformed', key, where: v.getDotPath(parsed.issues[0]) ?? '' });
}

const versionOf = (json: unknown): number => {
  const { version } = v.is(v.object({ version: v.number() }), json) ? json : { version: 0 };
  return version;
};
