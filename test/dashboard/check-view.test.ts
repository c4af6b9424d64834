import { describe, expect, test } from 'vitest';
import { columnLines, concludedText, figureLines, NUMBER_CHOICES } from '#dashboard/src/check/choices.ts';
import { moneyOf, nothingSaid, periodOf, unitOf, unitPeriod } from '#dashboard/src/check/job.ts';
import {
  baseName,
  isFigure,
  isPlainColumn,
  issueGroups,
  positionOf,
  readable,
} from '#dashboard/src/check/report-view.ts';
import { say, sayOfColumn, saysNothing } from '#dashboard/src/check/said.ts';
import type { CheckReport, ReportIssue } from '#domain/check/report.ts';
import type { IsoDate } from '#domain/date.ts';

const issue = (code: string, severity: ReportIssue['severity'], layer: ReportIssue['layer'], count: number) =>
  ({ code, severity, layer, count }) as ReportIssue;

const column = (name: string, title: string, heading: string) => ({ name, title, heading });

describe('problems', () => {
  test('come worst first, from the whole file to the cell, with all their places counted', () => {
    const groups = issueGroups([
      issue('A', 'info', 'file', 1),
      issue('B', 'error', 'cell', 7),
      issue('C', 'error', 'table', 2),
      issue('D', 'error', 'cell', 30),
    ]);
    expect(groups.map(({ severity, kinds, places }) => [severity, kinds, places])).toEqual([
      ['error', 3, 39],
      ['info', 1, 1],
    ]);
    expect(
      groups[0]?.layers.map(({ layer, places, issues }) => [layer, places, issues.map(({ code }) => code)]),
    ).toEqual([
      ['table', 2, ['C']],
      ['cell', 37, ['B', 'D']],
    ]);
  });

  test('of every layer are shown', () => {
    const layers = ['file', 'table', 'column', 'row', 'cell', 'book'] as const;
    const [group] = issueGroups(layers.toReversed().map((layer) => issue(layer, 'warning', layer, 1)));
    expect(group?.layers.map(({ layer }) => layer)).toEqual(layers);
  });
});

describe('the column that an issue names', () => {
  const report = {
    headings: ['STT', 'Ngày', 'Ghi chú', 'Số tiền', 'Ghi chú'],
    preview: {
      columns: [
        column('date', 'Ngày', 'Ngày'),
        column('amount_vnd', 'Số tiền (đồng)', 'Số tiền'),
        column('note', 'Ghi chú', 'Ghi chú'),
      ],
      rows: [],
    },
  };
  test.each([
    ['Ngày', 1],
    ['Số tiền (đồng)', 3],
    ['amount_vnd', 3],
    // The first column under this heading is not the one that is read.
    ['Ghi chú', 4],
    ['Số dư', undefined],
    [null, undefined],
  ])('%s stands at %s', (name, position) => {
    expect(positionOf(report, name)).toBe(position);
  });
});

describe('words for what was read', () => {
  test.each([
    ['thu.csv', 'thu'],
    ['bảng thu.2024.xlsx', 'bảng thu.2024'],
    ['.csv', 'tep'],
    ['khong-duoi', 'khong-duoi'],
  ])('the name of %s is %s', (name, base) => {
    expect(baseName(name)).toBe(base);
  });

  test('codes are shown in words, all else as it stands', () => {
    expect(readable('disbursements', 'purpose', 'SINH_KE')).toBe('Hỗ trợ sinh kế');
    expect(readable('disbursements', 'purpose', 'cái khác')).toBe('cái khác');
    expect(readable('contributions', 'donor', 'SINH_KE')).toBe('SINH_KE');
  });

  test('figures stand to the right, in the kind of table at hand', () => {
    expect([isFigure('contributions', 'amount_vnd'), isFigure('contributions', 'donor')]).toEqual([
      true,
      false,
    ]);
    expect([isFigure('bankStatement', 'credit_vnd'), isFigure('contributions', 'credit_vnd')]).toEqual([
      true,
      false,
    ]);
  });

  test('a column under the template’s own heading is told apart from one that was recognised', () => {
    const one = {
      what: 'column',
      value: 'date',
      heading: 'Ngày',
      confidence: 1,
      overridden: false,
      text: '',
    } as const;
    const plain = (changed: object) => isPlainColumn({ kind: 'contributions' }, { ...one, ...changed });
    expect(plain({})).toBe(true);
    expect([
      plain({ heading: 'Ngày thu' }),
      plain({ overridden: true }),
      plain({ confidence: 0.7 }),
      plain({ what: 'dates' }),
    ]).toEqual([false, false, false, false]);
  });
});

describe('what a person says', () => {
  test('is put beside the rest, and taken back again', () => {
    const said = say({ encoding: 'utf-8' }, 'headingRow', 3);
    expect(said).toEqual({ encoding: 'utf-8', headingRow: 3 });
    expect(say(said, 'encoding', undefined)).toEqual({ headingRow: 3 });
    expect(saysNothing(say(say({}, 'dates', 'mdy'), 'dates', undefined))).toBe(true);
  });

  test('of columns: no column at all is an answer, and the last answer taken back leaves nothing', () => {
    const said = sayOfColumn(sayOfColumn({}, 'columns', 'donor', ''), 'columns', 'date', 'Ngày thu');
    expect(said).toEqual({ columns: { donor: '', date: 'Ngày thu' } });
    expect(sayOfColumn(said, 'columns', 'date', undefined)).toEqual({ columns: { donor: '' } });
    expect(
      saysNothing(sayOfColumn({ numbers: { amount_vnd: 'dot' } }, 'numbers', 'amount_vnd', undefined)),
    ).toBe(true);
  });

  test.each([
    ['24', '24'],
    ['03646', '03646'],
    ['TW', 'TW'],
    ['246', undefined],
    ['', undefined],
  ])('the code %s is the unit %s', (unit, code) => {
    expect(unitOf({ ...nothingSaid(), unit })).toBe(code);
  });

  test.each([
    ['2024-01-01', '2024-06-30', { from: '2024-01-01', to: '2024-06-30' }],
    ['2024-01-01', '2024-01-01', { from: '2024-01-01', to: '2024-01-01' }],
    ['2024-06-30', '2024-01-01', undefined],
    ['2024-01-01', '', undefined],
    ['2024-02-31', '2024-06-30', undefined],
  ])('%s to %s', (from, to, period) => {
    const draft = { ...nothingSaid(), from, to };
    const day = '2025-01-01' as IsoDate;
    expect(periodOf(draft)).toEqual(period);
    expect(unitPeriod(draft, day)).toEqual(period ?? { from: day, to: day });
  });

  test.each([
    ['bankStatement', '25.400', { currency: 'USD', rateMilli: 25_400_000 }],
    ['', '25.400,5', { currency: 'USD', rateMilli: 25_400_500 }],
    ['', 'chừng ấy', { currency: 'USD', rateMilli: undefined }],
    ['contributions', '25.400', {}],
  ] as const)('the money of a file said to be %j, at a rate of %s', (kind, rate, money) => {
    expect(moneyOf({ ...nothingSaid(), kind, currency: 'USD', rate })).toEqual(money);
    expect(moneyOf({ ...nothingSaid(), kind, rate })).toEqual({});
  });
});

describe('what may be answered', () => {
  const columns = [column('date', 'Ngày', 'Ngày thu'), column('note', 'Ghi chú', 'Ghi chú')];
  const names = (lines: readonly { column: { name: string } }[]) => lines.map(({ column }) => column.name);

  test('columns that are read or needed come first; of a file not read, all', () => {
    const { main, other } = columnLines('contributions', { columns, rows: [] });
    expect(names(main)).toEqual(expect.arrayContaining(['date', 'note', 'amount_vnd']));
    expect(names(other)).toContain('campaign');
    expect(main.find(({ column }) => column.name === 'date')?.heading).toBe('Ngày thu');
    expect(columnLines('contributions', { columns: [], rows: [] }).other).toEqual([]);
  });

  test('columns of which a file needs one stand among those that it needs', () => {
    const { main, other } = columnLines('bankStatement', { columns, rows: [] });
    expect(names(main)).toEqual(['date', 'debit_vnd', 'credit_vnd', 'amount_vnd']);
    expect(names(other)).toContain('balance_vnd');
  });

  test('only columns of figures that are there can be said to be written otherwise', () => {
    const read = [...columns, column('amount_vnd', 'Số tiền (đồng)', 'Tiền')];
    expect(names(figureLines(columnLines('contributions', { columns: read, rows: [] }).main))).toEqual([
      'amount_vnd',
    ]);
    expect(figureLines(columnLines('contributions', { columns, rows: [] }).main)).toEqual([]);
  });

  test('what was concluded is found by its column', () => {
    const numbers = (name: string, value: string) =>
      ({ what: 'numbers', column: name, value, confidence: 1, overridden: false, text: '' }) as const;
    const inferred: CheckReport['inferred'] = [numbers('quantity', 'comma'), numbers('amount_vnd', 'dot')];
    expect(concludedText(NUMBER_CHOICES, inferred, 'numbers', 'amount_vnd')).toBe('dấu chấm ngăn hàng nghìn');
    expect(concludedText(NUMBER_CHOICES, inferred, 'numbers', 'stated_value_vnd')).toBeUndefined();
  });
});
