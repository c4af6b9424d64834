import { describe, expect, it } from 'vitest';
import { codesOf, DECISIONS, type Decision } from '#domain/codes.ts';
import { markIn } from '#domain/registers/finding-mark.ts';
import { report, table } from './support.ts';

const COMMON = { reason: 'Ngân hàng gộp hai phiếu thu', office: 'Kế toán Ban vận động', date: '' };
const MATCHED = { statement_file: '3f9a1c07', statement_row: '15', book_file: '77B0E2D4', book_row: '42' };
const NEEDED: Readonly<Record<Decision, Readonly<Record<string, string>>>> = {
  XAC_NHAN_KHOP: MATCHED,
  BO_KHOP: MATCHED,
  GIAI_TRINH: { finding: '1a2b3c4d5e' },
  QUY_DOI: { item: 'Mì gói', from_measure: 'thùng', to_measure: 'gói', factor: '30' },
};
const BLANK = {
  ...Object.fromEntries(
    Object.values(NEEDED).flatMap((cells) => Object.keys(cells).map((name) => [name, ''])),
  ),
  basis: '',
};
const decided = (action: Decision, changes: Readonly<Record<string, string>> = {}) => ({
  action,
  ...BLANK,
  ...NEEDED[action],
  ...COMMON,
  ...changes,
});
const CELLS = codesOf(DECISIONS).flatMap((action) =>
  [...Object.keys(NEEDED[action]), 'reason', 'office'].map((name) => [action, name] as const),
);

describe('a register of decisions', () => {
  it('reads each action with what it needs', () => {
    const rows = [
      decided('XAC_NHAN_KHOP', { date: '25/12/2024' }),
      decided('BO_KHOP'),
      decided('GIAI_TRINH'),
      decided('QUY_DOI', { factor: '0,5', basis: 'Quy cách đóng gói' }),
    ];
    const { records, met, acceptedVnd } = report('decisions', table(rows));
    const said = { reason: COMMON.reason, by: COMMON.office };
    const pair = { line: { digest: '3f9a1c07', row: 15 }, entry: { digest: '77b0e2d4', row: 42 } };
    expect([met, acceptedVnd]).toEqual([[], 0]);
    expect(records).toEqual([
      { row: 2, action: 'XAC_NHAN_KHOP', ...pair, ...said, date: '2024-12-25' },
      { row: 3, action: 'BO_KHOP', ...pair, ...said },
      { row: 4, action: 'GIAI_TRINH', finding: '1a2b3c4d5e', ...said },
      {
        row: 5,
        action: 'QUY_DOI',
        item: 'Mì gói',
        from: 'thùng',
        to: 'gói',
        factorMilli: 500,
        basis: 'Quy cách đóng gói',
        ...said,
      },
    ]);
  });

  it.each(CELLS)('%s without “%s” is set aside, and it is said what is missing', (action, name) => {
    const { records, issues } = report(
      'decisions',
      table([decided(action, { [name]: '' }), decided(action)]),
    );
    expect(issues).toMatchObject([{ rule: 'DECISION_INCOMPLETE', rows: [2] }]);
    expect(String(issues[0]?.params?.missing).split(', ')).toHaveLength(1);
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it.each<[string, Decision, Readonly<Record<string, string>>, string]>([
    ['a digest too short', 'BO_KHOP', { statement_file: '3f9a1c0' }, 'DECISION_SOURCE_UNREADABLE'],
    ['a digest that Excel shortened', 'BO_KHOP', { book_file: '1.2E+34' }, 'DECISION_SOURCE_UNREADABLE'],
    ['a row of no file', 'XAC_NHAN_KHOP', { book_row: '0' }, 'DECISION_SOURCE_UNREADABLE'],
    ['a factor of zero', 'QUY_DOI', { factor: '0' }, 'FACTOR_NOT_POSITIVE'],
    ['a negative factor', 'QUY_DOI', { factor: '-30' }, 'FACTOR_NOT_POSITIVE'],
    ['a factor too fine', 'QUY_DOI', { factor: '0,0001' }, 'QUANTITY_UNREADABLE'],
    ['a day to come', 'GIAI_TRINH', { date: '01/12/2030' }, 'DATE_FUTURE'],
  ])('sets a row with %s aside', (_what, action, changes, rule) => {
    const { records, met } = report('decisions', table([decided(action, changes), decided(action)]));
    expect(met).toEqual([[rule, [2]]]);
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it('sets aside an action of no list and a row without one', () => {
    const rows = [
      decided('GIAI_TRINH', { action: 'XOA' }),
      decided('GIAI_TRINH', { action: '' }),
      decided('BO_KHOP'),
    ];
    expect(report('decisions', table(rows)).met).toEqual([
      ['CODE_UNKNOWN', [2]],
      ['FIELD_MISSING', [3]],
    ]);
  });
});

describe('the mark in a cell', () => {
  it.each([
    ['3f0a91c2d4', '3f0a91c2d4'],
    ['CB-3F0A91C2D4', '3f0a91c2d4'],
    ['x3f0a91c2d4', 'x3f0a91c2d4'],
    ['Cảnh báo T-3f0a91c2d4.', 't3f0a91c2d4'],
    ['CBk3f0a91c2d4', 'k3f0a91c2d4'],
    ['rất 3f0a91c2d4', '3f0a91c2d4'],
    ['x3f0a91c2d', undefined],
    ['3f0a91c2d4aa', undefined],
    ['', undefined],
  ])('“%s” is %s', (text, mark) => {
    expect(markIn(text)).toBe(mark);
  });
});
