/** An explanation holds as long as what it explains stays the same, and covers nothing else. */
import { describe, expect, it } from 'vitest';
import {
  all,
  decisions,
  explain,
  FEBRUARY,
  income,
  type Kept,
  one,
  spending,
  statement,
  statementOf,
} from './books.ts';

const markOf = (rule: string, ...files: readonly Kept[]): string => {
  const mark = one(statementOf(...files), rule)?.mark;
  if (mark === undefined) throw new Error(`no finding of ${rule}`);
  return mark;
};

const BOOK = [
  income(['PT-1,2024-01-03,500000'], { at: 1, openingVnd: 1_000_000 }),
  spending(['PC-1,2024-01-20,200000'], { at: 2 }),
];
/** A thousand went out that no line says. */
const BROKEN = statement({
  at: 3,
  opening: 1_000_000,
  lines: ['2024-01-03 PT-1 +500000', '2024-01-20 PC-1 -200000 =1299000'],
});

describe('the mark of a finding', () => {
  it.each(['BANK_BALANCE_MISMATCH', 'BANK_BOOK_MISMATCH'])(
    'of a difference that stays is the same after the next month: %s',
    (rule) => {
      const explained = decisions([explain(2, markOf(rule, ...BOOK, BROKEN))], { at: 4 });
      const next = [
        income(['PT-2,2024-02-03,70000'], { at: 5, ...FEBRUARY }),
        spending(['PC-2,2024-02-20,10000'], { at: 6, ...FEBRUARY }),
        statement({
          ...{ at: 7, ...FEBRUARY, opening: 1_299_000 },
          lines: ['2024-02-03 PT-2 +70000', '2024-02-20 PC-2 -10000'],
        }),
      ];
      const found = statementOf(...BOOK, BROKEN, explained, ...next);
      expect(one(found, rule)).toMatchObject({ differenceVnd: -1_000, status: 'EXPLAINED' });
      expect(one(found, 'EXPLANATION_UNKNOWN')).toBeUndefined();
    },
  );

  it('of another difference is another', () => {
    const worse = statement({
      at: 3,
      opening: 1_000_000,
      lines: ['2024-01-03 PT-1 +500000', '2024-01-20 PC-1 -200000 =1298000'],
    });
    const rule = 'BANK_BOOK_MISMATCH';
    expect(markOf(rule, ...BOOK, worse)).not.toBe(markOf(rule, ...BOOK, BROKEN));
  });

  it('stays when its file is handed in again with something else mended', () => {
    const short = (donor: string) =>
      income([`PT-1,2024-01-03,500000,${donor}`], {
        at: donor === '' ? 1 : 5,
        openingVnd: 0,
        closingVnd: 300_000,
      });
    const mark = markOf('CLOSING_MISMATCH', short(''));
    const explained = decisions([explain(2, mark)], { at: 4 });
    const found = statementOf(short(''), explained, short('CHUYEN_KHOAN'));
    expect(one(found, 'CLOSING_MISMATCH')).toMatchObject({ mark, status: 'EXPLAINED' });
  });

  it('is that of all places, those too that are not listed', () => {
    // One gift of 25 equal lines is in the book: as many are left, of the same sum, and the first 20 are the same.
    const gift = income(['PT-9,2024-01-28,200000'], { at: 1 });
    const lines = (inBook: number) =>
      statement({
        at: 3,
        opening: 0,
        lines: Array.from(
          { length: 25 },
          (_, i) => `2024-01-${i < 22 ? '02' : '28'} ${i === inBook ? 'PT-9' : `la ${i}`} +200000`,
        ),
        noBalances: true,
      });
    const found = [23, 24].map((inBook) => one(statementOf(gift, lines(inBook)), 'BANK_LINES_NOT_IN_BOOK'));
    expect(found[0]?.rows).toEqual(found[1]?.rows);
    expect([found[0]?.count, found[0]?.actualVnd]).toEqual([found[1]?.count, found[1]?.actualVnd]);
    expect(found[0]?.mark).not.toBe(found[1]?.mark);
  });
});

it('an account keeps its label when its first statement is handed in again', () => {
  const [first, second] = ['11', '22'].map((account, i) =>
    statement({ at: 3 + i, account, opening: 1_000, lines: ['2024-01-05 x +5 =1007'] }),
  ) as [Kept, Kept];
  const again = statement({ at: 8, account: '11', opening: 1_000, lines: ['2024-01-05 x +5 =1009'] });
  const account = again.account && {
    ...again.account,
    knownSince: first.file.submission.declaration.receivedAt,
  };
  const told = (files: readonly Kept[]) =>
    all(statementOf(...BOOK, ...files), 'BANK_BALANCE_MISMATCH')
      .map(({ params, differenceVnd }) => `${params?.account} ${differenceVnd}`)
      .sort();
  expect(told([first, second])).toEqual(['TK 1 2', 'TK 2 2']);
  expect(told([first, second, { ...again, ...(account && { account }) }])).toEqual(['TK 1 4', 'TK 2 2']);
});
