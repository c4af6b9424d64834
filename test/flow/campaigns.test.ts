import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { declare } from '#test/domain/validate/support.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  makePipeline,
  type Pipeline,
  recordOf,
  runIngest,
  snapshotHash,
  upload,
} from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { expectSameWhenRebuilt } from '#test/support/rebuilt.ts';
import { GOOD_FILE } from './bad-inputs.ts';

const list = (code: string) =>
  Buffer.from(
    JSON.stringify({
      campaigns: [
        {
          code,
          name: `Đợt ${code}`,
          fundKind: 'CUU_TRO',
          cause: 'THIEN_TAI',
          from: '2024-01-01',
          levels: ['TINH'],
        },
      ],
    }),
  );

describe('importing campaigns', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  const hand = async (
    bytes: Uint8Array,
    kind: 'campaigns' | 'contributions',
    second: number,
    fund = 'QVNN',
  ) => {
    const declaration = { ...declare({ fund, receivedAt: `2025-01-15T02:00:0${second}.000Z` }), kind };
    const event = await upload(pipeline, bytes, declaration);
    await runIngest(pipeline, event);
    return event.key;
  };

  beforeAll(async () => {
    engines = await startTestEngines();
    pipeline = await makePipeline(engines);
  });
  afterAll(() => engines.stop());

  it('opens books that were refused before, and each of two at once reaches the pages', async () => {
    await hand(GOOD_FILE, 'contributions', 1);
    const refused = await hand(GOOD_FILE, 'contributions', 2, 'LU-2024');
    expect((await recordOf(pipeline, refused))?.findings.map(({ rule }) => rule)).toEqual(['FUND_UNKNOWN']);

    await hand(list('LU-2024'), 'campaigns', 3);
    await hand(list('BAO-2024'), 'campaigns', 4);
    await drain(engines, pipeline);
    const root = /"root":"([0-9a-f]{64})"/.exec(
      (await pipeline.site.readText('data/latest.json')) ?? '',
    )?.[1];
    const nation = await pipeline.site.readText(`data/o/${root}.json`);
    expect(nation).toContain('Đợt LU-2024');
    expect(nation).toContain('Đợt BAO-2024');

    const again = await hand(GOOD_FILE, 'contributions', 5, 'LU-2024');
    expect((await recordOf(pipeline, again))?.state).toBe('ACCEPTED');
    await drain(engines, pipeline);
    expect(
      await pipeline.table.statement({ unitId: '49' as never, fund: 'LU-2024' as FundCode }),
    ).toBeDefined();
  });

  it('changes nothing that the ledger names when an older file is delivered again', async () => {
    const text = 'Ngày,Người ủng hộ,Số tiền,Đợt vận động\n05/03/2024,Công ty Ví Dụ,1.000,MUA-2024\n';
    const declaration = declare({ unit: '20', receivedAt: '2025-01-15T02:00:06.000Z' });
    const event = await upload(pipeline, Buffer.from(text), declaration);
    await runIngest(pipeline, event);
    const seq = (await recordOf(pipeline, event.key))?.seq ?? 0;
    const slot = await pipeline.table.slot(seq);
    if (slot?.type !== 'submission') throw new Error('not entered');
    const kept = async () => [
      await pipeline.ledger.readText(slot.summaryKey),
      await pipeline.ledger.readText(slot.entriesKey),
    ];
    const before = await kept();

    // The campaign that its row names is known by now, so its public row would read differently.
    await hand(list('MUA-2024'), 'campaigns', 7);
    await runIngest(pipeline, event);
    expect(await kept()).toEqual(before);
    expect(await pipeline.table.slot(seq)).toEqual(slot);
    expect(await pipeline.table.head()).toBe(seq + 1);
  });

  it('has every book of it looked at again: what it owes goes by the days that its campaign says now', async () => {
    const dutiesOf = async () => {
      const published = new Published(pipeline.site);
      return (await published.statement('LU-2024', '49')).duties.filter(
        ({ code }) => code === 'CONG_KHAI_THU',
      );
    };
    const before = await snapshotHash(pipeline.site);
    expect((await dutiesOf()).map(({ due }) => due)).not.toContain('2024-07-15');
    const [{ ...campaign }] = JSON.parse(list('LU-2024').toString('utf8')).campaigns;
    const bytes = Buffer.from(JSON.stringify({ campaigns: [{ ...campaign, receiptTo: '2024-06-30' }] }));
    await hand(bytes, 'campaigns', 8);
    await drain(engines, pipeline);
    expect((await dutiesOf()).map(({ due }) => due)).toEqual(['2024-07-15']);
    expect(await snapshotHash(pipeline.site)).not.toBe(before);
    await expectSameWhenRebuilt(pipeline);
  });
});
