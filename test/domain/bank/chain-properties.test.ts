import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFile } from '#domain/bank/account-file.ts';
import { chainAccounts } from '#domain/bank/chain.ts';
import { inOneOrder } from '#domain/bank/shared-days.ts';
import { dayBefore, type Instant } from '#domain/date.ts';
import { compareText } from '#domain/order.ts';
import {
  anyFile,
  at,
  type Booked,
  cuts,
  distinct,
  figures,
  grown,
  LATER,
  linesOf,
  only,
  piece,
  pieces,
  rangesOf,
  statement,
} from './made-statements.ts';
import { fileOf } from './support.ts';

describe('one statement in pieces', () => {
  it.each([
    ['that only meet', 0, false],
    ['that share lines', 1, true],
    ['that share lines', 2, true],
  ])('%s (%i or more) is the statement again', (_, shared, breaks) => {
    fc.assert(
      fc.property(
        statement({ breaks, misprints: true }).map(distinct),
        cuts,
        fc.boolean(),
        (moves, list, printed) => {
          const whole = only([piece(moves, 0, moves.length - 1, 0, printed)]);
          const chain = only(pieces(moves, list, shared, printed));
          expect(figures(chain)).toEqual(figures(whole));
          expect(chain.followsVnd).toBe(0);
          expect(linesOf(chain)).toEqual(linesOf(whole));
          expect(chain.gaps).toEqual([]);
          expect(chain.breaks.map(({ differenceVnd }) => differenceVnd)).toEqual(
            whole.breaks.map(({ differenceVnd }) => differenceVnd),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is the statement again in whatever order the pieces were received, where the balance only grows', () => {
    const growing = statement({ breaks: false, misprints: false }).map(distinct).map(grown);
    fc.assert(
      fc.property(
        growing,
        cuts,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 }),
        (moves, list, order) => {
          const files = pieces(moves, list, 0, false).map((file, n) => ({
            ...file,
            receivedAt: `2025-01-0${order[n] ?? 1}T00:00:00.000Z` as Instant,
          }));
          const whole = only([piece(moves, 0, moves.length - 1, 0, false)]);
          const chain = only(files);
          expect(figures(chain)).toEqual(figures(whole));
          expect(chain.gaps).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of whole days is the statement again, however many lines are alike, with balances and without', () => {
    fc.assert(
      fc.property(
        statement({ breaks: true, misprints: false }),
        cuts,
        fc.boolean(),
        (moves, list, balances) => {
          const rows = balances ? moves : moves.map(({ balance: _, ...move }) => move as Booked);
          const days = [...new Set(moves.map(({ booked }) => booked))];
          const files = rangesOf(days.length, list, 1).map(([first, last], n) => {
            const from = moves.findIndex(({ booked }) => booked === days[first]);
            const to = moves.findLastIndex(({ booked }) => booked === days[last]);
            return piece(rows, from, to, n, false);
          });
          const whole = only([piece(rows, 0, rows.length - 1, 0, false)]);
          const chain = only(files);
          expect(figures(chain)).toEqual(figures(whole));
          expect(linesOf(chain)).toEqual(linesOf(whole));
          expect(chain.gaps).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['lists every line that one of them has, and no break, where each leaves out some of the other', false],
    ['closes where both leave out the same lines', true],
  ])('%s', (_, both) => {
    const some = statement({ breaks: false, misprints: false }).filter((moves) => moves.length >= 3);
    // 1 is left out by the former, 2 by the later.
    const left = fc.array(fc.constantFrom(0, 1, 2, ...(both ? [3] : [])), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(
        both ? some.map(distinct) : some.map(distinct).map(grown),
        left,
        fc.nat(),
        fc.nat(),
        (moves, out, a, b) => {
          const begin = a % (moves.length - 1);
          const end = begin + 1 + (b % (moves.length - 1 - begin));
          const leaves = (i: number, who: number) => ((out[i] ?? 0) & who) !== 0;
          const own = (who: number, from: number, to: number, kept: readonly number[]) =>
            moves.filter((_move, i) => i >= from && i <= to && (kept.includes(i) || !leaves(i, who)));
          const former = own(1, 0, end, [begin, end]);
          const later = own(2, begin, moves.length - 1, [end]);
          const last = moves.length - 1;
          const days = { from: at(moves, begin).booked, to: at(moves, end).booked };
          const files = [
            fileOf(
              'former',
              { from: at(moves, 0).booked, to: days.to, opening: at(moves, 0).before },
              former,
            ),
            fileOf(
              'later',
              {
                from: days.from,
                to: at(moves, last).booked,
                opening: at(moves, begin).before,
                received: LATER,
              },
              later,
            ),
          ];
          const chain = only(files);
          const listed = moves.filter((move) => former.includes(move) || later.includes(move));
          expect(
            linesOf(chain)
              .map(([, text]) => text)
              .sort(),
          ).toEqual(listed.map(({ text }) => text).sort());
          expect(chain.followsVnd).toBe(0);
          expect(chain.gaps).toEqual([]);
          const alone = (i: number) => (i < begin ? leaves(i, 1) : i > end && leaves(i, 2));
          if (!both && !moves.some((_move, i) => alone(i))) expect(chain.breaks).toEqual([]);
          const net = chain.unlistedInVnd - chain.unlistedOutVnd;
          const unlisted = moves
            .filter((move) => !listed.includes(move))
            .reduce((sum, { moved }) => sum + moved, 0);
          // What stands behind the last line of all shows in no balance.
          const behind = moves.slice(moves.lastIndexOf(at(listed, listed.length - 1)) + 1);
          expect(net).toBe(unlisted - behind.reduce((sum, { moved }) => sum + moved, 0));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('without some days in the middle has a gap of exactly these days, which hides exactly their lines', () => {
    const some = statement({ breaks: false, misprints: false }).filter((moves) => moves.length >= 3);
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), fc.boolean(), (moves, a, b, printed) => {
        const days = [...new Set(moves.map(({ booked }) => booked))];
        fc.pre(days.length >= 3);
        const from = 1 + (a % (days.length - 2));
        const to = from + (b % (days.length - 1 - from));
        const [gone, back] = [at(days, from), at(days, to + 1)];
        const before = moves.findLastIndex(({ booked }) => booked < gone);
        const after = moves.findIndex(({ booked }) => booked >= back);
        const files = [
          piece(moves, 0, before, 0, printed, dayBefore(gone)),
          piece(moves, after, moves.length - 1, 1, printed),
        ];
        const chain = only(files);
        const hidden = moves.slice(before + 1, after).reduce((sum, { moved }) => sum + moved, 0);
        expect(chain.gaps).toMatchObject([{ from: gone, to: dayBefore(back), differenceVnd: hidden }]);
        expect(chain.followsVnd).toBe(0);
        expect(chain.lines).toHaveLength(moves.length - (after - before - 1));
      }),
    );
  });
});

describe('files of any kind', () => {
  const files = fc.uniqueArray(anyFile, { maxLength: 5, selector: ({ digest }) => digest });

  it('are chained alike in whatever order they come', () => {
    fc.assert(
      fc.property(
        files.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(chainAccounts(shuffled)).toEqual(chainAccounts(list));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lose no line, and count none more often than the file that has it most often', () => {
    fc.assert(
      fc.property(files, fc.boolean(), (list, balances) => {
        const own = list.map((one) => ({
          ...one,
          lines: one.lines.map((line) => ({
            ...line,
            balanceVnd: balances ? (line.balanceVnd ?? line.creditVnd) : undefined,
          })),
        }));
        for (const chain of chainAccounts(own)) {
          const most = new Map<string, number>();
          const ofAccount = own.filter(({ account }) => account === chain.account);
          // Days that a file sorts anew are told elsewhere.
          fc.pre(inOneOrder(ofAccount).every((file, i) => file === ofAccount[i]));
          for (const { lines } of ofAccount) {
            for (const [key, alike] of Map.groupBy(lines, keyOf))
              most.set(key, Math.max(most.get(key) ?? 0, alike.length));
          }
          const counted = new Map(
            [...Map.groupBy(chain.lines, keyOf)].map(([key, alike]) => [key, alike.length]),
          );
          expect(counted).toEqual(most);
          const all = ofAccount.reduce((sum, { lines }) => sum + lines.length, 0);
          expect(chain.lines.length + chain.repeatedLines).toBe(all);
          const dates = chain.lines.map(({ date }) => date);
          expect(dates).toEqual([...dates].sort(compareText));
        }
      }),
      { numRuns: 500 },
    );
  });

  const keyOf = ({ date, text, creditVnd, debitVnd, balanceVnd }: AccountFile['lines'][number]) =>
    [date, text, creditVnd, debitVnd, balanceVnd].join('|');
});
