import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { unitsInForce } from '#handlers/units-in-force.ts';
import { renewOutdated } from '#infra/local/renew.ts';
import type { Stores } from '#infra/local/stores.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { drain, makePipeline, type Pipeline, runIngest, upload } from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

describe('what an earlier release made public', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let stores: Stores;
  const pointer = () => pipeline.site.readText(POINTER_KEY);

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    for (const { bytes, declaration } of sampleFiles().slice(0, 4))
      await runIngest(pipeline, await upload(pipeline, bytes, declaration));
    await drain(engines, pipeline);
    stores = { ...pipeline, inboxBucket: '', units: unitsInForce(pipeline.table, pipeline.ledger) };
  });
  afterAll(() => engines.stop());

  it('is left as it is when it is of this release, or when there is nothing', async () => {
    const before = await pointer();
    expect(await renewOutdated(stores)).toBe(false);
    expect(await pointer()).toBe(before);
    const empty = { ...stores, site: { ...pipeline.site, readText: async () => undefined } };
    expect(await renewOutdated(empty)).toBe(false);
  });

  it('is derived again from the ledger when it is of an earlier one', async () => {
    const before = await pointer();
    const root = '0'.repeat(64);
    const older = JSON.stringify({ version: 1, root, position: 3, asOf: '2024-01-01' });
    await pipeline.site.writeText(POINTER_KEY, older, { contentType: 'application/json', cache: 'pointer' });
    expect(await renewOutdated(stores)).toBe(true);
    expect(await pointer()).toBe(before);
  });
});
