import { monthNumber, monthsUpTo } from '../calendar/months.ts';
import { BOOK_KINDS, codesOf } from '../codes.ts';
import { type IsoDate, inPeriod, type Period } from '../date.ts';
import { sumVnd, vnd } from '../money.ts';
import { maxText, minText } from '../order.ts';
import type { Equality } from '../publish/schema.ts';
import { balanceOn } from './account-balance.ts';
import type { Account } from './account-worth.ts';
import { areToldApart } from './accounts.ts';
import { type Balance, balanceAt } from './balance.ts';
import { type BankView, cashOn } from './bank.ts';
import type { Book } from './book.ts';
import { periodsByKind } from './book-days.ts';
import { equality } from './equalities.ts';

/**
 * The book against bank and cash at the end of every month of which it can be told: all accounts have a statement of
 * that day, both kinds of movements are handed in for it, and, in a book that ever declared cash, its cash was counted
 * on it. Of accounts in another currency only the last rate is known, so a book that has one is not compared. The day
 * on which the statement compares them is not told again.
 * Source: Circular 41/2022/TT-BTC: reconciliation with the bank monthly.
 */
export function monthEnds(book: Book, { chains, figures }: BankView, balance: Balance): Equality[] {
  const told = areToldApart(chains) && chains.every(({ rate }) => rate === undefined);
  if (!told) return [];
  const handedIn = periodsByKind(book.live);
  const countsCash = book.files.some(({ submission }) => submission.declaration.cashVnd !== undefined);
  return endsWithin(chains.map(({ period }) => period)).flatMap((date) => {
    const inBook = codesOf(BOOK_KINDS).every((kind) => handedIn[kind]?.some((days) => inPeriod(date, days)));
    const cashVnd = cashOn(book, date);
    if (date === figures.day || !inBook || (countsCash && cashVnd === undefined)) return [];
    const balances = chains.map((chain) => (hasStatement(chain, date) ? balanceOn(chain, date) : undefined));
    if (!balances.every((one) => one !== undefined)) return [];
    const actualVnd = vnd(sumVnd(balances) + (cashVnd ?? 0));
    return [equality('MONTH_END_BANK', balanceAt(balance, date), actualVnd, { date })];
  });
}

const hasStatement = ({ coverage }: Account, day: IsoDate): boolean =>
  coverage.some(({ state, from, to }) => state !== 'MISSING' && inPeriod(day, { from, to }));

/** The last days of months that lie within all of some periods. */
function endsWithin(periods: readonly Period[]): IsoDate[] {
  const [first, ...others] = periods;
  if (first === undefined) return [];
  const from = others.map((one) => one.from).reduce(maxText, first.from);
  const to = others.map((one) => one.to).reduce(minText, first.to);
  const ends: IsoDate[] = [];
  for (let month = monthNumber(from); month <= monthNumber(to); month += 1) {
    const end = monthsUpTo(month, 1).to;
    if (end <= to) ends.push(end);
  }
  return ends;
}
