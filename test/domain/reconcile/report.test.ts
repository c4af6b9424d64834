import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate, Period } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { ReportPart, ReportPeriod } from '#domain/publish/report-schema.ts';
import { reportParts } from '#domain/reconcile/report.ts';
import { accountOf, income, spending, YEAR_2024 } from './books.ts';
import { books } from './generated.ts';

const sum = (lines: readonly { readonly amountVnd: number }[]) =>
  lines.reduce((total, line) => total + line.amountVnd, 0);
const of = (parts: readonly ReportPart[], kind: ReportPeriod) => parts.filter((part) => part.kind === kind);
const KINDS = ['THANG', 'QUY', 'SAU_THANG', 'NAM', 'TOAN_BO'] as const;

describe('the report of any book', () => {
  it('closes in every part, and each part goes on where the former ended', () => {
    fc.assert(
      fc.property(books, (files) => {
        const { report, statement } = accountOf(files);
        for (const part of report) {
          expect(part.openingVnd + sum(part.in) - sum(part.out)).toBe(part.closingVnd);
          expect(sum(part.in)).toBe(part.inVnd);
          expect(sum(part.out)).toBe(part.outVnd);
        }
        for (const kind of KINDS) {
          const parts = of(report, kind);
          expect(parts[0]?.openingVnd).toBe(statement.totals.openingVnd);
          expect(parts.at(-1)?.closingVnd).toBe(statement.totals.closingVnd);
          for (const [i, part] of parts.slice(1).entries())
            expect(part.openingVnd).toBe(parts[i]?.closingVnd);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up to the same by months, quarters, half-years, years and as a whole, line by line', () => {
    const lines = (parts: readonly ReportPart[]) => {
      const sums = new Map<string, { amountVnd: number; entries: number; households: number }>();
      const add = (key: string, line: { amountVnd: number; entries: number; households?: number }) => {
        const to = sums.get(key) ?? { amountVnd: 0, entries: 0, households: 0 };
        sums.set(key, {
          amountVnd: to.amountVnd + line.amountVnd,
          entries: to.entries + line.entries,
          households: to.households + (line.households ?? 0),
        });
      };
      for (const part of parts) {
        for (const line of part.in) add(`in ${line.source}`, line);
        for (const line of part.out) add(`out ${line.purpose}`, line);
      }
      return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
    };
    fc.assert(
      fc.property(books, (files) => {
        const { report, statement } = accountOf(files);
        const whole = lines(of(report, 'TOAN_BO'));
        for (const kind of KINDS) expect(lines(of(report, kind))).toEqual(whole);
        expect(of(report, 'TOAN_BO')).toMatchObject([
          { in: statement.inBySource, out: statement.outByPurpose },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('has the months of the statement with their balances, and the months between them', () => {
    fc.assert(
      fc.property(books, (files) => {
        const { report, statement } = accountOf(files);
        const parts = new Map(of(report, 'THANG').map((part) => [part.name, part]));
        for (const { month, inVnd, outVnd, closingVnd } of statement.months)
          expect(parts.get(month)).toMatchObject({ inVnd, outVnd, closingVnd });
        const days = [...parts.values()].map(({ period }) => period);
        for (const [i, { from }] of days.slice(1).entries()) expect(dayAfter(days[i]?.to ?? '')).toBe(from);
      }),
      { numRuns: 60 },
    );
  });
});

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const period = (from: string, to: string): Period => ({ from: from as IsoDate, to: to as IsoDate });
type Handed = Parameters<typeof reportParts>[0]['handedIn'];
const [JAN, FEB, MAR] = [
  period('2024-01-01', '2024-01-31'),
  period('2024-02-01', '2024-02-29'),
  period('2024-03-01', '2024-03-31'),
];
const month = (name: string, amount = 1) => ({
  month: name,
  bySource: [{ source: 'CA_NHAN' as const, amountVnd: vnd(amount), entries: 1 }],
  byPurpose: [],
});

describe('periods', () => {
  const parts = (days: Period, months: readonly string[] = []) =>
    reportParts({
      period: days,
      balance: {
        openingVnd: vnd(0),
        days: months.map((name) => ({ date: `${name}-10` as IsoDate, inVnd: vnd(1), outVnd: vnd(0) })),
      },
      months: months.map((name) => month(name)),
      handedIn: { contributions: [days], disbursements: [days] },
      life: {},
      equalities: [],
    });
  const names = (days: Period, kind: ReportPeriod) => of(parts(days), kind).map((part) => part.name);

  it.each([
    [
      'one day of the old year and one of the new',
      '2023-12-31',
      '2024-01-01',
      {
        THANG: ['2023-12', '2024-01'],
        QUY: ['2023-Q4', '2024-Q1'],
        SAU_THANG: ['2023-H2', '2024-H1'],
        NAM: ['2023', '2024'],
      },
    ],
    [
      'a leap year’s February',
      '2024-02-29',
      '2024-02-29',
      {
        THANG: ['2024-02'],
        QUY: ['2024-Q1'],
        SAU_THANG: ['2024-H1'],
        NAM: ['2024'],
      },
    ],
    [
      'the two days about midsummer',
      '2024-06-30',
      '2024-07-01',
      {
        THANG: ['2024-06', '2024-07'],
        QUY: ['2024-Q2', '2024-Q3'],
        SAU_THANG: ['2024-H1', '2024-H2'],
        NAM: ['2024'],
      },
    ],
  ] as const)('of %s have the names of the calendar', (_what, from, to, wanted) => {
    for (const kind of ['THANG', 'QUY', 'SAU_THANG', 'NAM'] as const)
      expect(names(period(from, to), kind)).toEqual(wanted[kind]);
    expect(names(period(from, to), 'TOAN_BO')).toEqual(['']);
  });

  it('have the days of the calendar', () => {
    const days = (kind: ReportPeriod) =>
      of(parts(period('2023-12-31', '2024-02-10')), kind).map((part) => Object.values(part.period));
    expect(days('THANG')).toEqual([
      ['2023-12-01', '2023-12-31'],
      ['2024-01-01', '2024-01-31'],
      ['2024-02-01', '2024-02-29'],
    ]);
    expect(days('QUY')).toEqual([
      ['2023-10-01', '2023-12-31'],
      ['2024-01-01', '2024-03-31'],
    ]);
    expect(days('SAU_THANG')).toEqual([
      ['2023-07-01', '2023-12-31'],
      ['2024-01-01', '2024-06-30'],
    ]);
    expect(days('NAM')).toEqual([
      ['2023-01-01', '2023-12-31'],
      ['2024-01-01', '2024-12-31'],
    ]);
    expect(days('TOAN_BO')).toEqual([['2023-12-31', '2024-02-10']]);
  });

  it('outside of the days handed in are those with movements, and no others', () => {
    const made = parts(period('2024-03-05', '2024-03-20'), ['2024-01', '2024-03', '2024-05']);
    expect(of(made, 'THANG').map(({ name, inVnd }) => [name, inVnd])).toEqual([
      ['2024-01', 1],
      ['2024-03', 1],
      ['2024-05', 1],
    ]);
    expect(of(made, 'QUY').map(({ name, inVnd }) => [name, inVnd])).toEqual([
      ['2024-Q1', 2],
      ['2024-Q2', 1],
    ]);
    expect(of(made, 'TOAN_BO').map((part) => part.period)).toEqual([
      { from: '2024-01-10', to: '2024-05-10' },
    ]);
  });

  it('of a book with a day written wrongly are not a hundred years', () => {
    const made = parts(period('2024-01-01', '2024-12-31'), ['1900-01', '2024-03']);
    expect(of(made, 'THANG').map(({ name }) => name)).toEqual([
      '1900-01',
      ...Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`),
    ]);
    expect(of(made, 'NAM').map(({ name, openingVnd, closingVnd }) => [name, openingVnd, closingVnd])).toEqual(
      [
        ['1900', 0, 1],
        ['2024', 1, 2],
      ],
    );
    expect(made).toHaveLength(13 + 5 + 3 + 2 + 1);
  });

  it('of the whole book are its own days where all movements lie in them', () => {
    const [whole] = of(parts(period('2024-03-05', '2024-03-20'), ['2024-03']), 'TOAN_BO');
    expect(whole).toMatchObject({ period: { from: '2024-03-05', to: '2024-03-20' }, complete: true });
  });

  it.each<[string, Handed, readonly string[]]>([
    [
      'both kinds',
      { contributions: [JAN, FEB], disbursements: [JAN, FEB] },
      ['2024-01', '2024-02', 'TOAN_BO'],
    ],
    ['both kinds in one month', { contributions: [JAN, FEB], disbursements: [FEB] }, ['2024-02']],
    [
      'both kinds in the whole quarter',
      { contributions: [JAN, FEB, MAR], disbursements: [period('2024-01-01', '2024-03-31')] },
      ['2024-01', '2024-02', '2024-Q1', 'TOAN_BO'],
    ],
    ['one kind alone', { contributions: [JAN, FEB] }, []],
    ['the other alone', { disbursements: [JAN, FEB] }, []],
    ['all but a day', { contributions: [JAN], disbursements: [period('2024-01-02', '2024-01-31')] }, []],
    ['nothing', {}, []],
  ])('are complete on all of whose days there is %s handed in', (_what, handedIn, wanted) => {
    const done = reportParts({
      period: period('2024-01-01', '2024-02-29'),
      balance: { openingVnd: vnd(0), days: [] },
      months: [],
      handedIn,
      life: {},
      equalities: [],
    }).filter(({ kind, complete }) => complete && ['THANG', 'QUY', 'TOAN_BO'].includes(kind));
    expect(done.map(({ kind, name }) => name || kind)).toEqual(wanted);
  });

  it.each<[string, Partial<Period>, string[]]>([
    ['a campaign that began in it', { from: '2024-03-05' as IsoDate }, ['2024-03', '2024-Q1']],
    [
      'a unit that ended in it',
      { from: '2024-03-01' as IsoDate, to: '2024-03-20' as IsoDate },
      ['2024-03', '2024-Q1', '2024-H1', '2024'],
    ],
    ['a fund without beginning or end', {}, []],
  ])('ask of %s for no other days than it had', (_what, life, wanted) => {
    const days = { from: '2024-03-05', to: life.to ?? '2024-03-31' } as Period;
    const parts = reportParts({
      ...{ period: days, balance: { openingVnd: vnd(0), days: [] }, months: [], equalities: [] },
      handedIn: {
        contributions: [{ ...days, from: life.from ?? days.from }],
        disbursements: [{ ...days, from: life.from ?? days.from }],
      },
      life,
    });
    const complete = parts.filter((part) => part.complete && part.kind !== 'TOAN_BO');
    expect(complete.map(({ name }) => name)).toEqual(wanted);
  });

  it('are not complete by a file for the whole year on the days after it was handed in', () => {
    const said = { ...YEAR_2024, at: '2024-02-20' };
    const { report, statement } = accountOf([
      income(['PT-1,2024-01-02,500'], said),
      spending(['PC-1,2024-01-03,100'], said),
    ]);
    expect(report.filter(({ complete }) => complete).map(({ name }) => name)).toEqual(['2024-01']);
    const stretches = [
      { from: '2024-01-01', to: '2024-02-20', state: 'COVERED' },
      { from: '2024-02-21', to: '2024-12-31', state: 'MISSING' },
    ];
    expect(statement.coverage).toEqual([
      { kind: 'contributions', stretches },
      { kind: 'disbursements', stretches },
    ]);
  });
});
