import { expect } from 'vitest';
import { rebuildAll } from '#handlers/rebuild/rebuild.ts';
import { unitsInForce } from '#handlers/units-in-force.ts';
import { type Pipeline, publicBytes } from './pipeline.ts';

/** Everything right of the ledger is dropped and derived again: what a reader can reach is the same, byte for byte. */
export async function expectSameWhenRebuilt(pipeline: Pipeline): Promise<void> {
  const before = await publicBytes(pipeline.site);
  await pipeline.site.remove([...before.keys()]);
  await rebuildAll({ ...pipeline, units: unitsInForce(pipeline.table, pipeline.ledger) });
  const after = await publicBytes(pipeline.site);
  expect(after.get('data/latest.json')).toBe(before.get('data/latest.json'));
  for (const [key, text] of after) expect(before.get(key), key).toBe(text);
}
