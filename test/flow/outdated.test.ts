/** A release that writes another form of snapshot than the one before it. */
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SNAPSHOT_VERSION } from '#domain/publish/node-parts.ts';
import { POINTER_KEY } from '#domain/publish/schema.ts';
import { AccountSchema } from '#domain/reconcile/account.ts';
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
const FORMER = SNAPSHOT_VERSION - 1;

/** An account as the release before wrote it: of its version, and without what this one added. */
function formerAccount(text: string): string {
  const { report: _, part: _p, ...account } = JSON.parse(text) as Record<string, unknown>;
  const former = JSON.stringify(account).replaceAll(`"version":${SNAPSHOT_VERSION}`, `"version":${FORMER}`);
  expect(former).not.toBe(JSON.stringify(account));
  return former;
}

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
    const older = JSON.stringify({ version: FORMER, root: '0'.repeat(64), position: 3, asOf: '2024-01-01' });
    await pipeline.site.writeText(POINTER_KEY, older, { contentType: 'application/json', cache: 'pointer' });
    const books = [];
    for await (const pointer of pipeline.table.statements()) {
      const account = (await pipeline.ledger.readText(pointer.key)) ?? '';
      expect(v.is(AccountSchema, JSON.parse(account))).toBe(true);
      await pipeline.ledger.writeText(pointer.key, formerAccount(account), PRIVATE);
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
