/** What each part of a report must meet: its neighbours, what was declared, the bank. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '#domain/reconcile/account.ts';
import { accountOf, income, type Kept, type Said, spending, statement } from './books.ts';
import { books } from './generated.ts';

const partOf = ({ report }: Account, name: string) => {
  const part = report.find((one) => one.name === name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
};
const told = (account: Account, name: string, rule: string) =>
  partOf(account, name)
    .equalities.filter((one) => one.rule === rule)
    .map(({ date, expectedVnd, actualVnd, varianceVnd }) => [date, expectedVnd, actualVnd, varianceVnd]);

describe('the equalities of a report', () => {
  it('say of every part that it goes on from the former and closes as the book does day by day', () => {
    fc.assert(
      fc.property(books, (files) => {
        const { report } = accountOf(files);
        for (const [kind, parts] of Map.groupBy(report, (part) => part.kind))
          for (const [i, { period, openingVnd, closingVnd, equalities }] of parts.entries()) {
            const own = (rule: string) => equalities.filter((one) => one.rule === rule);
            const meets = (amount: number) => ({ expectedVnd: amount, actualVnd: amount, varianceVnd: 0 });
            expect(own('PERIOD_CLOSING')).toEqual([
              { rule: 'PERIOD_CLOSING', date: period.to, ...meets(closingVnd) },
            ]);
            expect([kind, own('PERIOD_OPENING')]).toEqual([
              kind,
              i === 0 ? [] : [{ rule: 'PERIOD_OPENING', date: period.from, ...meets(openingVnd) }],
            ]);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('have all of the statement in the whole book, and each of a day once in every kind of period', () => {
    fc.assert(
      fc.property(books, (files) => {
        const { report, statement: of } = accountOf(files);
        const ofStatement = (kind: string) =>
          report
            .filter((part) => part.kind === kind)
            .flatMap(({ equalities }) => equalities)
            .filter(({ rule }) => !/^(PERIOD_|MONTH_END_)/.test(rule));
        expect(ofStatement('TOAN_BO')).toEqual(of.equalities);
        const inTime = of.equalities.filter(
          ({ date }) => date !== undefined && date >= of.period.from && date <= of.period.to,
        );
        for (const kind of ['THANG', 'QUY', 'SAU_THANG', 'NAM'])
          expect(new Set(ofStatement(kind))).toEqual(new Set(inTime));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the bank at the ends of months', () => {
  const QUARTER = { from: '2024-01-01', to: '2024-03-31', at: '2024-04-02' };
  const LINES = ['2024-01-05 a +500', '2024-02-10 b -100', '2024-03-20 c +50'];
  const book = (said: Partial<Said> = {}): Kept[] => [
    income(['PT-1,2024-01-05,500', 'PT-2,2024-03-20,50'], { ...QUARTER, openingVnd: 1_000, ...said }),
    spending(['PC-1,2024-02-10,100'], QUARTER),
  ];
  const bank = (lines: readonly string[] = LINES, more: object = {}) =>
    statement({ ...QUARTER, account: '0001', opening: 1_000, lines, ...more });

  it('is compared with the book in each month and quarter, once on the day of the statement', () => {
    const account = accountOf([...book(), bank()]);
    expect(told(account, '2024-01', 'MONTH_END_BANK')).toEqual([['2024-01-31', 1_500, 1_500, 0]]);
    expect(told(account, '2024-02', 'MONTH_END_BANK')).toEqual([['2024-02-29', 1_400, 1_400, 0]]);
    expect(told(account, '2024-03', 'MONTH_END_BANK')).toEqual([]);
    expect(told(account, '2024-03', 'BANK_BOOK_MISMATCH')).toEqual([['2024-03-31', 1_450, 1_450, 0]]);
    expect(told(account, '2024-Q1', 'MONTH_END_BANK')).toHaveLength(2);
    expect(told(account, '', 'MONTH_END_BANK')).toHaveLength(2);
  });

  it('differs in the month in which a line came late, by its amount, and changes no status', () => {
    const late = accountOf([...book(), bank(['2024-02-01 a +500', ...LINES.slice(1)])]);
    expect(told(late, '2024-01', 'MONTH_END_BANK')).toEqual([['2024-01-31', 1_500, 1_000, -500]]);
    expect(told(late, '2024-02', 'MONTH_END_BANK')).toEqual([['2024-02-29', 1_400, 1_400, 0]]);
    expect(late.statement.equalities.filter(({ varianceVnd }) => varianceVnd !== 0)).toEqual([]);
  });

  it('moves with what the bank does not list', () => {
    const unlisted = accountOf([
      ...book(),
      bank(['2024-01-05 a +500', '2024-02-10 b -100 =1390', LINES[2] ?? '']),
    ]);
    expect(told(unlisted, '2024-01', 'MONTH_END_BANK')).toEqual([['2024-01-31', 1_500, 1_500, 0]]);
    expect(told(unlisted, '2024-02', 'MONTH_END_BANK')).toEqual([['2024-02-29', 1_400, 1_390, -10]]);
  });

  const second = { account: '0002', opening: 0, lines: [], from: '2024-02-01' };
  it.each<[string, readonly Kept[], readonly string[]]>([
    ['a second account begins later', [bank(), bank([], second)], ['2024-02-29']],
    [
      'no statement has that day',
      [
        bank(LINES.slice(0, 1), { to: '2024-01-31' }),
        bank(LINES.slice(2), { from: '2024-03-01', opening: 1_400 }),
      ],
      ['2024-01-31'],
    ],
    ['the bank prints no balances', [bank(LINES, { noBalances: true })], []],
  ])('is not told where %s', (_what, statements, wanted) => {
    const account = accountOf([...book(), ...statements]);
    expect(told(account, '', 'MONTH_END_BANK').map(([date]) => date)).toEqual(wanted);
  });

  it('is not told where only one kind of movements is handed in for the day', () => {
    const short = spending(['PC-1,2024-02-10,100'], { ...QUARTER, to: '2024-02-28' });
    const account = accountOf([...book().slice(0, 1), short, bank()]);
    expect(told(account, '', 'MONTH_END_BANK').map(([date]) => date)).toEqual(['2024-01-31']);
  });

  it('of a book that counts its cash is told on days on which it was counted', () => {
    const counted = [
      income(['PT-1,2024-01-05,500'], {
        ...QUARTER,
        to: '2024-01-31',
        at: '2024-02-01',
        openingVnd: 1_000,
        cashVnd: 20,
      }),
      income(['PT-2,2024-03-20,50'], { ...QUARTER, from: '2024-02-01' }),
      ...book().slice(1),
      bank(['2024-01-05 a +480', ...LINES.slice(1)]),
    ];
    const account = accountOf(counted);
    expect(told(account, '', 'MONTH_END_BANK')).toEqual([['2024-01-31', 1_500, 1_500, 0]]);
  });
});
