import { addVnd, sumVnd, vnd } from '#domain/money.ts';
import { compareText } from '#domain/order.ts';
import type { Statement } from '#domain/publish/schema.ts';

type Months = Statement['months'];

/**
 * Several books of one fund as one series of calendar months. All their opening balances stand before the first
 * month, so that the balance runs on from month to month and ends at the sum of what they have left.
 */
export function combineMonths(books: readonly Pick<Statement, 'months' | 'totals'>[]): Months {
  const byMonth = Map.groupBy(
    books.flatMap(({ months }) => months),
    ({ month }) => month,
  );
  let balance = sumVnd(books.map(({ totals }) => totals.openingVnd));
  return [...byMonth]
    .sort(([a], [b]) => compareText(a, b))
    .map(([month, lines]) => {
      const inVnd = sumVnd(lines.map((line) => line.inVnd));
      const outVnd = sumVnd(lines.map((line) => line.outVnd));
      balance = addVnd(balance, vnd(inVnd - outVnd));
      return { month, inVnd, outVnd, closingVnd: balance };
    });
}
