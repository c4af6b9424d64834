import { expect, test } from 'vitest';
import { combineMonths } from '#dashboard/src/lib/months.ts';
import { vnd } from '#domain/money.ts';
import type { Statement } from '#domain/publish/schema.ts';

const book = (openingVnd: number, ...months: readonly [string, number, number][]) => {
  let balance = openingVnd;
  return {
    totals: { openingVnd: vnd(openingVnd) },
    months: months.map(([month, inVnd, outVnd]) => {
      balance += inVnd - outVnd;
      return { month, inVnd: vnd(inVnd), outVnd: vnd(outVnd), closingVnd: vnd(balance) };
    }),
  } as unknown as Pick<Statement, 'months' | 'totals'>;
};

test('one book is its own series', () => {
  const one = book(10, ['2025-05', 5, 2], ['2025-07', 0, 3]);
  expect(combineMonths([one])).toEqual(one.months);
});

test('several books: months meet, the balance runs on and ends at the sum of what they have left', () => {
  const former = book(100, ['2025-05', 5, 2], ['2025-06', 0, 103]);
  const present = book(0, ['2025-07', 103, 0], ['2025-08', 7, 1]);
  const other = book(20, ['2025-06', 1, 0], ['2025-08', 0, 4]);
  expect(combineMonths([present, former, other])).toEqual([
    { month: '2025-05', inVnd: 5, outVnd: 2, closingVnd: 123 },
    { month: '2025-06', inVnd: 1, outVnd: 103, closingVnd: 21 },
    { month: '2025-07', inVnd: 103, outVnd: 0, closingVnd: 124 },
    { month: '2025-08', inVnd: 7, outVnd: 5, closingVnd: 126 },
  ]);
  const left = [former, present, other].reduce(
    (sum, { months }) => sum + (months.at(-1)?.closingVnd ?? 0),
    0,
  );
  expect(left).toBe(126);
});

test('no books, no months', () => {
  expect(combineMonths([])).toEqual([]);
});
