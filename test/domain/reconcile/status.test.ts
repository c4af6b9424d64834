/** When a book may be called reconciled, and what must not pass in silence. */
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '#domain/sha256.ts';
import {
  decisions,
  digestOf,
  FEBRUARY,
  income,
  type Kept,
  spending,
  statement,
  statementOf,
  YEAR_2024,
} from './books.ts';

const reasons = (...files: readonly Kept[]) => statementOf(...files).reasons;
const told = (rule: string, ...files: readonly Kept[]) =>
  statementOf(...files).findings.filter((finding) => finding.rule === rule);

const IN = income(['PT-1,2024-01-03,500000'], { at: 1, openingVnd: 1_000_000 });
const OUT = spending(['PC-1,2024-01-20,200000'], { at: 2 });
const IN_LINE = '2024-01-03 PT-1 ung ho +500000';
const OUT_LINE = '2024-01-20 PC-1 chi sinh ke -200000';

/** Puts lines of a statement (by row) and the entry of row 2 of a book's file together. */
const confirm = (bank: Kept, rows: readonly number[], book: Kept, entry = 2): Kept =>
  decisions(
    rows.map(
      (row, i) =>
        ({
          row: i + 2,
          action: 'XAC_NHAN_KHOP',
          line: { digest: digestOf(bank).slice(0, 12) as Sha256, row },
          entry: { digest: digestOf(book).slice(0, 12) as Sha256, row: entry },
          reason: 'Đã kiểm tra',
          by: 'Kế toán',
        }) as never,
    ),
    { at: 9 },
  );

describe('a book is reconciled', () => {
  it('by a balance that was declared for its last day', () => {
    expect(reasons(IN, spending(['PC-1,2024-01-20,200000'], { at: 2, closingVnd: 1_300_000 }))).toEqual([]);
  });

  it('not by one that was declared for an earlier day', () => {
    const january = spending(['PC-1,2024-01-20,200000'], { at: 2, closingVnd: 1_300_000 });
    const february = income(['PT-2,2024-02-03,1000'], { at: 3, ...FEBRUARY });
    expect(reasons(IN, january, february)).toEqual(['NO_CONTROL_FIGURE']);
  });

  it('not by the totals of its own files', () => {
    const total = income(['PT-1,2024-01-03,500000', 'Tổng cộng,,500000'], { at: 1 });
    expect(reasons(total)).toEqual(['NO_CONTROL_FIGURE']);
  });

  it('not by a statement of one month of its year', () => {
    const year = income(['PT-1,2024-01-03,500000', 'PT-2,2024-06-01,9000000'], { at: 1, ...YEAR_2024 });
    const bank = statement({ at: 3, opening: 0, lines: [IN_LINE] });
    expect(reasons(year, bank)).toEqual(['NO_CONTROL_FIGURE']);
  });

  it('not while lines of the bank have no entry, though all sums agree', () => {
    const bank = statement({
      at: 3,
      opening: 1_000_000,
      lines: [IN_LINE, '2024-01-05 la +33000000', '2024-01-19 la -33000000', OUT_LINE],
    });
    expect(statementOf(IN, OUT, bank).equalities.every(({ varianceVnd }) => varianceVnd === 0)).toBe(true);
    expect(reasons(IN, OUT, bank)).toEqual(['BANK_LINES_OPEN']);
    expect(told('BANK_LINES_NOT_IN_BOOK', IN, OUT, bank)).toMatchObject([
      { count: 2, actualVnd: 66_000_000, params: { inVnd: 33_000_000, outVnd: 33_000_000 } },
    ]);
  });
});

describe('the day of comparison', () => {
  it('is none after a file was handed in, whatever period it was declared for', () => {
    const year = { ...YEAR_2024, at: '2024-01-15' };
    const files = [income(['PT-1,2024-01-03,500000'], year), spending(['PC-1,2024-01-10,200000'], year)];
    const bank = statement({
      at: 4,
      opening: 0,
      lines: [IN_LINE, '2024-01-10 PC-1 -200000', '2024-01-25 x +1'],
    });
    expect(statementOf(...files, bank).bank).toMatchObject({ day: '2024-01-15', bookVnd: 300_000 });
  });
});

describe('cash of a book without a statement', () => {
  const cash = (cashVnd: number) => spending(['PC-1,2024-01-20,200000'], { at: 2, cashVnd });

  it('is its whole balance', () => {
    expect(reasons(IN, cash(1_300_000))).toEqual([]);
    expect(told('CASH_BOOK_MISMATCH', IN, cash(1_300_000))).toEqual([]);
  });

  it.each([
    [1_000_000, -300_000],
    [1_500_000, 200_000],
  ])('of %d is told by what it differs', (counted, differenceVnd) => {
    expect(reasons(IN, cash(counted))).toEqual(['VARIANCE']);
    expect(told('CASH_BOOK_MISMATCH', IN, cash(counted))).toMatchObject([
      { expectedVnd: 1_300_000, actualVnd: counted, differenceVnd },
    ]);
  });
});

describe('what a person confirms', () => {
  it('hides no money that comes in and goes out beside it', () => {
    const bank = statement({
      at: 3,
      opening: 1_000_000,
      lines: [IN_LINE, '2024-01-05 la +33000000', '2024-01-19 la -33000000', OUT_LINE],
    });
    const files = [IN, OUT, bank, confirm(bank, [2, 3, 4], IN)];
    expect(told('MATCH_CONFIRMED_NETS', ...files)).toMatchObject([
      { count: 1, actualVnd: 33_000_000, digest: digestOf(bank), rows: [2] },
    ]);
  });

  it('may be a gift less what was paid back of it, where the book has both', () => {
    const book = income(['PT-1,2024-01-03,500000', 'PT-1,2024-01-04,-100000'], {
      at: 1,
      openingVnd: 1_000_000,
    });
    const bank = statement({
      at: 3,
      opening: 1_000_000,
      lines: ['2024-01-03 a +500000', '2024-01-04 b -100000', OUT_LINE],
    });
    const both = [confirm(bank, [2, 3], book, 2), confirm(bank, [2, 3], book, 3)];
    expect(told('MATCH_CONFIRMED_NETS', book, OUT, bank, ...both)).toEqual([]);
  });
});

it('money that came and was sent back is told, though no sum shows it', () => {
  const bank = statement({
    at: 3,
    opening: 1_000_000,
    lines: [IN_LINE, '2024-01-06 la +33000000', '2024-01-19 hoan tra chuyen nham -33000000', OUT_LINE],
  });
  expect(told('BANK_LINES_REVERSED', IN, OUT, bank)).toMatchObject([
    { count: 2, params: { inVnd: 33_000_000, outVnd: 33_000_000 }, rows: [3, 4] },
  ]);
});
