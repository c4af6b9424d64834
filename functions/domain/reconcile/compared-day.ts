import { dayBefore, type IsoDate } from '../date.ts';
import { minText } from '../order.ts';
import type { Account } from './account-worth.ts';
import type { Book } from './book.ts';
import { movementsHeldUntil } from './book-days.ts';

/**
 * The day on which a book and its accounts are compared: the last that statements of all accounts and the movements
 * handed in reach, and that none of the accounts lacks. What is missing before it shows as a difference: a table of
 * disbursements that did not come is one, too. Undefined without a statement.
 */
export function comparedDay(chains: readonly Account[], { live }: Book): IsoDate | undefined {
  if (chains.length === 0) return undefined;
  const held = movementsHeldUntil(live);
  const ends = [...chains.map(({ period }) => period.to), ...(held === undefined ? [] : [held])];
  const missing = chains.flatMap(({ coverage }) => coverage).filter(({ state }) => state === 'MISSING');
  let day = ends.reduce(minText);
  for (;;) {
    const gap = missing.find(({ from, to }) => from <= day && day <= to);
    if (gap === undefined) return day;
    day = dayBefore(gap.from);
  }
}
