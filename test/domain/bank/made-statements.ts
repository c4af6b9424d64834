/** Statements of one account as banks print them, whole and in pieces, for properties. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { AccountFile } from '#domain/bank/account-file.ts';
import { type AccountChain, chainAccounts } from '#domain/bank/chain.ts';
import { dayBefore, type IsoDate } from '#domain/date.ts';
import { dayOfNumber } from '#domain/days.ts';
import { maxText } from '#domain/order.ts';
import { fileOf, type Move } from './support.ts';

/** A movement of the account: the day it was booked on, which is not always the day that is printed. */
export interface Booked extends Move {
  readonly booked: IsoDate;
  readonly balance: number;
  readonly before: number;
}

export const LATER = '2025-02-01T00:00:00.000Z';
export const FIRST_DAY = 19_950;
const TEXTS = ['ủng hộ', 'Ung ho', 'chi', 'phí'];
const amount = fc.integer({ min: -6, max: 9 }).filter((n) => n !== 0);

export const statement = ({ breaks, misprints }: { breaks: boolean; misprints: boolean }) =>
  fc
    .record({
      opening: fc.integer({ min: 0, max: 20 }),
      rows: fc.array(
        fc.record({
          days: fc.constantFrom(0, 0, 0, 1, 2),
          moved: amount,
          text: fc.constantFrom(...TEXTS),
          unlisted: breaks ? fc.constantFrom(0, 0, 0, 4, -7) : fc.constant(0),
          printed: misprints ? fc.constantFrom(0, 0, 0, 0, 3, -40) : fc.constant(0),
        }),
        { minLength: 1, maxLength: 24 },
      ),
    })
    .map(({ opening, rows }) => {
      let [day, balance] = [FIRST_DAY, opening];
      return rows.map(({ days, moved, text, unlisted, printed }): Booked => {
        day += days;
        const before = balance;
        balance += unlisted + moved;
        return { booked: dayOfNumber(day), date: dayOfNumber(day + printed), text, moved, before, balance };
      });
    });

/** No two lines that are alike in everything: of such only whole days show how many there are. */
export const distinct = (moves: readonly Booked[]): Booked[] =>
  moves.map((move, i) => ({ ...move, text: `${move.text} ${i}` }));

/** The same with money in only: no balance comes twice, so each tells where it stands. */
export function grown(moves: readonly Booked[]): Booked[] {
  let balance = 0;
  return moves.map((move): Booked => {
    const before = balance;
    const moved = Math.abs(move.moved);
    balance += moved;
    return { ...move, moved, before, balance };
  });
}

export const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing at ${i}`);
  return found;
};

/** Rows from–to as one file; it covers the days on which they were booked, and those up to the next file. */
export function piece(
  moves: readonly Booked[],
  from: number,
  to: number,
  n: number,
  printed: boolean,
  until?: IsoDate,
) {
  const [first, last] = [at(moves, from), at(moves, to)];
  const end = maxText(last.booked, until ?? last.booked);
  return fileOf(
    `piece ${n}`,
    {
      from: first.booked,
      to: end,
      received: `2025-01-${String(n + 1).padStart(2, '0')}T00:00:00.000Z`,
      ...(printed ? { opening: first.before } : {}),
    },
    moves.slice(from, to + 1),
  );
}

interface Cut {
  readonly back: number;
  readonly length: number;
}
export const cuts = fc.array(fc.record({ back: fc.nat({ max: 12 }), length: fc.nat({ max: 10 }) }), {
  maxLength: 7,
});

/** Pieces that leave no row out, each of at least `shared` rows that one before it has too. */
export function pieces(
  moves: readonly Booked[],
  list: readonly Cut[],
  shared: number,
  printed: boolean,
): AccountFile[] {
  const ranges = rangesOf(moves.length, list, shared);
  return ranges.map(([from, to], n) => {
    const next = ranges.slice(n + 1).find(([begin]) => begin > to);
    return piece(moves, from, to, n, printed, next && dayBefore(at(moves, next[0]).booked));
  });
}

export function rangesOf(length: number, list: readonly Cut[], shared: number): [number, number][] {
  const ranges: [number, number][] = [];
  let end = -1;
  for (const cut of [...list, { back: shared, length }]) {
    const from = Math.min(length - 1, Math.max(0, end + 1 - Math.max(shared, cut.back)));
    const to = Math.min(length - 1, from + cut.length);
    ranges.push([from, to]);
    end = Math.max(end, to);
  }
  return ranges.sort(([a], [b]) => a - b);
}

/** The same lines in an order drawn from `order`, each with what is not listed before it; the balance follows. */
export function sortedAnew(moves: readonly Booked[], order: readonly number[]): Booked[] {
  let balance = moves[0]?.before ?? 0;
  const unlisted = (move: Booked) => move.balance - move.moved - move.before;
  return [...moves]
    .map((move, i) => ({ move, rank: order[i % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ move }) => {
      const before = balance;
      balance += unlisted(move) + move.moved;
      return { ...move, before, balance };
    });
}

export const byDay = (moves: readonly Booked[]) => [...Map.groupBy(moves, ({ booked }) => booked).values()];
export const order = fc.array(fc.nat({ max: 99 }), { minLength: 5, maxLength: 5 });

/** Whole days in files that share at least one day with the one before, each sorted anew in each file. */
export function daysAnew(
  moves: readonly Booked[],
  list: readonly Cut[],
  orders: readonly number[][],
  printed: boolean,
): AccountFile[] {
  const days = byDay(moves);
  return rangesOf(days.length, list, 1).map(([first, last], n) => {
    const own = days
      .slice(first, last + 1)
      .flatMap((day, i) => sortedAnew(day, orders[(n + i) % orders.length] ?? []));
    return piece(own, 0, own.length - 1, n, printed);
  });
}

/** A file of any kind: they may contradict each other in everything. */
export const anyFile = fc
  .record({
    word: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    account: fc.constantFrom('', '1', '2'),
    from: fc.integer({ min: 0, max: 5 }),
    days: fc.integer({ min: 0, max: 5 }),
    opening: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    moves: fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 8 }),
        moved: fc.constantFrom(1, 2, -1),
        text: fc.constantFrom('x', 'y'),
        balance: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ word, account, from, days, opening, moves }) =>
    fileOf(
      word,
      {
        account,
        from: dayOfNumber(FIRST_DAY + from),
        to: dayOfNumber(FIRST_DAY + from + days),
        ...(opening === undefined ? {} : { opening }),
      },
      moves.map(({ day, ...move }) => ({ ...move, date: dayOfNumber(FIRST_DAY + day) })),
    ),
  );

export function only(files: readonly AccountFile[]): AccountChain {
  const chains = chainAccounts(files);
  expect(chains).toHaveLength(1);
  return at(chains, 0);
}

export const figures = (chain: AccountChain) => {
  const { openingVnd, closingVnd, credits, creditVnd, debits, debitVnd, followsVnd } = chain;
  const { unlistedIns, unlistedInVnd, unlistedOuts, unlistedOutVnd } = chain;
  const sums = { openingVnd, closingVnd, credits, creditVnd, debits, debitVnd, followsVnd };
  return { ...sums, unlistedIns, unlistedInVnd, unlistedOuts, unlistedOutVnd };
};
export const linesOf = ({ lines }: AccountChain) =>
  lines.map(({ date, text, creditVnd, debitVnd, balanceVnd }) => [
    date,
    text,
    creditVnd - debitVnd,
    balanceVnd,
  ]);
