import { describe, expect, it } from 'vitest';
import type { TableKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { type Vnd, vnd } from '#domain/money.ts';
import { renderFinding } from '#domain/rules/render.ts';
import { contextOf } from '#test/domain/validate/support.ts';
import { readPortions } from '#test/support/read-book.ts';

interface Said {
  readonly openingVnd?: Vnd;
  readonly closingVnd?: Vnd;
  readonly currency?: string;
  readonly rateMilli?: never;
}

function read(kind: TableKind, text: string, said: Said = {}) {
  const context = { ...contextOf({ from: '2024-02-01', to: '2024-02-29' }), ...said };
  const { outcome } = readPortions([Buffer.from(text)], { kind, context, overrides: {} });
  const issues = outcome.refusal ?? outcome.table?.report.issues ?? [];
  return {
    isTaken: outcome.refusal === undefined,
    rules: issues.map(({ rule }) => rule).filter((rule) => rule !== 'STATEMENT_CURRENCY_ASSUMED'),
    issues,
    bank: outcome.table?.of === 'statement' ? outcome.table.report : undefined,
  };
}

const GIFTS = 'Ngày,Người ủng hộ,Số tiền (đồng)\n';
const PAYMENTS = 'Ngày,Nội dung chi,Số tiền (đồng)\n';
const BANK = 'Ngày giao dịch,Ghi nợ,Ghi có,Số dư,Nội dung\n';

describe('a file without movements', () => {
  it.each<[string, TableKind, string, boolean]>([
    ['a bare heading', 'contributions', GIFTS, false],
    ['a heading and blank rows', 'contributions', `${GIFTS},,\n,,\n`, false],
    ['a total of 0', 'contributions', `${GIFTS}Tổng cộng,,0\n`, true],
    ['a total of 0 with its unit, in one cell', 'contributions', `${GIFTS}"Tổng cộng: 0 đồng",,\n`, true],
    ['payments with a total of 0', 'disbursements', `${PAYMENTS}Tổng cộng,,0\n`, true],
    ['a total of something', 'disbursements', `${PAYMENTS}Tổng cộng,,5\n`, false],
    [
      'a total of 0 below a sum of something',
      'disbursements',
      `${PAYMENTS}Cộng trang,,5\nTổng cộng,,0\n`,
      false,
    ],
    ['a total without a figure', 'disbursements', `${PAYMENTS}Tổng cộng,,\n`, false],
    ['a statement of a bare heading', 'bankStatement', BANK, false],
    ['a statement with totals of 0', 'bankStatement', `${BANK}Tổng cộng,0,0,,\n`, true],
    ['a statement with one total of something', 'bankStatement', `${BANK}Tổng cộng,0,7,,\n`, false],
    ['a register with a total of 0', 'allocations', 'Giai đoạn,Ngày,Số tiền\nTổng cộng,,0\n', false],
  ])('of %s (%s)', (_, kind, text, isTaken) => {
    const found = read(kind, text);
    expect(found.isTaken).toBe(isTaken);
    expect(found.rules).toEqual([isTaken ? 'NO_MOVEMENTS' : 'FILE_HEADING_ONLY']);
  });

  it('that does not say so is told how to', () => {
    const [issue] = read('contributions', GIFTS).issues;
    expect(issue && renderFinding(issue).fix).toContain('một dòng “Tổng cộng” với số tiền 0');
  });

  it('is not one whose rows are all set aside', () => {
    expect(read('contributions', `${GIFTS}x,A,5\nTổng cộng,,0\n`).isTaken).toBe(false);
  });
});

describe('a statement without lines', () => {
  it.each<[string, string, Said]>([
    ['prints around its table', `"Số dư đầu kỳ: 1.000.000",,,,\n${BANK}"Số dư cuối kỳ: 1.000.000",,,,\n`, {}],
    [
      'prints in its table',
      `${BANK}01/02/2024,,,1000000,Số dư đầu kỳ\n29/02/2024,,,1000000,Số dư cuối kỳ\n`,
      {},
    ],
    ['prints above its table', `"Số dư đầu kỳ: 1.000.000",,,,\n"Số dư cuối kỳ: 1.000.000",,,,\n${BANK}`, {}],
    ['prints in part', `"Số dư đầu kỳ: 1.000.000",,,,\n${BANK}`, { closingVnd: vnd(1_000_000) }],
    ['was declared with', BANK, { openingVnd: vnd(1_000_000), closingVnd: vnd(1_000_000) }],
    ['prints below zero', `"Số dư đầu kỳ: -1.000.000",,,,\n${BANK}"Số dư cuối kỳ: (1.000.000)",,,,\n`, {}],
  ])('is of a period without movements by the balances that it %s', (_, text, said) => {
    const found = read('bankStatement', text, said);
    expect(found.rules).toEqual(['NO_MOVEMENTS']);
    expect(found.bank).toMatchObject({ credits: 0, debits: 0, breaks: 0 });
  });

  it('keeps the balances that it prints, and none that were only declared', () => {
    const text = `"Số dư đầu kỳ: -1.000.000",,,,\n${BANK}"Số dư cuối kỳ: -1.000.000",,,,\n`;
    expect(read('bankStatement', text).bank).toMatchObject({
      openingVnd: -1_000_000,
      closingVnd: -1_000_000,
    });
    const declared = { openingVnd: vnd(7), closingVnd: vnd(7) };
    expect(read('bankStatement', BANK, declared).bank).toMatchObject({
      openingVnd: undefined,
      closingVnd: undefined,
    });
  });

  it.each<[string, string, Said, number]>([
    ['printed', `"Số dư đầu kỳ: 1.000.000",,,,\n${BANK}"Số dư cuối kỳ: 900.000",,,,\n`, {}, 3],
    ['declared', BANK, { openingVnd: vnd(1_000_000), closingVnd: vnd(900_000) }, 1],
  ])('has a break of as much as the balances that are %s differ', (_, text, said, row) => {
    const found = read('bankStatement', text, said);
    expect(found.rules).toEqual(['NO_MOVEMENTS', 'STATEMENT_MOVED_UNLISTED']);
    const told = found.issues.find(({ rule }) => rule === 'STATEMENT_MOVED_UNLISTED');
    expect(told && renderFinding(told).what).toBe(
      'Sao kê không có dòng giao dịch nào, nhưng số dư đầu kỳ là 1.000.000\u00a0đ, cuối kỳ là 900.000\u00a0đ, lệch −100.000\u00a0đ.',
    );
    expect(found.bank?.breakList).toEqual([
      {
        ...{ row, date: '2024-02-29' as IsoDate },
        ...{ expectedVnd: 1_000_000, actualVnd: 900_000, differenceVnd: -100_000 },
      },
    ]);
  });

  it('of another currency is not held against its worth in đồng', () => {
    const said = { currency: 'USD', rateMilli: 25_000_000 as never, openingVnd: vnd(5), closingVnd: vnd(6) };
    expect(read('bankStatement', BANK, said).rules).toEqual(['NO_MOVEMENTS']);
  });
});
