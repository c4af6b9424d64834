import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFile } from '#domain/bank/account-file.ts';
import { type AccountChain, chainAccounts } from '#domain/bank/chain.ts';
import { day, fileOf, type Move } from './support.ts';

/** An account as it truly went, and statements of it: whatever they leave out, the chain tells the truth. */

const OPENING = 10_000;
const LAST_DAY = 20;

interface True extends Move {
  readonly on: number;
  readonly after: number;
}

const account = fc
  .array(
    fc.record({
      on: fc.integer({ min: 1, max: LAST_DAY }),
      text: fc.constantFrom('a', 'b', 'c'),
      moved: fc.constantFrom(100, -100, 200, -300, 500),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((moves): True[] => {
    let after = OPENING;
    return moves
      .toSorted((a, b) => a.on - b.on)
      .map((move) => {
        after += move.moved;
        return { ...move, after, date: day(move.on) };
      });
  });

const balanceAfter = (moves: readonly True[], last: number) =>
  moves.findLast(({ on }) => on <= last)?.after ?? OPENING;

const only = (files: readonly AccountFile[]): AccountChain => {
  const [chain, ...others] = chainAccounts(files);
  if (chain === undefined || others.length > 0) throw new Error('not one account');
  return chain;
};

describe('statements cut out of one account', () => {
  const cuts = fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 1, max: LAST_DAY }),
      days: fc.nat({ max: 12 }),
      received: fc.integer({ min: 1, max: 9 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
      selector: ({ from, days }) => `${from} ${Math.min(LAST_DAY, from + days)}`,
    },
  );

  it('hide in their gaps what moved on the days that none covers, and nothing else', () => {
    fc.assert(
      fc.property(account, cuts, fc.boolean(), (moves, made, printed) => {
        const windows = made.map(({ from, days, received }) => ({
          ...{ from, to: Math.min(LAST_DAY, from + days) },
          received: `2024-10-0${received}T00:00:00.000Z`,
        }));
        const files = windows.map((window) => {
          const own = moves.filter(({ on }) => window.from <= on && on <= window.to);
          const lines = own.map(({ after, ...move }) => (printed ? { ...move, balance: after } : move));
          const opening = balanceAfter(moves, window.from - 1);
          return fileOf(`${window.from} ${window.to}`, { ...window, opening }, lines);
        });
        const [first, last] = [
          Math.min(...windows.map(({ from }) => from)),
          Math.max(...windows.map(({ to }) => to)),
        ];
        const isCovered = (on: number) => windows.some(({ from, to }) => from <= on && on <= to);
        const within = moves.filter(({ on }) => first <= on && on <= last);
        const missing = within.filter(({ on }) => !isCovered(on));

        const chain = only(files);
        expect(chain).toMatchObject({
          openingVnd: balanceAfter(moves, first - 1),
          closingVnd: balanceAfter(moves, last),
          breaks: [],
          followsVnd: 0,
        });
        expect(chain.lines).toHaveLength(within.length - missing.length);
        expect(chain.gaps.filter(({ days }) => days === 0)).toEqual([]);
        for (const { from, to, differenceVnd } of chain.gaps) {
          const hidden = missing.filter(({ date }) => from <= date && date <= to);
          expect(differenceVnd).toBe(hidden.reduce((sum, { moved }) => sum + moved, 0));
        }
        expect(chain.gaps.map(({ from, to }) => ({ from, to, state: 'MISSING' }))).toEqual(
          chain.coverage.filter(({ state }) => state === 'MISSING'),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('close with the account where one that lost lines and a shorter one end on one day', () => {
    fc.assert(
      fc.property(
        account,
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        fc.integer({ min: 1, max: LAST_DAY }),
        fc.boolean(),
        (moves, kept, from, isFirst) => {
          const numbered = moves.map(({ after, ...move }, i) => ({
            ...{ ...move, text: `${move.text}${i}`, balance: after },
          }));
          // What prints no balance behind it nobody can miss: the last line is there.
          const left = numbered.filter((_, i) => kept[i] || i === numbered.length - 1);
          const [one, other] = isFirst ? [1, 2] : [2, 1];
          const long = fileOf(
            'long',
            { from: 1, to: LAST_DAY, opening: OPENING, received: `2024-10-0${one}T00:00:00.000Z` },
            left,
          );
          const short = fileOf(
            'short',
            {
              ...{ from, to: LAST_DAY, opening: balanceAfter(moves, from - 1) },
              received: `2024-10-0${other}T00:00:00.000Z`,
            },
            numbered.filter(({ on }) => on >= from),
          );
          expect(only([long, short])).toMatchObject({
            openingVnd: OPENING,
            closingVnd: moves.at(-1)?.after,
            followsVnd: 0,
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
