/** Books made up to measure what it takes to reconcile them: the same on every machine. */
import { monthNumber, monthsUpTo } from '#domain/calendar/months.ts';
import type { IsoDate } from '#domain/date.ts';
import { dayNumber, dayOfNumber } from '#domain/days.ts';
import type { Book } from '#domain/reconcile/book.ts';
import { makePrng } from '#infra/local/sample-books/prng.ts';
import { bookOf, income, type Kept, spending, statement } from '#test/domain/reconcile/books.ts';

const NAMES = [
  'Nguyen Thi An',
  'Tran Van Binh',
  'Le Ngoc Chi',
  'Pham Minh Dung',
  'Bui Thu Ha',
  'Ngo Duc Nam',
];

interface Movement {
  readonly date: IsoDate;
  readonly amount: number;
  readonly text: string;
}

/** Movements of one account in order of days, gifts and uses in turn. */
function movementsOf(first: IsoDate, days: number, aDay: number): Movement[] {
  const prng = makePrng(`book ${first} ${days} ${aDay}`);
  const start = dayNumber(first);
  return Array.from({ length: days * aDay }, (_, i) => {
    const amount = prng.int(1, 400) * 50_000;
    return {
      date: dayOfNumber(start + Math.floor(i / aDay)),
      amount: i % 3 === 2 ? -Math.round(amount / 2) : amount,
      text: `CT${prng.int(1e6, 9e6)} ${prng.pick(NAMES)} ung ho quy`,
    };
  });
}

const lineOf = ({ date, amount, text }: Movement): string =>
  `${date} ${text} ${amount < 0 ? '' : '+'}${amount}`;

const sumOf = (moves: readonly Movement[]): number => moves.reduce((sum, { amount }) => sum + amount, 0);

/** A year of months, each with a file of gifts, one of uses and a statement; of every 25 lines one is not booked. */
function yearOfMonths(linesAMonth: number): Book {
  const files: Kept[] = [];
  let opening = 50_000_000;
  for (let month = 1; month <= 12; month += 1) {
    const { from, to } = monthsUpTo(monthNumber(`2023-${String(month).padStart(2, '0')}-01` as IsoDate), 1);
    const days = dayNumber(to) - dayNumber(from) + 1;
    const all = movementsOf(from, days, Math.ceil(linesAMonth / days)).slice(0, linesAMonth);
    const booked = all.filter((_, i) => i % 25 !== 0);
    const said = (n: number) => ({ from, to, at: dayOfNumber(dayNumber(to) + n) as string });
    const row =
      (kind: string) =>
      ({ date, amount }: Movement, i: number) =>
        `${kind}-${month}-${i},${date},${Math.abs(amount)}`;
    files.push(income(booked.filter(({ amount }) => amount > 0).map(row('PT')), said(1)));
    files.push(spending(booked.filter(({ amount }) => amount < 0).map(row('PC')), said(2)));
    files.push(statement({ account: '1234', opening, lines: all.map(lineOf), ...said(3) }));
    opening += sumOf(all);
  }
  return bookOf(files);
}

const LINES_A_DAY = 10;

/** As many exports of one account, one a day, each with every line so far. */
function cumulativeExports(count: number): Book {
  const from = '2023-01-01' as IsoDate;
  const moves = movementsOf(from, count, LINES_A_DAY);
  const lines = moves.map(lineOf);
  const files: Kept[] = [];
  for (let n = 1; n <= count; n += 1) {
    const to = dayOfNumber(dayNumber(from) + n - 1);
    const at = dayOfNumber(dayNumber(to) + 1) as string;
    const soFar = lines.slice(0, n * LINES_A_DAY);
    files.push(statement({ account: '1234', opening: 50_000_000, lines: soFar, from, to, at }));
  }
  return bookOf(files);
}

/** `months` by lines of a statement, `exports` by their number. */
export const MADE_BOOKS = { months: yearOfMonths, exports: cumulativeExports } as const;
export type MadeKind = keyof typeof MADE_BOOKS;
