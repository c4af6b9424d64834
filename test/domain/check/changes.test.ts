import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Changes, changesBetween, MAX_LISTED } from '#domain/check/changes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Contribution, Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import type { Milli } from '#domain/quantity.ts';

const gift = (row: number, changes: Partial<Contribution> = {}): Contribution => ({
  row,
  direction: 'in',
  date: '2025-01-05' as IsoDate,
  amountVnd: vnd(row * 1000),
  documentNo: `PT-${row}`,
  donor: `Người ${row}`,
  donorClass: 'CA_NHAN',
  publishName: false,
  ...changes,
});
const goods = { item: 'Gạo', unitOfMeasure: 'kg', quantityMilli: 5000 as Milli };

async function* portions(entries: readonly Entry[], size = 2): AsyncGenerator<readonly Entry[]> {
  for (let at = 0; at < entries.length; at += size) yield entries.slice(at, at + size);
}
const between = (before: readonly Entry[], after: readonly Entry[], size?: number) =>
  changesBetween(portions(before, size), portions(after, size));

const counts = ({ unchanged, added, removed, changed }: Changes) => ({
  same: unchanged.rows,
  added: [added.rows, added.sumVnd],
  removed: [removed.rows, removed.sumVnd],
  changed: [changed.rows, changed.sumVnd],
});
const NONE = [0, 0];

describe('what changed between a file and its correction', () => {
  const before = [gift(2), gift(3), gift(4), gift(5)];

  it.each([
    ['nothing', before, { same: 4, added: NONE, removed: NONE, changed: NONE }],
    [
      'rows that only moved',
      [
        gift(7, { ...gift(5), row: 7 }),
        gift(8, { ...gift(2), row: 8 }),
        gift(9, { ...gift(3), row: 9 }),
        gift(10, { ...gift(4), row: 10 }),
      ],
      { same: 4, added: NONE, removed: NONE, changed: NONE },
    ],
    ['a row more', [...before, gift(6)], { same: 4, added: [1, 6000], removed: NONE, changed: NONE }],
    ['a row less', before.slice(1), { same: 3, added: NONE, removed: [1, 2000], changed: NONE }],
    [
      'another amount under the same document and day',
      before.map((one) => (one.row === 3 ? gift(3, { amountVnd: vnd(5000), donor: 'Ai đó' }) : one)),
      { same: 3, added: NONE, removed: NONE, changed: [1, 2000] },
    ],
    [
      'another document at the same place',
      before.map((one) => (one.row === 4 ? gift(4, { documentNo: 'PT-40' }) : one)),
      { same: 3, added: NONE, removed: NONE, changed: [1, 0] },
    ],
    [
      'a row that has little in common with the one that stood there',
      before.map((one) => (one.row === 4 ? gift(40, { row: 4, date: '2025-01-09' as IsoDate }) : one)),
      { same: 3, added: [1, 40_000], removed: [1, 4000], changed: NONE },
    ],
    [
      'an amount of nought',
      [...before, gift(6, { amountVnd: vnd(0) })],
      { same: 4, added: [1, 0], removed: NONE, changed: NONE },
    ],
  ])('%s', async (_, after, expected) => {
    expect(counts(await between(before, after))).toEqual(expected);
  });

  it('follows rows that moved down to find one that was changed', async () => {
    const plain = (row: number, of: number, more: Partial<Contribution> = {}) => {
      const { documentNo: _, ...rest } = gift(of, { row, ...more });
      return rest;
    };
    const after = [plain(2, 9), plain(3, 2), plain(4, 3, { amountVnd: vnd(1) }), plain(5, 4)];
    const { added, changed } = await between([plain(2, 2), plain(3, 3), plain(4, 4)], after);
    expect(added.first.map(({ row }) => row)).toEqual([2]);
    expect(changed.first).toEqual([
      {
        before: { row: 3, date: '2025-01-05', amountVnd: 3000 },
        after: { row: 4, date: '2025-01-05', amountVnd: 1 },
        fields: ['amount'],
      },
    ]);
  });

  it.each([
    ['date', { date: '2025-01-06' as IsoDate }],
    ['amount', { amountVnd: vnd(1) }],
    ['document', { documentNo: 'khác' }],
    ['person', { donor: 'Người khác' }],
    ['goods', { goods }],
    ['note', { note: 'ghi thêm' }],
    ['other', { donorClass: 'TAP_THE' as const }],
  ])('names the %s that differs', async (field, change) => {
    const { changed } = await between([gift(2), gift(3), gift(4)], [gift(2), gift(3, change), gift(4)]);
    expect(changed.first.map(({ fields }) => fields)).toEqual([[field]]);
  });

  it('does not look at columns that the contract does not know', async () => {
    const { unchanged } = await between([gift(2)], [gift(2, { extra: { 'Cột riêng': 'x' } })]);
    expect(unchanged).toEqual({ rows: 1, sumVnd: 2000 });
  });

  it('counts money and goods of one row as one row, in whatever portions they come', async () => {
    const { amountVnd: _, ...noMoney } = gift(3);
    const both = [gift(2), gift(3), { ...noMoney, goods }, gift(4)];
    for (const size of [1, 2, 3, 9])
      expect(counts(await between([], both, size))).toMatchObject({ added: [3, 9000] });
  });

  it('names the first rows and counts all', async () => {
    const many = Array.from({ length: MAX_LISTED + 5 }, (_, i) => gift(i + 2));
    const { added } = await between([], many);
    expect([added.first.length, added.rows]).toEqual([MAX_LISTED, MAX_LISTED + 5]);
  });

  it('knows each of several rows alike', async () => {
    const twin = (row: number) => gift(2, { row });
    expect(counts(await between([twin(2), twin(3), twin(4)], [twin(2), twin(3)]))).toMatchObject({
      same: 2,
      removed: [1, 2000],
    });
  });
});

const entry = fc
  .record({ of: fc.integer({ min: 1, max: 6 }), note: fc.constantFrom(undefined, 'a') })
  .map(({ of, note }) => gift(of, note === undefined ? {} : { note }));
const file = fc
  .array(entry, { maxLength: 2000, size: 'medium' })
  .map((all) => all.map((one, i) => ({ ...one, row: i + 2 })));

describe('whatever the files', () => {
  it('loses no row and no đồng', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (before, after) => {
        const { unchanged, added, removed, changed } = await between(before, after, 7);
        const sum = (all: readonly Contribution[]) =>
          all.reduce((total, { amountVnd = 0 }) => total + amountVnd, 0);
        expect(unchanged.rows + removed.rows + changed.rows).toBe(before.length);
        expect(unchanged.rows + added.rows + changed.rows).toBe(after.length);
        expect(added.sumVnd - removed.sumVnd + changed.sumVnd).toBe(sum(after) - sum(before));
      }),
    );
  });

  it('finds nothing changed between a file and the same rows in another order', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer(), async (before, turn) => {
        const at = before.length === 0 ? 0 : Math.abs(turn) % before.length;
        const after = [...before.slice(at), ...before.slice(0, at)].map((one, i) => ({ ...one, row: i + 2 }));
        expect((await between(before, after)).unchanged.rows).toBe(before.length);
      }),
    );
  });
});

it('compares many rows', async () => {
  const rows = 100_000;
  async function* many(): AsyncGenerator<readonly Entry[]> {
    for (let row = 2; row < rows + 2; row += 1) yield [gift(row)];
  }
  expect((await changesBetween(many(), many())).unchanged.rows).toBe(rows);
});
