/** What a page of a book makes of its figures: account, report, coverage, duties, findings, matching, files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, coveredDays, periodOf, type Stretch } from '#dashboard/src/lib/coverage.ts';
import { ageText } from '#dashboard/src/lib/days.ts';
import { reportDownloads } from '#dashboard/src/lib/downloads.ts';
import {
  certaintyText,
  type Duty,
  dutiesInOrder,
  dutiesUntil,
  dutyCounts,
  dutyKinds,
  dutySaid,
} from '#dashboard/src/lib/duties.ts';
import { acceptedLabel, acceptedText, hiddenRowsText } from '#dashboard/src/lib/file-kinds.ts';
import { houseSteps, houseYears } from '#dashboard/src/lib/houses.ts';
import { bankEquation, LEVEL_MEANINGS } from '#dashboard/src/lib/matching.ts';
import {
  addsUp,
  comparedText,
  drivesIn,
  kindsIn,
  partName,
  partsOfKind,
  shownOf,
} from '#dashboard/src/lib/report.ts';
import { equalityColumns, goodsColumns } from '#dashboard/src/lib/statement-columns.ts';
import { accountLines, inflowVnd, outflowVnd, unclosedVnd } from '#dashboard/src/lib/totals.ts';
import { findingGroups } from '#dashboard/src/lib/tracked.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { daysOf } from '#domain/days.ts';
import type { TrackedFinding } from '#domain/finding.ts';
import { MATCH_LEVELS } from '#domain/match/match.ts';
import type { Bank } from '#domain/publish/bank-schema.ts';
import type { Drive, ReportPart } from '#domain/publish/report-schema.ts';
import type { Equality, Statement } from '#domain/publish/schema.ts';
import type { Houses } from '#domain/targets/houses-schema.ts';
import { bookTotals } from './support/made-totals.ts';

const day = (text: string) => text as IsoDate;

describe('the account', () => {
  const labels = (flows: Parameters<typeof bookTotals>[0]) =>
    accountLines(bookTotals(flows)).map(({ label }) => label);

  test('an empty book has opening, contributions, transfers and uses, and no line for what is seldom', () => {
    expect(labels({})).toEqual([
      'Số dư đầu kỳ',
      'Ủng hộ',
      'Cấp trên chuyển về',
      'Đã dùng cho người dân',
      'Chuyển cấp dưới',
    ]);
  });

  test.each([
    ['handoversInVnd', '+', 'Nhận bàn giao số dư'],
    ['interestVnd', '+', 'Lãi tiền gửi'],
    ['refundsInVnd', '+', 'Hoàn trả về quỹ'],
    ['handoversOutVnd', '−', 'Bàn giao số dư'],
    ['refundsOutVnd', '−', 'Hoàn trả người ủng hộ'],
    ['feesVnd', '−', 'Phí ngân hàng'],
  ] as const)('%s has a line where it is not 0, also when it is taken back', (field, sign, label) => {
    for (const amountVnd of [5, -5])
      expect(accountLines(bookTotals({ [field]: amountVnd }))).toContainEqual({ sign, label, amountVnd });
    expect(labels({ [field]: 0 })).not.toContain(label);
  });

  test('its lines always add up to the closing balance, and so do in- and outflow', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    const flows = fc.record({
      ...{ openingVnd: amount, donationsVnd: amount, transfersInVnd: amount, handoversInVnd: amount },
      ...{ interestVnd: amount, refundsInVnd: amount, usesVnd: amount, transfersOutVnd: amount },
      ...{ handoversOutVnd: amount, refundsOutVnd: amount, feesVnd: amount },
    });
    fc.assert(
      fc.property(flows, (some) => {
        const totals = bookTotals(some);
        const sum = accountLines(totals).reduce(
          (before, { sign, amountVnd }) => (sign === '−' ? before - amountVnd : before + amountVnd),
          0,
        );
        expect(sum).toBe(totals.closingVnd);
        expect(totals.openingVnd + inflowVnd(totals) - outflowVnd(totals)).toBe(totals.closingVnd);
        expect(unclosedVnd(totals)).toBe(0);
      }),
    );
  });
});

describe('the report by periods', () => {
  const part = (kind: ReportPart['kind'], name: string, from: string, more: object = {}): ReportPart =>
    ({
      ...{ kind, name, period: { from, to: from }, complete: true },
      ...{ openingVnd: 10, inVnd: 5, outVnd: 3, closingVnd: 12 },
      in: [{ source: 'CA_NHAN', amountVnd: 5, entries: 1 }],
      out: [{ purpose: 'TET', amountVnd: 3, entries: 1, households: 1 }],
      ...more,
    }) as ReportPart;

  test.each([
    ['THANG', '2025-03', 'Tháng 03/2025'],
    ['QUY', '2025-Q1', 'Quý 1/2025'],
    ['SAU_THANG', '2025-H1', '6 tháng đầu năm 2025'],
    ['SAU_THANG', '2025-H2', '6 tháng cuối năm 2025'],
    ['NAM', '2025', 'Năm 2025'],
    ['TOAN_BO', '', 'Cả sổ'],
  ] as const)('%s %s is called %s', (kind, name, said) => {
    expect(partName({ kind, name }, 'QVNN' as FundCode)).toBe(said);
  });

  test('the book of a campaign is, as a whole, the campaign; its months are months', () => {
    const fund = 'YAGI-2024' as FundCode;
    expect(partName({ kind: 'TOAN_BO', name: '' }, fund)).toBe('Cả đợt vận động');
    expect(partName({ kind: 'THANG', name: '2024-09' }, fund)).toBe('Tháng 09/2024');
  });

  test('says how many things were compared, and how many of them differ', () => {
    const compared = (...variances: number[]) =>
      comparedText(
        part('NAM', '2025', '2025-01-01', { equalities: variances.map((varianceVnd) => ({ varianceVnd })) }),
      );
    expect(compared(0, 0)).toBe('Đối chiếu của kỳ: 2 phép, đều khớp');
    expect(compared(0, -5, 7)).toBe('Đối chiếu của kỳ: 3 phép, 2 phép lệch');
  });

  test('kinds stand from the month to the whole book, periods of a kind from the latest', () => {
    const parts = [
      part('TOAN_BO', '', '2024-01-01'),
      part('QUY', '2024-Q4', '2024-10-01'),
      part('QUY', '2025-Q1', '2025-01-01'),
      part('THANG', '2025-01', '2025-01-01'),
    ];
    expect(kindsIn(parts)).toEqual(['THANG', 'QUY', 'TOAN_BO']);
    expect(partsOfKind(parts, 'QUY').map(({ name }) => name)).toEqual(['2025-Q1', '2024-Q4']);
  });

  const parts = [
    part('TOAN_BO', '', '2024-01-01'),
    part('NAM', '2024', '2024-01-01'),
    part('NAM', '2025', '2025-01-01'),
    part('QUY', '2025-Q1', '2025-01-01'),
    part('QUY', '2025-Q2', '2025-04-01'),
  ];
  const drives = ['2024', '2025'].map(
    (year) => ({ campaign: `TET-${year}`, period: { from: `${year}-01-05`, to: `${year}-02-01` } }) as Drive,
  );
  test.each([
    ['the latest year where none is asked for', undefined, '2025', false],
    ['the one asked for', '2025-Q1', '2025-Q1', false],
    ['the whole book where that is asked for', '', '', false],
    ['the whole book where there is no such period, and says so', '2031-Q1', '', true],
    ['the whole book for what is no period', 'TOAN_BO', '', true],
  ])('shows %s', (_, asked, name, unknown) => {
    expect(shownOf({ parts, drives }, asked)).toMatchObject({ part: { name }, unknown });
  });

  test('shows the drive asked for by its code, and no period with it', () => {
    expect(shownOf({ parts, drives }, 'TET-2024')).toEqual({ drive: drives[0], unknown: false });
    expect(shownOf({ parts, drives: [] }, 'TET-2024')).toMatchObject({ part: { name: '' }, unknown: true });
  });

  test('drives stand from the latest', () => {
    expect(drivesIn(drives).map(({ campaign }) => campaign)).toEqual(['TET-2025', 'TET-2024']);
  });

  test('shows the latest period there is where there is no year, and nothing where there is none', () => {
    const quarters = parts.filter(({ kind }) => kind === 'QUY');
    expect(shownOf({ parts: quarters, drives: [] }, undefined)).toMatchObject({
      part: { name: '2025-Q2' },
      unknown: false,
    });
    expect(shownOf({ parts: [], drives: [] }, undefined).part).toBeUndefined();
    expect(shownOf({ parts: [], drives: [] }, '2025').part).toBeUndefined();
  });

  test.each([
    ['opening', { openingVnd: 11 }],
    ['closing', { closingVnd: 13 }],
    ['a source', { in: [] }],
    ['a purpose', { out: [] }],
  ])('it does not add up when %s is changed', (_, change) => {
    expect(addsUp(part('NAM', '2025', '2025-01-01'))).toBe(true);
    expect(addsUp(part('NAM', '2025', '2025-01-01', change))).toBe(false);
  });

  test('files are saved under the name of the book, an ended unit’s apart from its successor’s', () => {
    const book = {
      ...{ unit: { code: '24' }, fund: 'QVNN', asOf: '2025-09-30' },
      report: { json: 'a'.repeat(64), csv: 'b'.repeat(64) },
    } as Statement;
    expect(reportDownloads(book).map(({ href, name }) => [href, name])).toEqual([
      [`/data/o/${'b'.repeat(64)}.csv`, 'bao-cao-24-QVNN-2025-09-30.csv'],
      [`/data/o/${'a'.repeat(64)}.json`, 'bao-cao-24-QVNN-2025-09-30.json'],
    ]);
    const ended = { ...book, unit: { ...book.unit, validTo: day('2025-06-30') } };
    expect(reportDownloads(ended)[0]?.name).toBe('bao-cao-24-den-2025-06-30-QVNN-2025-09-30.csv');
  });
});

describe('days', () => {
  const stretches: Stretch[] = [
    { from: day('2024-02-01'), to: day('2024-02-29'), state: 'COVERED' },
    { from: day('2024-03-01'), to: day('2024-03-01'), state: 'OVERLAP' },
    { from: day('2024-03-02'), to: day('2024-03-11'), state: 'MISSING' },
  ];

  test('both ends of a period count, leap days too', () => {
    expect(daysOf({ from: day('2024-02-28'), to: day('2024-03-01') })).toBe(3);
    expect(daysOf({ from: day('2025-02-28'), to: day('2025-02-28') })).toBe(1);
  });

  test('days are counted by state, and the blocks of the strip fill it without overlap', () => {
    expect(coveredDays(stretches)).toEqual({ COVERED: 29, OVERLAP: 1, MISSING: 10 });
    const within = periodOf([stretches, []]);
    if (within === undefined) throw new Error('no period');
    const blocks = blocksOf(stretches, within);
    expect(blocks.map(({ at, days }) => [at, days])).toEqual([
      [0, 29],
      [29, 1],
      [30, 10],
    ]);
    expect(daysOf(within)).toBe(40);
    expect(periodOf([[], []])).toBeUndefined();
  });

  test.each([
    ['2025-10-01', 'hôm nay'],
    ['2025-10-02', 'hôm nay'],
    ['2025-09-30', '1 ngày'],
    ['2022-01-01', '1.369 ngày'],
  ])('what stands since %s', (since, said) => {
    expect(ageText(day(since), day('2025-10-01'))).toBe(said);
  });
});

describe('duties', () => {
  const duty = (code: string, due: string, more: object): Duty =>
    ({ code, title: code, due, certainty: 'M', source: 's', ...more }) as Duty;
  const open = duty('OPEN', '2025-10-15', { state: 'OPEN' });

  test.each([
    ['2025-10-03', 'open', 'còn 12 ngày'],
    ['2025-10-15', 'open', 'hạn hôm nay'],
    ['2025-10-16', 'overdue', 'quá hạn 1 ngày'],
  ])('an open duty on %s', (today, tone, text) => {
    expect(dutySaid(open, day(today))).toEqual({ tone, text });
  });

  test('a book that fell silent goes on owing until the reader’s day', () => {
    const silent = {
      unit: { id: '00008' },
      period: { from: '2025-01-01', to: '2025-01-31' },
      updatedAt: '2025-02-04T18:00:00.000Z',
      duties: [duty('BAO_CAO_THANG', '2025-03-02', { state: 'DONE', doneOn: '2025-02-05' })],
    } as unknown as Statement;
    const months = (today: string) =>
      dutiesUntil(day(today), silent, undefined)
        .filter(({ code }) => code === 'BAO_CAO_THANG')
        .map(({ due, state }) => `${due} ${state}`);
    expect(months('2025-02-10')).toEqual(['2025-03-02 DONE']);
    expect(months('2025-03-31')).toEqual(['2025-03-02 DONE', '2025-03-30 OPEN', '2025-04-30 OPEN']);
  });

  test('a duty that was done says when, on whatever day it is read', () => {
    const done = duty('DONE', '2025-10-15', { state: 'DONE', doneOn: '2025-10-03' });
    const late = duty('LATE', '2025-10-15', { state: 'DONE_LATE', doneOn: '2025-10-20', lateDays: 5 });
    expect(dutySaid(done, day('2030-01-01'))).toMatchObject({ tone: 'done', note: 'ngày 03/10/2025' });
    expect(dutySaid(late, day('2030-01-01'))).toMatchObject({ tone: 'late', text: 'đã làm, trễ 5 ngày' });
  });

  test('what waits comes first: overdue, then the nearest day', () => {
    const duties = [
      duty('DONE', '2025-12-01', { state: 'DONE', doneOn: '2025-10-01' }),
      duty('FAR', '2025-12-31', { state: 'OPEN' }),
      duty('NEAR', '2025-10-02', { state: 'OPEN' }),
      duty('OVER', '2025-09-01', { state: 'OPEN' }),
    ];
    expect(dutiesInOrder(duties, day('2025-10-01')).map(({ code }) => code)).toEqual([
      'OVER',
      'NEAR',
      'FAR',
      'DONE',
    ]);
    expect(dutyCounts(duties, day('2025-10-01'))).toEqual({ overdue: 1, open: 2, late: 0, done: 1 });
  });

  test('many are told by what is to be done, the most overdue first, none lost', () => {
    const now = day('2025-10-01');
    const duties = [
      duty('YEAR', '2025-12-31', { state: 'OPEN' }),
      duty('MONTH', '2025-09-01', { state: 'OPEN' }),
      duty('MONTH', '2025-08-01', { state: 'OPEN' }),
      duty('MONTH', '2025-11-01', { state: 'OPEN' }),
      duty('MONTH', '2025-07-01', { state: 'DONE_LATE', doneOn: '2025-07-04', lateDays: 3 }),
    ];
    const kinds = dutyKinds(duties, now);
    expect(kinds.map(({ code, overdue, next }) => [code, overdue?.due, next?.due])).toEqual([
      ['MONTH', '2025-08-01', '2025-11-01'],
      ['YEAR', undefined, '2025-12-31'],
    ]);
    expect(kinds.map(({ counts }) => counts)).toEqual([
      { overdue: 2, open: 1, late: 1, done: 0 },
      { overdue: 0, open: 1, late: 0, done: 0 },
    ]);
  });

  test('what was not read in a source is never told with one', () => {
    const source = 'Nghị định 93/2021/NĐ-CP';
    expect(certaintyText({ certainty: 'S', source })).toContain(source);
    expect(certaintyText({ certainty: 'M', source })).toBe('theo cấu hình, chưa đối chiếu văn bản');
  });
});

describe('findings', () => {
  const finding = (mark: string, more: object): TrackedFinding =>
    ({
      rule: 'X',
      count: 1,
      severity: 'warning',
      since: '2025-01-01',
      status: 'OPEN',
      mark,
      ...more,
    }) as TrackedFinding;

  test('stand by what became of them, the gravest and oldest first, none lost', () => {
    const groups = findingGroups(
      [
        finding('a', { severity: 'info' }),
        finding('b', { since: '2025-02-01' }),
        finding('c', { severity: 'error', since: '2025-03-01' }),
        finding('d', {}),
        finding('e', { status: 'EXPLAINED', severity: 'error' }),
      ],
      [
        finding('f', { status: 'RESOLVED', resolved: { on: '2025-04-01' } }),
        finding('g', { status: 'RESOLVED', resolved: { on: '2025-05-01' } }),
      ],
    );
    const marks = (list: readonly TrackedFinding[]) => list.map(({ mark }) => mark).join('');
    expect([groups.open, groups.explained, groups.resolved].map(marks)).toEqual(['cdba', 'e', 'gf']);
  });

  test('one that came, went and came again is named once on the page, by the one that stands', () => {
    const gone = finding('a', { status: 'RESOLVED', resolved: { on: '2025-04-01' } });
    const { open, resolved } = findingGroups([finding('a', {})], [gone, gone]);
    expect([...open, ...resolved].map(({ id }) => id)).toEqual(['cb-a', undefined, undefined]);
    expect(new Set([...open, ...resolved].map(({ key }) => key)).size).toBe(3);
  });
});

describe('equalities', () => {
  const cells = (equality: Partial<Equality>) => {
    const [column] = equalityColumns;
    const row = { rule: 'CLOSING_MISMATCH', ...equality } as Equality;
    return [column?.text(row), column?.note?.(row)];
  };

  test('one that closes is told by what is compared, one that does not by what is wrong', () => {
    expect(cells({ varianceVnd: 0 as Equality['varianceVnd'] })[0]).toContain('phải bằng');
    const [title, note] = cells({
      ...{ varianceVnd: -5 as Equality['varianceVnd'], account: 'TK 1', date: day('2025-09-30') },
    });
    expect(title).toBe('Số dư cuối kỳ không khớp');
    for (const part of ['phải bằng', 'TK 1', '30/09/2025']) expect(note).toContain(part);
  });

  test('a rule that this version does not know is named, not hidden', () => {
    expect(cells({ rule: 'OF_TOMORROW', varianceVnd: 1 as Equality['varianceVnd'] })[0]).toBe('OF_TOMORROW');
  });
});

test('a value of goods that nobody stated is no amount of 0', () => {
  const line = { item: 'Gạo', unitOfMeasure: 'kg', inStatedVnd: 30_600_000, outStatedVnd: 0 };
  const text = (id: string) =>
    goodsColumns.find((column) => column.id === id)?.text(line as Statement['goods'][number]);
  expect([text('inStated'), text('outStated')]).toEqual(['30.600.000\u00a0đ', '–']);
});

describe('bank', () => {
  test('every level of matching has plain words', () => {
    expect(Object.keys(LEVEL_MEANINGS)).toEqual(Object.keys(MATCH_LEVELS));
  });

  test.each([
    [{ balanceVnd: 90, cashVnd: 10, bookVnd: 100 }, 0],
    [{ balanceVnd: 90, bookVnd: 100 }, -10],
    [{ balanceVnd: 90, cashVnd: 20, bookVnd: 100 }, 10],
    [{ balanceVnd: 115, revaluationVnd: 15, bookVnd: 100 }, 0],
  ])('%o differs by %d', (bank, differenceVnd) => {
    expect(bankEquation(bank as Bank)?.differenceVnd).toBe(differenceVnd);
  });

  test('without a printed balance nothing is compared', () => {
    expect(bankEquation({ bookVnd: 100 } as Bank)).toBeUndefined();
  });
});

describe('files by their kind', () => {
  test('only books show rows; every other kind says why it does not', () => {
    const silent = (Object.keys(TABLE_KINDS) as TableKind[]).filter(
      (kind) => hiddenRowsText(kind) === undefined,
    );
    expect(silent).toEqual(['contributions', 'disbursements']);
    expect(hiddenRowsText('bankStatement')).toContain('không công khai');
  });

  test('the sum of a bank’s statement is told for what it is, a table without money has none', () => {
    expect(acceptedLabel('bankStatement')).toBe('Ghi có trừ ghi nợ');
    expect(acceptedText({ kind: 'bankStatement', acceptedVnd: -5 })).toMatchObject({
      note: 'ghi có trừ ghi nợ',
    });
    expect(acceptedText({ kind: 'contributions', acceptedVnd: 5 })).toEqual({ amount: '5\u00a0đ' });
    for (const kind of ['targets', 'decisions', 'allocations'] as const)
      expect(acceptedText({ kind, acceptedVnd: 0 })).toEqual({});
    expect(acceptedText({ kind: 'houses', acceptedVnd: 0 })).toMatchObject({ note: 'không cộng vào sổ' });
  });
});

test('houses are told by step and by year, each work apart', () => {
  const houses = {
    byStatus: [
      { work: 'NHA_XAY_MOI', status: 'BAN_GIAO', houses: 2 },
      { work: 'NHA_SUA_CHUA', status: 'BAN_GIAO', houses: 1 },
      { work: 'NHA_XAY_MOI', status: 'KHAO_SAT', houses: 4 },
    ],
    handedOver: [
      { year: 2024, work: 'NHA_XAY_MOI', communeId: '1', houses: 1 },
      { year: 2025, work: 'NHA_XAY_MOI', communeId: '1', houses: 2 },
      { year: 2025, work: 'NHA_XAY_MOI', communeId: '2', houses: 3 },
      { year: 2025, work: 'NHA_SUA_CHUA', houses: 1 },
    ],
  } as unknown as Houses;
  expect(houseSteps(houses)).toMatchObject([
    { id: 'KHAO_SAT', newHouses: 4, repairs: 0 },
    { id: 'BAN_GIAO', newHouses: 2, repairs: 1 },
  ]);
  expect(houseYears(houses)).toMatchObject([
    { label: '2025', newHouses: 5, repairs: 1 },
    { label: '2024', newHouses: 1, repairs: 0 },
  ]);
});
