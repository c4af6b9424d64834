import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { RunningBalance, type Step } from '#domain/validate/running-balance.ts';

const DAY = '2024-01-05' as IsoDate;

const moves = fc.array(fc.record({ moved: fc.integer({ min: -500, max: 900 }), printed: fc.boolean() }), {
  minLength: 1,
  maxLength: 20,
});

/** Its lines, oldest first, each printing its balance or not. */
function linesOf(opening: number, made: readonly { moved: number; printed: boolean }[]): Step[] {
  let balance = opening;
  return made.map(({ moved, printed }, i) => {
    balance += moved;
    const balanceVnd = printed ? vnd(balance) : undefined;
    return { row: i + 2, date: DAY, blank: false, movedVnd: moved, balanceVnd };
  });
}

describe('a running balance', () => {
  it.each([
    ['oldest', false],
    ['newest', true],
  ])('begins and ends with the account, whichever lines print it, %s first', (_, newestFirst) => {
    fc.assert(
      fc.property(moves, fc.boolean(), (made, stated) => {
        const opening = 5_000;
        const lines = linesOf(opening, made);
        const balance = new RunningBalance(newestFirst, stated ? vnd(opening) : undefined);
        for (const line of newestFirst ? lines.toReversed() : lines)
          expect(balance.add(line)).toBeUndefined();
        expect(balance.end()).toBeUndefined();
        const isKnown = made.some(({ printed }) => printed);
        if (!isKnown) return;
        expect(balance.openingVnd).toBe(opening);
        expect(balance.closingVnd).toBe(made.reduce((sum, { moved }) => sum + moved, opening));
      }),
    );
  });

  it('breaks behind lines that print none by all that is not listed', () => {
    const [first, second, third] = linesOf(100, [
      { moved: 10, printed: false },
      { moved: 20, printed: true },
      { moved: 30, printed: true },
    ]);
    if (!first || !second || !third) throw new Error('no lines');
    const balance = new RunningBalance(false, undefined);
    expect([first, second].map((line) => balance.add(line))).toEqual([undefined, undefined]);
    expect(balance.add({ ...third, balanceVnd: vnd(165) })).toMatchObject({
      differenceVnd: 5,
      expectedVnd: 160,
    });
  });
});
