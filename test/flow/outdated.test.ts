/** A release that writes another form of snapshot than the one before it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  makePipeline,
  type Pipeline,
  runIngest,
  runPublish,
  runReconcile,
  upload,
} from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

const PRIVATE = { contentType: 'application/json', cache: 'private' } as const;

describe('over what an earlier release made public', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    for (const { bytes, declaration } of sampleFiles().slice(0, 6))
      await runIngest(pipeline, await upload(pipeline, bytes, declaration));
    await drain(engines, pipeline);
  });
  afterAll(() => engines.stop());

  it('nothing is published until every book has an account of this one, then everything is', async () => {
    const present = await pipeline.site.readText(POINTER_KEY);
    const older = JSON.stringify({ version: 1, root: '0'.repeat(64), position: 3, asOf: '2024-01-01' });
    await pipeline.site.writeText(POINTER_KEY, older, { contentType: 'application/json', cache: 'pointer' });
    const books = [];
    for await (const pointer of pipeline.table.statements()) {
      const account = (await pipeline.ledger.readText(pointer.key)) ?? '';
      await pipeline.ledger.writeText(pointer.key, account.replaceAll('"version":2', '"version":1'), PRIVATE);
      books.push({ unitId: pointer.unitId, fund: pointer.fund });
    }
    expect(books.length).toBeGreaterThan(1);

    for (const [i, book] of books.entries()) {
      expect(await runPublish(pipeline, { book })).toEqual({ waiting: books.length - i });
      expect(await pipeline.site.readText(POINTER_KEY)).toBe(older);
      await runReconcile(pipeline, { book });
    }
    await runPublish(pipeline, {});
    expect(await pipeline.site.readText(POINTER_KEY)).toBe(present);
  });
});
