import { createHash } from 'node:crypto';
import type { World } from '#dashboard/src/data/objects.ts';
import type { Site } from './snapshot.ts';

/** A world whose network is a map: what was asked for is written down, and it can fail on demand. */
export interface MemoryWorld extends World {
  nowMs: () => number;
  site: Site;
  fail: 'offline' | number | undefined;
  readonly asked: string[];
}

export function memoryWorld(site: Site): MemoryWorld {
  const world: MemoryWorld = {
    site,
    fail: undefined,
    asked: [],
    nowMs: () => 0,
    sha256: async (bytes) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
    fetch: async (path) => {
      const key = path.slice(1);
      world.asked.push(key);
      if (world.fail === 'offline') throw new TypeError('Failed to fetch');
      if (world.fail !== undefined) return new Response(null, { status: world.fail });
      const text = world.site.get(key);
      return text === undefined
        ? new Response(null, { status: 404 })
        : new Response(text, { headers: { 'content-type': 'application/json' } });
    },
  };
  return world;
}
