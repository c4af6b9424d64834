/** A row of an account adds up on the page: by the figures shown, whichever columns there are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, accountColumns, betweenVnd, leftVnd } from '#dashboard/src/lib/bank-accounts.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';

const day = (text: string) => text as IsoDate;
const gap = (differenceVnd: number | undefined): Account['gaps'][number] => ({
  ...{ from: day('2025-12-01'), to: day('2025-12-07'), days: 7 },
  ...{ before: 'b'.repeat(64) as Sha256, after: 'c'.repeat(64) as Sha256 },
  ...(differenceVnd !== undefined && { differenceVnd: differenceVnd as Vnd }),
});

interface Figures {
  readonly opening: number;
  readonly credit: number;
  readonly debit: number;
  readonly ins: number;
  readonly outs: number;
  readonly gaps: readonly number[];
  /** Of the closing, beyond what the others make. */
  readonly more: number;
}

const account = ({ opening, credit, debit, ins, outs, gaps, more }: Figures): Account => ({
  ...{ label: 'TK 1', period: { from: day('2025-11-24'), to: day('2025-12-31') }, files: 2 },
  ...{ openingVnd: opening as Vnd, credits: 1, creditVnd: credit as Vnd, debits: 1, debitVnd: debit as Vnd },
  ...{ unlistedIns: Number(ins > 0), unlistedInVnd: ins as Vnd },
  ...{ unlistedOuts: Number(outs > 0), unlistedOutVnd: outs as Vnd },
  closingVnd: (opening + credit - debit + ins - outs + gaps.reduce((sum, one) => sum + one, 0) + more) as Vnd,
  ...{ repeatedLines: 0, coverage: [], gaps: gaps.map(gap) },
});

const size = fc.integer({ min: 0, max: 1_000_000_000_000 });
const change = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const figures: fc.Arbitrary<Figures> = fc.record({
  ...{ opening: change, credit: size, debit: size, ins: fc.oneof(fc.constant(0), size) },
  ...{ outs: fc.oneof(fc.constant(0), size), gaps: fc.array(change, { maxLength: 3 }) },
  more: fc.oneof(fc.constant(0), change),
});

const amountIn = (text: string): number => Number(text.replaceAll('−', '-').replace(/[^\d-]/g, ''));
const SIGNS = { opening: 1, credit: 1, debit: -1, unlistedIn: 1, unlistedOut: -1, between: 1, left: 1 };
const idsOf = (one: Account) => accountColumns([one]).map(({ id }) => id);

describe('a row of an account', () => {
  test('adds up across the columns shown', () => {
    fc.assert(
      fc.property(figures, (of) => {
        const one = account(of);
        const shown = new Map(accountColumns([one]).map(({ id, text }) => [id, text(one)]));
        const sum = Object.entries(SIGNS).reduce(
          (before, [id, sign]) => before + sign * amountIn(shown.get(id) ?? '0'),
          0,
        );
        expect(sum).toBe(amountIn(shown.get('closing') ?? ''));
      }),
    );
  });

  test('has a column for what is seldom only where it is', () => {
    const quiet = { opening: 5, credit: 3, debit: 2, ins: 0, outs: 0, gaps: [], more: 0 };
    const always = ['label', 'opening', 'credit', 'debit', 'closing', 'days'];
    expect(idsOf(account(quiet))).toEqual(always);
    expect(idsOf(account({ ...quiet, ins: 1 }))).toContain('unlistedIn');
    expect(idsOf(account({ ...quiet, outs: 1 }))).toContain('unlistedOut');
    expect(idsOf(account({ ...quiet, gaps: [0] }))).toContain('between');
    expect(idsOf(account({ ...quiet, more: -1 }))).toContain('left');
  });

  test('of a bank that prints no balance says that the days between are not known, and calls nothing wrong', () => {
    const { openingVnd, closingVnd, ...printless } = account({
      ...{ opening: 5, credit: 3, debit: 2, ins: 0, outs: 0, gaps: [], more: 7 },
    });
    const one = { ...printless, gaps: [gap(27), gap(undefined)] };
    expect([openingVnd, closingVnd, betweenVnd(one), leftVnd(one)]).toEqual([5, 13, undefined, 0]);
    expect(
      accountColumns([one])
        .find(({ id }) => id === 'between')
        ?.text(one),
    ).toBe('chưa rõ');
  });
});
