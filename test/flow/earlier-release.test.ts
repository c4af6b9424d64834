/** What an earlier release left in the ledger: it stays as it is, and its books are as if the files came today. */
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Summary, SummarySchema } from '#domain/validate/summary.ts';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  makePipeline,
  type Pipeline,
  publicBytes,
  runIngest,
  runPublish,
  runReconcile,
  upload,
} from '#test/support/pipeline.ts';
import { sampleFiles } from '#test/support/sample-books.ts';

/** What the summaries of the first release held. */
const FORMER = ['days', 'bySource', 'byPurpose', 'byCommune', 'goods', 'handovers', 'pages'] as const;

describe.each([
  ['without months', FORMER],
  ['with months, without campaigns', [...FORMER, 'months']],
])('summaries of an earlier release, %s', (_what, kept) => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let before: Map<string, string>;
  const keys: string[] = [];

  const summary = async (key: string): Promise<Record<string, unknown>> =>
    JSON.parse((await pipeline.ledger.readText(key)) ?? 'null') as Record<string, unknown>;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    const counter = new Counter(engines, pipeline);
    for (const { bytes, declaration } of sampleFiles().slice(0, 6))
      await runIngest(pipeline, await upload(pipeline, bytes, declaration));
    const sent = { purpose: 'CHUYEN_CAP_DUOI', commune: '', to_unit: '20335', round: 'Đợt 1' };
    await counter.enter(csv([given({ channel: 'TIEN_MAT', earmark: '20335', campaign: 'TET-2024' })]), {
      ...{ unit: '49', kind: 'contributions', from: '2024-03-01', to: '2024-03-31' },
    });
    await counter.enter(csv([spent(sent), spent({ document_no: 'PC-2', late: 'có', households: '2' })]), {
      ...{ unit: '49', kind: 'disbursements', from: '2024-03-01', to: '2024-03-31' },
    });
    await counter.publish();
    before = await publicBytes(pipeline.site);
    for await (const slot of pipeline.table.slotsAfter(0))
      if (slot.type === 'submission') keys.push(slot.summaryKey);
  });
  afterAll(() => engines.stop());

  it('are summed anew from the entries, and give the same public bytes', async () => {
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) {
      const present = await summary(key);
      const former = Object.fromEntries(kept.map((name) => [name, present[name]]));
      expect(Object.keys(present).length).toBeGreaterThan(FORMER.length);
      expect(v.parse(SummarySchema, former).campaigns).toBeUndefined();
      await pipeline.ledger.writeText(key, JSON.stringify(former), {
        contentType: 'application/json',
        cache: 'private',
      });
    }
    // Were they taken as they are, there would be no transfers, and no drive or even no month in any report.
    const bare: Summary = v.parse(SummarySchema, await summary(keys.at(-1) ?? ''));
    expect(bare).toMatchObject({ transfers: [], earmarked: [] });

    const books = [];
    for await (const { unitId, fund } of pipeline.table.statements()) books.push({ unitId, fund });
    for (const book of books) await runReconcile(pipeline, { book });
    await pipeline.site.remove([...before.keys()]);
    for (const book of books) await runPublish(pipeline, { book });
    const after = await publicBytes(pipeline.site);
    expect(after.get('data/latest.json')).toBe(before.get('data/latest.json'));
    for (const [key, text] of before) if (after.has(key)) expect(after.get(key)).toBe(text);
    expect([...after.values()].join('')).toContain('"round":"Đợt 1"');
    expect([...after.values()].join('')).toContain('"drives":[{"campaign":"TET-2024"');
  });

  it('stay in the ledger as they are', async () => {
    for (const key of keys) expect(Object.keys(await summary(key)).sort()).toEqual([...kept].sort());
  });
});
