import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandedIn } from '#domain/calendar/coverage.ts';
import { type Deadline, SHIPPED_DEADLINES } from '#domain/calendar/deadlines.ts';
import { type BookDays, dutiesOf } from '#domain/calendar/duties.ts';
import type { FundDays } from '#domain/calendar/occasions.ts';
import type { Instant, IsoDate, Period } from '#domain/date.ts';

const day = (text: string) => text as IsoDate;
const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) });
const file = (kind: string, from: string, to: string, receivedAt: string): HandedIn => ({
  kind,
  period: period(from, to),
  receivedAt: receivedAt as Instant,
});
/** Both books of movements, handed in at one time. */
const both = (from: string, to: string, receivedAt: string): HandedIn[] => [
  file('contributions', from, to, receivedAt),
  file('disbursements', from, to, receivedAt),
];
const book = (from: string, to: string, asOf: string, handedIn: readonly HandedIn[] = []): BookDays => ({
  period: period(from, to),
  handedIn,
  asOf: day(asOf),
});
const STANDING: FundDays = { kind: 'QUY_VNN' };

/** Duties of one code as `period end | due | state and when`. */
const told = (code: string, fund: FundDays, days: BookDays): string[] =>
  dutiesOf(fund, days)
    .filter((duty) => duty.code === code)
    .map(({ forPeriod, due, state, doneOn, lateDays }) =>
      [
        `${forPeriod.from}…${forPeriod.to}`,
        due,
        [state, doneOn, lateDays].filter((x) => x !== undefined).join(' '),
      ].join(' | '),
    );

describe('a report for each month', () => {
  it.each<[string, BookDays, string[]]>([
    [
      'is done when both books cover the month, on the day in Vietnam on which the second one came',
      book('2025-01-01', '2025-01-31', '2025-02-15', [
        file('contributions', '2025-01-01', '2025-01-31', '2025-02-03T01:00:00.000Z'),
        file('disbursements', '2025-01-01', '2025-01-31', '2025-02-05T18:00:00.000Z'),
      ]),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-02-06'],
    ],
    [
      'is done with the second one whichever that is',
      book('2025-01-01', '2025-01-31', '2025-02-15', [
        file('contributions', '2025-01-01', '2025-01-31', '2025-02-07T01:00:00.000Z'),
        file('disbursements', '2025-01-01', '2025-01-31', '2025-02-05T18:00:00.000Z'),
      ]),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-02-07'],
    ],
    [
      'is open while one of the two is missing',
      book('2025-01-01', '2025-01-31', '2025-02-15', [
        file('contributions', '2025-01-01', '2025-01-31', '2025-02-03T01:00:00.000Z'),
      ]),
      ['2025-01-01…2025-01-31 | 2025-03-02 | OPEN'],
    ],
    [
      'is open while one day is not covered',
      book('2025-01-01', '2025-01-31', '2025-02-15', [
        ...both('2025-01-01', '2025-01-15', '2025-02-03T01:00:00.000Z'),
        ...both('2025-01-17', '2025-01-31', '2025-02-03T01:00:00.000Z'),
      ]),
      ['2025-01-01…2025-01-31 | 2025-03-02 | OPEN'],
    ],
    [
      'may be covered by several files, which may overlap and reach beyond it',
      book('2025-01-01', '2025-03-31', '2025-02-15', [
        ...both('2024-12-20', '2025-01-15', '2025-02-04T01:00:00.000Z'),
        ...both('2025-01-16', '2025-02-10', '2025-02-12T01:00:00.000Z'),
        ...both('2025-01-10', '2025-01-12', '2025-02-13T01:00:00.000Z'),
      ]),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-02-12'],
    ],
    [
      'is late by the days after it was due',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-03-15',
        both('2025-01-01', '2025-01-31', '2025-03-04T01:00:00.000Z'),
      ),
      [
        '2025-01-01…2025-01-31 | 2025-03-02 | DONE_LATE 2025-03-04 2',
        '2025-02-01…2025-02-28 | 2025-03-30 | OPEN',
      ],
    ],
    [
      'is in time on the due day itself, until midnight in Vietnam',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-03-03',
        both('2025-01-01', '2025-01-31', '2025-03-02T16:59:59.999Z'),
      ),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-03-02', '2025-02-01…2025-02-28 | 2025-03-30 | OPEN'],
    ],
    [
      'is late from midnight in Vietnam',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-03-03',
        both('2025-01-01', '2025-01-31', '2025-03-02T17:00:00.000Z'),
      ),
      [
        '2025-01-01…2025-01-31 | 2025-03-02 | DONE_LATE 2025-03-03 1',
        '2025-02-01…2025-02-28 | 2025-03-30 | OPEN',
      ],
    ],
    [
      'is not met by what came before its last day, whatever days that declared',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-01-31',
        both('2025-01-01', '2025-01-31', '2025-01-30T01:00:00.000Z'),
      ),
      ['2025-01-01…2025-01-31 | 2025-03-02 | OPEN'],
    ],
    [
      'may be met on its last day',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-01-31',
        both('2025-01-01', '2025-01-31', '2025-01-31T10:00:00.000Z'),
      ),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-01-31'],
    ],
    [
      'is not met by what came after the day of the ledger',
      book(
        '2025-01-01',
        '2025-01-31',
        '2025-02-10',
        both('2025-01-01', '2025-01-31', '2025-02-11T01:00:00.000Z'),
      ),
      ['2025-01-01…2025-01-31 | 2025-03-02 | OPEN'],
    ],
    ['is not listed before the month is over', book('2025-01-01', '2025-01-31', '2025-01-30'), []],
    [
      'crosses the year, and February of a leap year has 29 days',
      book('2023-12-05', '2024-02-29', '2024-03-01'),
      [
        '2023-12-01…2023-12-31 | 2024-01-30 | OPEN',
        '2024-01-01…2024-01-31 | 2024-03-01 | OPEN',
        '2024-02-01…2024-02-29 | 2024-03-30 | OPEN',
      ],
    ],
    [
      'asks of a first month only the days since the first of the book',
      book(
        '2025-01-20',
        '2025-01-31',
        '2025-02-01',
        both('2025-01-20', '2025-01-31', '2025-02-01T01:00:00.000Z'),
      ),
      ['2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-02-01'],
    ],
  ])('%s', (_, days, expected) => {
    expect(told('BAO_CAO_THANG', STANDING, days)).toEqual(expected);
  });

  it('is listed for the last 36 months that have ended', () => {
    const months = told('BAO_CAO_THANG', STANDING, book('2017-01-01', '2025-09-30', '2025-09-29'));
    expect(months).toHaveLength(36);
    expect(months[0]).toMatch(/^2022-09-01/);
    expect(months.at(-1)).toMatch(/^2025-08-01/);
  });
});

describe('longer periods', () => {
  const days = book('2024-05-01', '2025-01-01', '2025-01-01', [
    ...both('2024-05-01', '2024-06-30', '2024-07-10T01:00:00.000Z'),
    ...both('2024-07-01', '2024-12-31', '2024-12-31T16:00:00.000Z'),
  ]);
  it.each<[string, string[]]>([
    [
      'BAO_CAO_QUY',
      [
        '2024-04-01…2024-06-30 | 2024-09-28 | DONE 2024-07-10',
        '2024-07-01…2024-09-30 | 2024-12-29 | DONE_LATE 2024-12-31 2',
        '2024-10-01…2024-12-31 | 2025-03-31 | DONE 2024-12-31',
      ],
    ],
    [
      'BAO_CAO_6_THANG',
      [
        '2024-01-01…2024-06-30 | 2024-12-27 | DONE 2024-07-10',
        '2024-07-01…2024-12-31 | 2025-06-29 | DONE 2024-12-31',
      ],
    ],
    ['BAO_CAO_NAM', ['2024-01-01…2024-12-31 | 2025-12-31 | DONE 2024-12-31']],
  ])('end with the calendar, each its own duty: %s', (code, expected) => {
    expect(told(code, STANDING, days)).toEqual(expected);
  });
});

describe('the reconciliation with the bank', () => {
  it('takes a statement of the month, and the books do not do instead', () => {
    const days = book('2025-01-01', '2025-02-28', '2025-03-01', [
      ...both('2025-01-01', '2025-02-28', '2025-03-01T01:00:00.000Z'),
      file('bankStatement', '2025-01-01', '2025-01-31', '2025-02-02T01:00:00.000Z'),
    ]);
    expect(told('DOI_CHIEU_NGAN_HANG', STANDING, days)).toEqual([
      '2025-01-01…2025-01-31 | 2025-03-02 | DONE 2025-02-02',
      '2025-02-01…2025-02-28 | 2025-03-30 | OPEN',
    ]);
  });
});

describe('a relief campaign', () => {
  const days = book('2024-09-10', '2024-12-20', '2025-03-01', [
    file('contributions', '2024-09-10', '2024-11-30', '2024-12-18T01:00:00.000Z'),
    file('disbursements', '2024-09-10', '2024-12-20', '2025-01-10T01:00:00.000Z'),
  ]);
  const codes = ['TIEP_NHAN', 'PHAN_PHOI', 'CONG_KHAI_THU', 'CONG_KHAI_CHI'];
  const duties = (fund: FundDays, on = days) =>
    codes.flatMap((code) => told(code, fund, on).map((row) => `${code} ${row}`));

  it('that was received and distributed has four duties', () => {
    const fund: FundDays = {
      kind: 'CUU_TRO',
      from: day('2024-09-10'),
      to: day('2024-11-30'),
      distributionEnd: day('2024-12-20'),
    };
    expect(duties(fund)).toEqual([
      'TIEP_NHAN 2024-09-10…2024-12-09 | 2024-12-09 | DONE 2024-11-30',
      'PHAN_PHOI 2024-09-10…2024-11-30 | 2024-12-20 | DONE 2024-12-20',
      'CONG_KHAI_THU 2024-09-10…2024-11-30 | 2024-12-15 | DONE_LATE 2024-12-18 3',
      'CONG_KHAI_CHI 2024-09-10…2024-12-20 | 2025-01-19 | DONE 2025-01-10',
    ]);
  });

  it('that is open owes the end of receiving, and nothing that counts from an end', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10') };
    expect(duties(fund)).toEqual(['TIEP_NHAN 2024-09-10…2024-12-09 | 2024-12-09 | OPEN']);
    expect(told('BAO_CAO_THANG', fund, days)).toHaveLength(6);
  });

  it('that ended and was not distributed owes that', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10'), to: day('2024-12-12') };
    expect(duties(fund)).toEqual([
      'TIEP_NHAN 2024-09-10…2024-12-09 | 2024-12-09 | DONE_LATE 2024-12-12 3',
      'PHAN_PHOI 2024-09-10…2024-12-12 | 2025-01-01 | OPEN',
      'CONG_KHAI_THU 2024-09-10…2024-12-12 | 2024-12-27 | OPEN',
    ]);
  });

  it('counts from the end of receiving where that is told apart from the end of the campaign', () => {
    const fund: FundDays = {
      kind: 'CUU_TRO',
      from: day('2024-09-10'),
      to: day('2024-12-31'),
      receiptEnd: day('2024-10-31'),
    };
    expect(told('CONG_KHAI_THU', fund, days)).toEqual([
      '2024-09-10…2024-10-31 | 2024-11-15 | DONE_LATE 2024-12-18 33',
    ]);
  });

  it('owes no duty before the day that it counts from', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10'), to: day('2024-11-30') };
    const early = book('2024-09-10', '2024-09-30', '2024-11-29');
    expect(duties(fund, early)).toEqual(['TIEP_NHAN 2024-09-10…2024-12-09 | 2024-12-09 | OPEN']);
  });

  it('owes reports for as long as it distributes, of its own days', () => {
    const fund: FundDays = {
      kind: 'CUU_TRO',
      from: day('2024-09-10'),
      to: day('2024-09-20'),
      distributionEnd: day('2024-10-05'),
    };
    const closed = book(
      '2024-09-10',
      '2024-10-05',
      '2025-03-01',
      both('2024-09-10', '2024-10-05', '2024-11-01T01:00:00.000Z'),
    );
    expect(told('BAO_CAO_THANG', fund, closed)).toEqual([
      '2024-09-01…2024-09-30 | 2024-10-30 | DONE_LATE 2024-11-01 2',
      '2024-10-01…2024-10-31 | 2024-11-30 | DONE 2024-11-01',
    ]);
  });

  it('owes reports up to the last day of its book where the end of distributing is not known', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10'), to: day('2024-09-20') };
    expect(told('BAO_CAO_THANG', fund, days)).toHaveLength(4);
  });

  it('owes nothing from an end that is told to lie before its first day', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10'), receiptEnd: day('2024-09-01') };
    expect(told('CONG_KHAI_THU', fund, days)).toEqual([]);
  });

  it('is listed for as long as its days are no more than 36 months back', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2024-09-10'), to: day('2024-11-30') };
    const on = (asOf: string) => book('2024-09-10', '2024-11-30', asOf);
    expect(duties(fund, on('2027-08-31'))).toHaveLength(3);
    expect(duties(fund, on('2027-09-30'))).toHaveLength(2);
    expect(duties(fund, on('2027-11-30'))).toHaveLength(0);
  });

  it('is what the duties of relief are for: the standing fund has none of them', () => {
    const fund: FundDays = { kind: 'QUY_VNN', from: day('2024-09-10'), to: day('2024-11-30') };
    expect(duties(fund)).toEqual([]);
  });

  it('before the decree was in force had none of its duties', () => {
    const fund: FundDays = { kind: 'CUU_TRO', from: day('2021-10-10'), to: day('2021-12-11') };
    const then = book('2021-10-10', '2021-12-11', '2022-02-01');
    expect(duties(fund, then)).toEqual([
      'PHAN_PHOI 2021-10-10…2021-12-11 | 2021-12-31 | OPEN',
      'CONG_KHAI_THU 2021-10-10…2021-12-11 | 2021-12-26 | OPEN',
    ]);
  });
});

describe('every duty', () => {
  const fund: FundDays = {
    kind: 'CUU_TRO',
    from: day('2024-01-15'),
    to: day('2024-06-30'),
    distributionEnd: day('2024-07-10'),
  };

  it('carries its certainty, source and title', () => {
    for (const duty of dutiesOf(fund, book('2024-01-15', '2024-06-30', '2025-06-30'))) {
      const configured = SHIPPED_DEADLINES.find(({ code }) => code === duty.code);
      expect(duty).toMatchObject({
        title: configured?.title,
        certainty: configured?.certainty,
        source: configured?.source,
      });
    }
  });

  it('follows the version in force on the day that it counts from', () => {
    const base = SHIPPED_DEADLINES.find(({ code }) => code === 'BAO_CAO_THANG');
    if (base === undefined) throw new Error('no such duty');
    const versions: Deadline[] = [
      { ...base, days: 10, certainty: 'S', validFrom: day('2024-01-01'), validTo: day('2024-02-29') },
      { ...base, days: 20, validFrom: day('2024-03-01') },
    ];
    const found = dutiesOf(STANDING, book('2023-12-01', '2024-03-31', '2024-03-31'), versions);
    expect(found.map(({ due, certainty }) => [due, certainty])).toEqual([
      ['2024-02-10', 'S'],
      ['2024-03-10', 'S'],
      ['2024-04-20', 'M'],
    ]);
  });

  const days = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10));
  const files = fc.array(
    fc.record({
      kind: fc.constantFrom('contributions', 'disbursements', 'bankStatement', 'units'),
      from: days,
      length: fc.integer({ min: 0, max: 200 }),
      after: fc.integer({ min: -10, max: 60 }),
    }),
    { maxLength: 20 },
  );
  const handed = files.map((list) =>
    list.map(({ kind, from, length, after }) => {
      const to = Date.parse(from) + length * 86_400_000;
      return file(
        kind,
        from,
        new Date(to).toISOString().slice(0, 10),
        new Date(to + after * 86_400_000).toISOString(),
      );
    }),
  );
  const funds = fc
    .record({ from: days, to: fc.option(days, { nil: undefined }), asOf: days })
    .map(({ from, to, asOf }) => ({
      fund: {
        kind: 'CUU_TRO',
        from: day(from),
        to: to === undefined ? undefined : day(to),
        distributionEnd: undefined,
      } satisfies FundDays,
      asOf,
    }));

  it('is due its days after its basis, and is done by then or late by the difference', () => {
    fc.assert(
      fc.property(handed, funds, (handedIn, { fund, asOf }) => {
        for (const duty of dutiesOf(fund, book('2021-01-01', '2025-01-01', asOf, handedIn))) {
          const { days: allowed, basis } = SHIPPED_DEADLINES.find(({ code }) => code === duty.code) ?? {};
          const counted = basis === 'CAMPAIGN_START' ? duty.forPeriod.from : duty.forPeriod.to;
          expect(Date.parse(duty.due) - Date.parse(counted)).toBe((allowed ?? -1) * 86_400_000);
          expect(counted <= asOf).toBe(true);
          const late =
            duty.doneOn === undefined ? 0 : (Date.parse(duty.doneOn) - Date.parse(duty.due)) / 86_400_000;
          expect(duty.state).toBe(duty.doneOn === undefined ? 'OPEN' : late > 0 ? 'DONE_LATE' : 'DONE');
          expect(duty.lateDays).toBe(late > 0 ? late : undefined);
          expect((duty.doneOn ?? asOf) <= asOf).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of files', () => {
    const shuffled = handed.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, funds, ([list, other], { fund, asOf }) => {
        expect(dutiesOf(fund, book('2021-01-01', '2025-01-01', asOf, other))).toEqual(
          dutiesOf(fund, book('2021-01-01', '2025-01-01', asOf, list)),
        );
      }),
    );
  });

  it('is met no later for one file more', () => {
    fc.assert(
      fc.property(handed, funds, fc.nat(), (list, { fund, asOf }, which) => {
        fc.pre(list.length > 0);
        const fewer = list.filter((_, i) => i !== which % list.length);
        const all = dutiesOf(fund, book('2021-01-01', '2025-01-01', asOf, list));
        for (const [i, duty] of dutiesOf(fund, book('2021-01-01', '2025-01-01', asOf, fewer)).entries()) {
          if (duty.doneOn !== undefined) expect((all[i]?.doneOn ?? '9') <= duty.doneOn).toBe(true);
        }
      }),
    );
  });
});
