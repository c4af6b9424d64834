/** Changes of administrative units: in the ledger like everything else, and on every page that they concern. */

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import { NationSchema, objectKey, PointerSchema, UnitIndexSchema } from '#domain/publish/schema.ts';
import type { Declaration } from '#domain/submission.ts';
import { rebuildAll } from '#handlers/rebuild/rebuild.ts';
import { unitsInForce } from '#handlers/units-in-force.ts';
import { declare } from '#test/domain/validate/support.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  instant,
  makePipeline,
  type Pipeline,
  publicBytes,
  recordOf,
  runIngest,
  snapshotHash,
  upload,
} from '#test/support/pipeline.ts';

const HEADING = 'valid_from,former_code,extent,code,name,province_code,legal_act';
const table = (...lines: string[]) => Buffer.from(`${[HEADING, ...lines].join('\n')}\n`);
const ACT = 'Nghị quyết mẫu';
/** Tam Kỳ and Bàn Thạch join on 1/1/2026; Quảng Phú is renamed; Hương Trà is split between the two others. */
const CHANGE = table(
  `2026-01-01,20341,WHOLE,20341,Phường Tam Kỳ Mới,48,${ACT}`,
  `2026-01-01,20335,WHOLE,20341,Phường Tam Kỳ Mới,48,${ACT}`,
  `2026-01-01,20356,KEPT,20356,Phường Quảng Phú Đông,48,${ACT}`,
  `2026-01-01,20350,PARTIAL,20341,Phường Tam Kỳ Mới,48,${ACT}`,
  `2026-01-01,20350,PARTIAL,20356,Phường Quảng Phú Đông,48,${ACT}`,
);
const book = (amount: string) =>
  Buffer.from(`Ngày,Người ủng hộ,Số tiền\n05/09/2025,Công ty Ví Dụ,${amount}\n`);

interface HandedIn {
  readonly bytes: Uint8Array;
  readonly declaration: Declaration;
}

const bookOf = (unit: string, amount: string, receivedAt: string): HandedIn => ({
  bytes: book(amount),
  declaration: declare({
    unit,
    from: '2025-07-01',
    to: '2025-12-31',
    receivedAt,
  }),
});
const change = (bytes: Uint8Array, receivedAt: string): HandedIn => ({
  bytes,
  declaration: { ...declare({ unit: 'TW', receivedAt }), kind: 'units' },
});

const BOOKS = [
  bookOf('20341', '1.000.000', '2026-01-10T02:00:01Z'),
  bookOf('20335', '2.000.000', '2026-01-10T02:00:02Z'),
  bookOf('20356', '4.000.000', '2026-01-10T02:00:03Z'),
  bookOf('20350', '8.000.000', '2026-01-10T02:00:04Z'),
  bookOf('48', '16.000.000', '2026-01-10T02:00:05Z'),
  bookOf('14', '32.000.000', '2026-01-10T02:00:06Z'),
];
const IMPORT = change(CHANGE, '2026-01-11T02:00:00Z');

// Each builds several pipelines up, and every import of units draws all of what is public anew.
describe('a change of administrative units', { timeout: 120_000 }, () => {
  let engines: TestEngines;
  beforeAll(async () => {
    engines = await startTestEngines();
  });
  afterAll(() => engines.stop());

  const hand = async (pipeline: Pipeline, { bytes, declaration }: HandedIn) => {
    const event = await upload(pipeline, bytes, declaration);
    await runIngest(pipeline, event);
    return recordOf(pipeline, event.key);
  };
  const all = async (...files: HandedIn[]): Promise<Pipeline> => {
    const pipeline = await makePipeline(engines);
    for (const file of files) {
      const record = await hand(pipeline, file);
      expect(record?.state, JSON.stringify(record?.findings)).toBe('ACCEPTED');
      await drain(engines, pipeline);
    }
    return pipeline;
  };
  const read = async <T>({ site }: Pipeline, hash: string, schema: v.GenericSchema<unknown, T>): Promise<T> =>
    v.parse(schema, JSON.parse((await site.readText(objectKey(hash))) ?? 'null'));
  const nationOf = async (pipeline: Pipeline) => {
    const pointer = JSON.parse((await pipeline.site.readText('data/latest.json')) ?? 'null');
    return read(pipeline, v.parse(PointerSchema, pointer).root, NationSchema);
  };
  const daNang = async (pipeline: Pipeline) => {
    const { map } = await nationOf(pipeline);
    const child = map.provinces.find(({ unit }) => unit.code === '48');
    return read(pipeline, child?.object ?? '', ProvinceMapSchema);
  };
  const amounts = async (pipeline: Pipeline) => {
    const { own, communes, undetermined } = await daNang(pipeline);
    const millions = (funds: readonly { totals: { closingVnd: number } }[]) =>
      funds.reduce((sum, { totals }) => sum + totals.closingVnd / 1e6, 0);
    return {
      own: millions(own?.funds ?? []),
      communes: Object.fromEntries(communes.map(({ unit, funds }) => [unit.name, millions(funds)])),
      undetermined: Object.fromEntries(
        undetermined.map(({ child, reason, among }) => [
          child.unit.name,
          `${millions(child.funds)} ${reason} ${among.map(({ name }) => name).join('|')}`,
        ]),
      ),
    };
  };

  it('moves money that went whole, leaves money of a split commune with the province, and no entry', async () => {
    const pipeline = await all(...BOOKS);
    expect(await amounts(pipeline)).toEqual({
      own: 16,
      communes: { 'Phường Bàn Thạch': 2, 'Phường Tam Kỳ': 1, 'Phường Hương Trà': 8, 'Phường Quảng Phú': 4 },
      undetermined: {},
    });
    const before = await nationOf(pipeline);

    await hand(pipeline, IMPORT);
    await drain(engines, pipeline);
    expect(await amounts(pipeline)).toEqual({
      own: 16,
      communes: { 'Phường Tam Kỳ Mới': 3, 'Phường Quảng Phú Đông': 4 },
      undetermined: { 'Phường Hương Trà': '8 SPLIT Phường Tam Kỳ Mới|Phường Quảng Phú Đông' },
    });
    const after = await nationOf(pipeline);
    expect(after.map.since).toBe('2026-01-01');
    // The three that ended have money left that nobody handed over: a warning each, and no đồng moved.
    const money = (funds: typeof after.funds) => funds.map(({ totals: { warnings: _, ...sums } }) => sums);
    expect(money(after.funds)).toEqual(money(before.funds));
    expect(after.funds.map(({ totals }) => totals.warnings)).toEqual([3]);
    expect(after.provinces.map(({ funds }) => money(funds))).toEqual(
      before.provinces.map(({ funds }) => money(funds)),
    );
    const { units } = await read(pipeline, after.index, UnitIndexSchema);
    expect(units.find(({ id }) => id === '20341@2025-07-01')?.validTo).toBe('2025-12-31');
    expect(units.find(({ id }) => id === '20356@2025-07-01')).toMatchObject({
      name: 'Phường Quảng Phú Đông',
      formerNames: [{ name: 'Phường Quảng Phú', validTo: '2025-12-31' }],
    });
  });

  it('gives the same bytes whenever it comes, and however often, and when all is derived again', async () => {
    const last = await all(...BOOKS, IMPORT);
    const first = await all(IMPORT, ...BOOKS);
    const hash = await snapshotHash(last.site);
    expect(await snapshotHash(first.site)).toBe(hash);

    expect((await hand(last, IMPORT))?.state).toBe('ACCEPTED');
    await drain(engines, last);
    expect(await snapshotHash(last.site)).toBe(hash);

    const bytes = await publicBytes(first.site);
    await rebuildAll({ ...first, units: unitsInForce(first.table, first.ledger) });
    expect(await snapshotHash(first.site)).toBe(hash);
    for (const [key, text] of await publicBytes(first.site)) expect(bytes.get(key), key).toBe(text);
  });

  it('is replaced by another for the same day, whose books keep their unit though nobody knows it any more', async () => {
    const own = table(`2026-01-01,20341,WHOLE,29999,Phường Nhầm,48,${ACT}`);
    const wrong = change(own, '2026-01-11T02:00:00Z');
    const inWrong = {
      bytes: Buffer.from('Ngày,Người ủng hộ,Số tiền\n05/01/2026,Công ty Ví Dụ,5.000.000\n'),
      declaration: declare({
        unit: '29999',
        from: '2026-01-01',
        to: '2026-01-10',
        receivedAt: '2026-01-12T02:00:00Z',
      }),
    };
    const pipeline = await all(...BOOKS, wrong, inWrong);
    expect((await amounts(pipeline)).communes['Phường Nhầm']).toBe(6);
    await hand(pipeline, change(CHANGE, '2026-01-13T02:00:00Z'));
    await drain(engines, pipeline);
    const { communes, undetermined } = await amounts(pipeline);
    expect(communes).toEqual({ 'Phường Tam Kỳ Mới': 3, 'Phường Quảng Phú Đông': 4 });
    expect(undetermined['Phường Nhầm']).toBe('5 NO_TRACE ');
    const hash = await snapshotHash(pipeline.site);
    await rebuildAll({ ...pipeline, units: unitsInForce(pipeline.table, pipeline.ledger) });
    expect(await snapshotHash(pipeline.site)).toBe(hash);
  });

  it('puts a commune under the other province where a correction says so, and counts no đồng twice', async () => {
    const first = change(table(`2026-01-01,,WHOLE,29999,Phường Mới,48,${ACT}`), '2026-01-11T02:00:00Z');
    const own = {
      bytes: Buffer.from('Ngày,Người ủng hộ,Số tiền\n05/01/2026,Công ty Ví Dụ,5.000.000\n'),
      declaration: declare({
        unit: '29999',
        from: '2026-01-01',
        to: '2026-01-10',
        receivedAt: '2026-01-12T02:00:00Z',
      }),
    };
    const pipeline = await all(...BOOKS, first, own);
    const before = (await nationOf(pipeline)).funds[0]?.totals.donationsVnd;
    const corrected = change(table(`2026-01-01,,WHOLE,29999,Phường Mới,14,${ACT}`), '2026-01-13T02:00:00Z');
    expect((await hand(pipeline, corrected))?.state).toBe('ACCEPTED');
    await drain(engines, pipeline);
    expect((await nationOf(pipeline)).funds[0]?.totals.donationsVnd).toBe(before);
    const hash = await snapshotHash(pipeline.site);
    await rebuildAll({ ...pipeline, units: unitsInForce(pipeline.table, pipeline.ledger) });
    expect(await snapshotHash(pipeline.site)).toBe(hash);
  });

  it('between two deliveries of a file does not enter it twice', async () => {
    const pipeline = await all(BOOKS[0] as HandedIn);
    const file = bookOf('20356', '7.000.000', '2026-01-10T03:00:00Z');
    const event = await upload(pipeline, file.bytes, file.declaration);
    const dying = {
      ...pipeline,
      table: { ...pipeline.table, addToBook: () => Promise.reject(new Error('died')) },
    };
    await expect(runIngest(pipeline, event, dying)).rejects.toThrow('died');
    // The code becomes another unit's, from the first day of the file's period on.
    const late = table(`2025-07-02,20356,WHOLE,20356,Phường Khác,48,${ACT}`);
    expect((await hand(pipeline, change(late, '2026-01-11T02:00:00Z')))?.state).toBe('ACCEPTED');
    await runIngest(pipeline, event);
    await drain(engines, pipeline);
    expect((await recordOf(pipeline, event.key))?.state).toBe('ACCEPTED');
    expect(await pipeline.table.head()).toBe(3);
    expect((await nationOf(pipeline)).funds[0]?.totals.donationsVnd).toBe(8_000_000);
  });

  it('that died after it was entered is in force, whatever came between', async () => {
    const pipeline = await all(BOOKS[0] as HandedIn);
    const merge = change(
      table(
        `2026-01-01,20335,WHOLE,20341,Phường Tam Kỳ,48,${ACT}`,
        `2026-01-01,20341,KEPT,20341,Phường Tam Kỳ,48,${ACT}`,
      ),
      '2026-01-11T02:00:00Z',
    );
    const event = await upload(pipeline, merge.bytes, merge.declaration);
    const dying = {
      ...pipeline,
      table: { ...pipeline.table, addUnits: () => Promise.reject(new Error('died')) },
    };
    await expect(runIngest(pipeline, event, dying)).rejects.toThrow('died');
    const between = change(
      table(
        `2025-12-01,20335,WHOLE,20356,Phường Quảng Phú,48,${ACT}`,
        `2025-12-01,20356,KEPT,20356,Phường Quảng Phú,48,${ACT}`,
      ),
      '2026-01-12T02:00:00Z',
    );
    expect((await hand(pipeline, between))?.state).toBe('ACCEPTED');
    await runIngest(pipeline, event);
    await drain(engines, pipeline);
    expect((await recordOf(pipeline, event.key))?.state).toBe('ACCEPTED');
    const hash = await snapshotHash(pipeline.site);
    await rebuildAll({ ...pipeline, units: unitsInForce(pipeline.table, pipeline.ledger) });
    expect(await snapshotHash(pipeline.site)).toBe(hash);
    const { inForce } = await unitsInForce(pipeline.table, pipeline.ledger)();
    expect(inForce.leftOut).toHaveLength(1);
  });

  it('handed in again holds again, over the correction that came between', async () => {
    const right = table(
      `2026-01-01,20335,WHOLE,20341,Phường Tam Kỳ,48,${ACT}`,
      `2026-01-01,20341,KEPT,20341,Phường Tam Kỳ,48,${ACT}`,
    );
    const wrong = table(
      `2026-01-01,20335,WHOLE,20356,Phường Quảng Phú,48,${ACT}`,
      `2026-01-01,20356,KEPT,20356,Phường Quảng Phú,48,${ACT}`,
    );
    const pipeline = await all(
      ...BOOKS,
      change(right, '2026-01-11T02:00:00Z'),
      change(wrong, '2026-01-12T02:00:00Z'),
    );
    expect((await amounts(pipeline)).communes).toMatchObject({ 'Phường Tam Kỳ': 1, 'Phường Quảng Phú': 6 });
    expect((await hand(pipeline, change(right, '2026-01-13T02:00:00Z')))?.state).toBe('ACCEPTED');
    await drain(engines, pipeline);
    expect((await amounts(pipeline)).communes).toMatchObject({ 'Phường Tam Kỳ': 3, 'Phường Quảng Phú': 4 });
  });

  it('from a clock that is ahead is sent back: it would put off every later one', async () => {
    const pipeline = await all(BOOKS[0] as HandedIn);
    const { bytes, declaration } = change(CHANGE, '2099-01-01T00:00:00Z');
    const event = { ...(await upload(pipeline, bytes, declaration)), at: instant('2026-01-11T02:00:00Z') };
    await runIngest(pipeline, event);
    expect((await recordOf(pipeline, event.key))?.findings.map(({ rule }) => rule)).toEqual([
      'RECEIVED_IN_FUTURE',
    ]);
    expect(await pipeline.table.unitImports()).toEqual([]);
  });

  it.each([
    [
      'a former code that nobody bears',
      `2026-01-01,99999,WHOLE,20341,Phường Tam Kỳ,48,${ACT}`,
      'dòng 2, mã 99999',
    ],
    ['a province that is not there', `2026-01-01,20341,WHOLE,20341,Phường Tam Kỳ,49,${ACT}`, 'dòng 2, mã 49'],
    ['no columns', 'x', 'dòng 2: valid_from'],
    [
      'a day that has not come',
      `2026-01-12,20341,KEPT,20341,Phường Tam Kỳ,48,${ACT}`,
      'ngày hiệu lực 12/01/2026 chưa đến',
    ],
    [
      'a day before the shipped division',
      `2025-03-01,20341,KEPT,20341,Phường An Mỹ,49,${ACT}`,
      'ngày hiệu lực 01/03/2025',
    ],
  ])(
    'that does not follow is sent back with the place, and nothing of the ledger is lost: %s',
    async (_, line, place) => {
      const pipeline = await all(BOOKS[0] as HandedIn);
      const hash = await snapshotHash(pipeline.site);
      const record = await hand(pipeline, change(table(line), instant('2026-01-11T02:00:00Z')));
      await drain(engines, pipeline);
      expect(record?.state).toBe('REJECTED');
      expect(record?.findings.map(({ rule }) => rule)).toEqual(['UNITS_INVALID']);
      expect(String(record?.findings[0]?.params?.fields)).toContain(place);
      expect(await snapshotHash(pipeline.site)).toBe(hash);
      expect(await pipeline.table.head()).toBe(1);
    },
  );
});
