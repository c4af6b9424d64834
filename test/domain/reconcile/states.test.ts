import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { milli } from '#domain/quantity.ts';
import type { Registers } from '#domain/registers/register.ts';
import {
  accountOf,
  all,
  decisions,
  digestOf,
  FEBRUARY,
  goneOf,
  income,
  type Kept,
  movements,
  one,
  register,
  spending,
  statement,
  statementOf,
} from './books.ts';

const BOOK = [
  income(['PT-1,2024-01-03,500000'], { at: '2024-02-01', openingVnd: 1_000_000 }),
  spending(['PC-1,2024-01-20,200000'], { at: '2024-02-02' }),
];
const LINES = ['2024-01-03 PT-1 ung ho +500000', '2024-01-20 PC-1 chi sinh ke -200000'];
const SHORT = statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES.slice(0, 1) });

describe('what is said of a bank', () => {
  it('stands since the statement came, whatever is handed in later for other days', () => {
    const later = income(['PT-9,2024-02-05,7'], { at: '2024-03-04', ...FEBRUARY });
    for (const more of [[], [later], [later, decisions([], { at: '2024-04-01' })]])
      expect(one(statementOf(...BOOK, SHORT, ...more), 'BANK_BOOK_MISMATCH')).toMatchObject({
        since: '2024-02-03',
        differenceVnd: 200_000,
      });
  });

  it('stands since the file of the book that made the difference', () => {
    const more = income(['PT-9,2024-01-05,7'], { at: '2024-03-04', additional: true });
    const bank = statement({ at: '2024-02-03', opening: 1_000_000, lines: LINES });
    expect(one(statementOf(...BOOK, bank, more), 'BANK_BOOK_MISMATCH')?.since).toBe('2024-03-04');
  });

  it('is gone with the file that makes book and bank meet', () => {
    const fixed = spending(['PC-1,2024-01-20,0'], { at: '2024-03-04' });
    const found = statementOf(...BOOK, SHORT, fixed);
    expect(one(found, 'BANK_BOOK_MISMATCH')).toBeUndefined();
    expect(goneOf(found, 'BANK_BOOK_MISMATCH')).toMatchObject([
      { since: '2024-02-03', resolved: { digest: digestOf(fixed), on: '2024-03-04' } },
    ]);
  });

  it('is compared on a day that every account covers, before the days that one of them misses', () => {
    const files = [
      ...BOOK,
      statement({ at: 11, account: '11', opening: 600_000, lines: LINES.slice(0, 1) }),
      statement({ at: 12, account: '22', opening: 400_000, lines: [], to: '2024-01-10' }),
      statement({ at: 13, account: '22', opening: 200_000, lines: [], from: '2024-02-01', to: FEBRUARY.to }),
    ];
    expect(statementOf(...files).bank).toMatchObject({
      day: '2024-01-10',
      balanceVnd: 1_500_000,
      bookVnd: 1_500_000,
    });
  });

  it('keeps cash that was declared for the day when a correction says nothing of it', () => {
    const cash = income(['PT-2,2024-01-05,70000,TIEN_MAT'], { at: 14, additional: true, cashVnd: 70_000 });
    const again = income(['PT-2,2024-01-06,70000,TIEN_MAT'], {
      at: 15,
      additional: true,
      supersedes: digestOf(cash),
    });
    const bank = statement({ at: 13, opening: 1_000_000, lines: LINES });
    expect(statementOf(...BOOK, bank, cash, again).bank).toMatchObject({ cashVnd: 70_000 });
  });
});

describe('what stands beside the movements', () => {
  const goods = [
    movements(
      'contributions',
      'document_no,date,amount_vnd,item,quantity,unit',
      ['A,2024-01-02,,Mì gói,10,thùng'],
      {
        at: '2024-02-01',
        openingVnd: 0,
      },
    ),
    movements(
      'disbursements',
      'document_no,date,purpose,amount_vnd,item,quantity,unit',
      ['C,2024-01-03,CUU_DOI,,Mì gói,300,gói'],
      { at: '2024-02-02' },
    ),
  ];
  const factor = (at: string) =>
    decisions(
      [
        {
          row: 2,
          action: 'QUY_DOI',
          item: 'Mì gói',
          from: 'thùng',
          to: 'gói',
          factorMilli: milli(30_000),
          reason: 'Bao bì',
          by: 'Thủ kho',
        },
      ],
      { at },
    );
  const later = income(['PT-9,2024-02-05,7'], { at: '2024-03-04', ...FEBRUARY });

  it('is gone with the factor that covers it, not with what comes later', () => {
    const decision = factor('2024-02-10');
    expect(goneOf(statementOf(...goods, decision, later), 'GOODS_NEGATIVE')).toMatchObject([
      { since: '2024-02-02', resolved: { digest: digestOf(decision), on: '2024-02-10' } },
    ]);
  });

  it('was never there where the factor was recorded before', () => {
    expect(statementOf(factor('2024-01-01'), ...goods, later).resolved).toEqual([]);
  });

  it('of a register stands since that came, and is gone with the one that replaces it', () => {
    const allotted = (amountVnd: number, at: string) =>
      register(
        'allocations',
        [
          {
            row: 2,
            stage: 'PHAN_BO',
            date: '2024-01-05' as IsoDate,
            amountVnd: vnd(amountVnd),
          } as Registers['allocations'],
        ],
        { at },
      );
    const book = income(['PT-1,2024-01-02,500'], { at: '2024-02-01', openingVnd: 0 });
    expect(
      one(statementOf(book, allotted(600, '2024-02-05'), later), 'ALLOCATED_MORE_THAN_RECEIVED'),
    ).toBeDefined();
    const early = income(['PT-7,2024-01-02,0'], { at: '2024-03-09', additional: true });
    expect(
      one(statementOf(book, allotted(600, '2024-02-05'), early), 'ALLOCATED_MORE_THAN_RECEIVED')?.since,
    ).toBe('2024-02-05');
    const enough = income(['PT-7,2024-01-02,200'], { at: '2024-03-09', additional: true });
    expect(
      goneOf(statementOf(book, allotted(600, '2024-02-05'), enough), 'ALLOCATED_MORE_THAN_RECEIVED'),
    ).toMatchObject([{ since: '2024-02-05', resolved: { digest: digestOf(enough) } }]);
  });

  it('does not lengthen the days of a book, nor the day up to which its figures hold', () => {
    const before = accountOf([...BOOK]);
    const wide: Kept = register('targets', [], { at: '2026-01-01', from: '2020-01-01', to: '2030-12-31' });
    const after = accountOf([...BOOK, wide]);
    const told = ({ statement: { period, asOf, coverage }, report, part }: typeof before) => ({
      period,
      asOf,
      coverage,
      report,
      // The day on which the unit was last heard of is another matter, and what it owes by then.
      part: { ...part, receivedOn: undefined, owed: undefined },
    });
    expect(told(after)).toEqual(told(before));
  });
});

describe('a state in which a file stood that is replaced by now', () => {
  it('takes nothing for gone that cannot be told of it', () => {
    const other = (opening: number, at: string) => statement({ at, account: '22', opening, lines: [] });
    const own = statement({
      at: '2024-02-03',
      account: '11',
      opening: 1_000_000,
      lines: ['2024-01-03 PT-1 ung ho +500000 =1500001'],
    });
    const found = statementOf(...BOOK, own, other(5, '2024-02-10'), other(6, '2024-02-11'));
    expect(all(found, 'BANK_BALANCE_MISMATCH')).toMatchObject([{ since: '2024-02-03', differenceVnd: 1 }]);
    expect(goneOf(found, 'BANK_BALANCE_MISMATCH')).toEqual([]);
  });

  it('still tells what the sums say of it', () => {
    const closes = income(['PT-1,2024-01-03,500'], { at: '2024-02-01', openingVnd: 0, closingVnd: 300 });
    const other = (opening: number, at: string) => statement({ at, opening, lines: [] });
    const paid = spending(['PC-1,2024-01-20,200'], { at: '2024-02-10' });
    const found = statementOf(closes, other(5, '2024-02-09'), paid, other(6, '2024-02-11'));
    expect(goneOf(found, 'CLOSING_MISMATCH')).toMatchObject([
      { resolved: { digest: digestOf(paid), on: '2024-02-10' } },
    ]);
  });

  it('does not depend on the order in which files come', () => {
    const files = [
      ...BOOK,
      SHORT,
      statement({ at: '2024-02-10', opening: 1_000_000, lines: LINES }),
      decisions([], { at: '2024-02-11' }),
      spending(['PC-1,2024-01-20,100000'], { at: '2024-02-12' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(accountOf(shuffled)).toEqual(accountOf(files));
      }),
      { numRuns: 15 },
    );
  });
});
