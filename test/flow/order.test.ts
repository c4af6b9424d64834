/** Promise 3 and 5: events twice, in any order, and everything derived again: the same public bytes. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, TABLE_KINDS } from '#domain/codes.ts';
import { csvKey, objectKey } from '#domain/publish/schema.ts';
import type { Upload } from '#handlers/ingest/event.ts';
import { rebuildAll } from '#handlers/rebuild/rebuild.ts';
import { unitsInForce } from '#handlers/units-in-force.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  makePipeline,
  type Pipeline,
  publicBytes,
  runIngest,
  runPublish,
  runReconcile,
  upload,
} from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

/**
 * Books of each level and of several provinces, with files of every kind, replaced and additional ones: what can meet
 * in another order. More books of the same sort would only take longer.
 */
const UNITS = ['TW', '66', '22081', '49', '20335', '20341', '20344', '26110', '26113', '20293'];
const files = sampleFiles().filter(({ book }) => UNITS.includes(book.unit));
const POINTER = 'data/latest.json';

describe('the public bytes', () => {
  let engines: TestEngines;
  let calm: Pipeline;
  let pointer: string | undefined;

  const uploadAll = async (pipeline: Pipeline): Promise<Upload[]> => {
    const events: Upload[] = [];
    for (const { bytes, declaration } of files) events.push(await upload(pipeline, bytes, declaration));
    return events;
  };

  beforeAll(async () => {
    // The table that `npm start` uses: it gives the members of maps back in an order of its own.
    engines = await startTestEngines();
    calm = await makePipeline(engines);
    for (const event of await uploadAll(calm)) {
      await runIngest(calm, event);
      await drain(engines, calm);
    }
    pointer = await calm.site.readText(POINTER);
  });
  afterAll(() => engines.stop());

  it('do not depend on the order of events, nor on how often each comes', async () => {
    const shuffled = fc.shuffledSubarray(
      files.flatMap((_, index) => [index, index]),
      { minLength: 2 * files.length, maxLength: 2 * files.length },
    );
    await fc.assert(
      fc.asyncProperty(shuffled, fc.infiniteStream(fc.boolean()), async (order, drainNow) => {
        const pipeline = await makePipeline(engines);
        const events = await uploadAll(pipeline);
        for (const index of order) {
          const event = events[index];
          if (event) await runIngest(pipeline, event);
          if (drainNow.next().value) await drain(engines, pipeline);
        }
        await drain(engines, pipeline);
        expect(await pipeline.site.readText(POINTER)).toBe(pointer);
      }),
      { numRuns: 4, seed: 20241121 },
    );
  }, 300_000);

  it('are of files of every kind', () => {
    expect([...new Set(files.map(({ book }) => book.kind))].sort()).toEqual(codesOf(TABLE_KINDS).toSorted());
    expect(files.filter(({ book }) => book.expect.state === 'SUPERSEDED').length).toBeGreaterThan(0);
  });

  it('do not change when every message between the functions comes again', async () => {
    for await (const { unitId, fund } of calm.table.statements()) {
      await runReconcile(calm, { book: { unitId, fund } });
      await runPublish(calm, { book: { unitId, fund } });
    }
    await runPublish(calm, {});
    expect(await calm.site.readText(POINTER)).toBe(pointer);
  });

  it('are the same when everything right of the ledger is dropped and derived again', async () => {
    const before = await reachable(calm);
    const keys: string[] = [];
    for await (const key of calm.site.keys('')) keys.push(key);
    await calm.site.remove(keys);
    const rebuilt = await rebuildAll({ ...calm, units: unitsInForce(calm.table, calm.ledger) });
    expect(rebuilt.slots).toBe(await calm.table.head());
    expect(Object.fromEntries(await publicBytes(calm.site))).toEqual(Object.fromEntries(before));
  });

  it('are named by their hash, and the pointer leads to every one that a rebuild writes', async () => {
    const { hashText } = await import('#adapters/sha256.ts');
    const bytes = await publicBytes(calm.site);
    for (const [key, text] of bytes) {
      if (key !== POINTER) expect(namesOf(hashText(text))).toContain(key);
    }
    expect([...(await reachable(calm)).keys()].sort()).toEqual([...bytes.keys()].sort());
  });
});

/** An object is JSON, or a table. */
const namesOf = (hash: string): string[] => [objectKey(hash), csvKey(hash)];

/** What the pointer leads to, by following every name in every object. */
async function reachable({ site }: Pipeline): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const visit = async (key: string): Promise<void> => {
    if (found.has(key)) return;
    const text = await site.readText(key);
    if (text === undefined) return;
    found.set(key, text);
    for (const [hash] of text.matchAll(/\b[0-9a-f]{64}\b/g))
      for (const name of namesOf(hash)) await visit(name);
  };
  await visit(POINTER);
  return found;
}
