import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.ts';
import { RULES, type RuleId } from '#domain/rules/catalogue.ts';
import { renderFindingEn } from '#domain/rules/english/render.ts';
import { renderFinding } from '#domain/rules/render.ts';

const finding = (rule: RuleId, rest: Partial<Finding>): Finding => ({
  rule,
  severity: 'error',
  count: 1,
  ...rest,
});

describe('a rendered finding', () => {
  it.each<[string, Finding, vi: string, en: string]>([
    [
      'amounts, signed where they are differences',
      finding('CONTROL_TOTAL_MISMATCH', {
        rows: [1012],
        expectedVnd: 2_825 as never,
        actualVnd: 2_835 as never,
        differenceVnd: 10 as never,
      }),
      'Dòng 1012 ghi tổng 2.835\u00a0đ, cộng các dòng được 2.825\u00a0đ, lệch +10\u00a0đ.',
      'Row 1012 states a total of 2,835\u00a0VND; the rows add up to 2,825\u00a0VND, a difference of +10\u00a0VND.',
    ],
    [
      'dates, a negative amount and one row',
      finding('DATE_OUTSIDE_PERIOD', {
        rows: [2],
        actualVnd: -5_000 as never,
        params: { from: '2024-09-10', to: '2024-09-29' },
      }),
      '1 dòng có ngày ngoài kỳ 10/09/2024 – 29/09/2024, tổng −5.000\u00a0đ (dòng 2).',
      'Rows dated outside 2024-09-10 – 2024-09-29: 1, −5,000\u00a0VND in all (row 2).',
    ],
    [
      'a period of one day, as one day',
      finding('STATEMENT_OVERLAP', {
        count: 4,
        params: { account: 'TK 1', from: '2025-12-10', to: '2025-12-10' },
      }),
      'TK 1, 10/12/2025: 4 dòng có ở cả hai sao kê, chỉ tính một lần.',
      'TK 1, 2025-12-10: lines that stand in both statements: 4; each counts once.',
    ],
    [
      'some of many rows',
      finding('AMOUNT_UNREADABLE', { rows: [2, 3], count: 1002, column: 'Số tiền (đồng)' }),
      '1.002 dòng có “Số tiền (đồng)” không đọc được thành số đồng (các dòng 2, 3 và 1.000 dòng khác).',
      'Rows whose “Số tiền (đồng)” cannot be read as an amount of đồng: 1,002 (rows 2, 3 and 1,000 more).',
    ],
    [
      'one of two rows',
      finding('QUOTE_STRAY', { rows: [7], count: 2 }),
      '2 dòng có dấu ngoặc kép (") đặt sai chỗ (các dòng 7 và 1 dòng khác).',
      'Rows with a quote (") in the wrong place: 2 (rows 7 and 1 more).',
    ],
    [
      'row numbers among the facts, as a spreadsheet writes them',
      finding('NUMBERS_MIXED', { column: 'Số tiền', params: { rowDot: 1234, rowComma: 56_789 } }),
      'Cột “Số tiền” vừa có số ngăn hàng nghìn bằng dấu chấm (dòng 1234), vừa có số ngăn bằng dấu phẩy (dòng 56789).',
      'The column “Số tiền” groups thousands by dots (row 1234) and by commas (row 56789).',
    ],
    [
      'what of a workbook is too large, in words',
      finding('WORKBOOK_TOO_LARGE', { params: { what: 'cellText', limit: 32_767 } }),
      'Tệp Excel này lớn hơn mức được nhận (số ký tự trong một ô: nhiều nhất 32.767).',
      'This Excel file is larger than what is taken (characters of one cell: at most 32,767).',
    ],
    [
      'a limit that this version has no words for, by its code',
      finding('WORKBOOK_TOO_LARGE', { params: { what: 'constructor', limit: 5 } }),
      'Tệp Excel này lớn hơn mức được nhận (constructor: nhiều nhất 5).',
      'This Excel file is larger than what is taken (constructor: at most 5).',
    ],
    [
      'a large number among the facts',
      finding('FILE_TOO_LARGE', { params: { bytes: 123_456_789, limit: 1_000 } }),
      'Tệp có 123.456.789 byte, lớn hơn mức tối đa 1.000 byte.',
      'The file has 123,456,789 bytes, more than the limit of 1,000.',
    ],
    [
      'a difference among the facts, as an amount',
      finding('FOREIGN_DIFFERS', { rows: [4], params: { difference: 1_500 } }),
      '1 dòng có số tiền đồng khác số ngoại tệ nhân tỷ giá, lệch +1.500\u00a0đ (dòng 4).',
      'Rows whose amount in đồng differs from foreign amount × rate, by +1,500\u00a0VND: 1 (row 4).',
    ],
    [
      'a balance of zero, which is an amount',
      finding('CLOSING_MISMATCH', {
        date: '2024-12-31' as never,
        expectedVnd: 0 as never,
        actualVnd: 5 as never,
        differenceVnd: 5 as never,
      }),
      'Ngày 31/12/2024: sổ tính ra 0\u00a0đ, khai 5\u00a0đ, lệch +5\u00a0đ.',
      'On 2024-12-31 the book comes to 0\u00a0VND, declared was 5\u00a0VND, a difference of +5\u00a0VND.',
    ],
  ])('writes %s', (_what, found, vi, en) => {
    expect(renderFinding(found).what).toBe(vi);
    expect(renderFindingEn(found).what).toBe(en);
  });

  it('says what was expected, filled as the rest is', () => {
    const found = finding('DATE_SWAPPED', { rows: [2], params: { from: '2024-09-10', to: '2024-09-29' } });
    expect(renderFinding(found).expected).toBe('một ngày từ 10/09/2024 đến 29/09/2024, dạng ngày/tháng/năm');
    expect(renderFindingEn(found).expected).toBe('a date from 2024-09-10 to 2024-09-29, as day/month/year');
  });

  it('says nothing of what was expected where nothing was', () => {
    const found = finding('OPENING_NOT_DECLARED', { date: '2024-01-01' as never });
    expect(renderFinding(found)).not.toHaveProperty('expected');
    expect(renderFindingEn(found)).not.toHaveProperty('expected');
  });

  it('of a newer rule is named by its id', () => {
    const found: Finding = { rule: 'NEWER', severity: 'info', count: 1 };
    expect(renderFinding(found)).toEqual({ title: 'NEWER', what: 'Quy tắc NEWER.', fix: '' });
    expect(renderFindingEn(found)).toEqual({ title: 'NEWER', what: 'Rule NEWER.', fix: '' });
  });

  it('never fills in what the finding does not hold, as one of an earlier version may', () => {
    const { what } = renderFinding(finding('FUND_UNKNOWN', { params: { constructor: 'x' } }));
    expect(what).toBe('Mã quỹ […] chưa được khai báo.');
  });

  it('shows a fact as it is, whatever signs it holds', () => {
    fc.assert(
      fc.property(fc.string(), (fund) => {
        fc.pre(!/^\d{4}-\d{2}-\d{2}$/.test(fund));
        const found = finding('FUND_UNKNOWN', { params: { fund } });
        expect(renderFinding(found).what).toBe(`Mã quỹ ${fund} chưa được khai báo.`);
        expect(renderFindingEn(found).what).toBe(`The fund code ${fund} has not been registered.`);
      }),
    );
  });

  it('has no gap left in either language when every fact is given', () => {
    const all = Object.fromEntries(
      RULES.flatMap(({ what, expected = '', fix }) => [
        ...`${what}${expected}${fix}`.matchAll(/\{(\w+)\}/g),
      ]).map(([, name = '']) => [name, 7]),
    );
    for (const { id } of RULES) {
      const found = finding(id as RuleId, { rows: [3], params: all });
      for (const texts of [renderFinding(found), renderFindingEn(found)]) {
        expect(Object.values(texts).join(' '), id).not.toMatch(/[{}]|\[…\]|undefined|NaN/);
      }
    }
  });
});
