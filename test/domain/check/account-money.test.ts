import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, currencyOf, namedIn, toldIn } from '#domain/check/account-money.ts';
import { checkFile } from '#domain/check/check-file.ts';
import { parseRate } from '#domain/check/rate-text.ts';
import { repairCsv } from '#domain/check/repair.ts';
import { summaryText } from '#domain/check/summary-text.ts';
import { foreignDigits } from '#domain/format.ts';
import { milli } from '#domain/quantity.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { CHECKED_ON, inPortions, nodeHasher } from '#test/fixtures/fixtures.ts';

/** The last balance is 50 dollars more than its line gives. */
const STATEMENT = `Ngày GD,Số CT,Ghi nợ (USD),Ghi có (USD),Số dư (USD)
10/03/2025,FT01,,"1,500.50","2,500.50"
11/03/2025,FT02,"500.25",,"2,000.25"
12/03/2025,FT03,,"100.00","2,150.25"
`;
const TOTAL = 'Tổng cộng,,"500.25","1,600.50",\n';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function checked(text = STATEMENT) {
  const source = inPortions(Buffer.from(text));
  const request = {
    kind: 'bankStatement' as const,
    overrides: {},
    context: {
      receivedOn: CHECKED_ON,
      registry: shippedRegistry(),
      currency: 'USD',
      rateMilli: milli(25_400_000),
    },
  };
  const { report, outcome } = await checkFile(source, request, { hasher: nodeHasher() });
  const repaired: Buffer[] = [];
  for await (const part of repairCsv(source, request, outcome)) repaired.push(Buffer.from(part));
  return { report, repaired: plain(Buffer.concat(repaired).toString('utf8')) };
}

describe('a statement in dollars', () => {
  it('is told in dollars wherever an amount stands, and nowhere in đồng', async () => {
    const { report, repaired } = await checked();
    expect(report.currency).toBe('USD');
    const summary = plain(summaryText(report).join('\n'));
    for (const part of [
      'Ghi có: 2 dòng, 1.600,50 USD · ghi nợ: 1 dòng, 500,25 USD',
      'Số dư đầu: 1.000 USD · số dư cuối: 2.150,25 USD',
      'số dư phải là 2.100,25 USD, sao kê ghi 2.150,25 USD, lệch +50 USD',
    ])
      expect(summary).toContain(part);
    const [issue] = report.issues;
    expect(plain(issue?.en.what ?? '')).toContain('2,100.25 USD');
    expect(repaired).toContain('lệch +50 USD');
    for (const text of [summary, repaired]) expect(text).not.toMatch(/\d đ(?!\p{L})|VND/u);
  });

  it('quotes the balance that does not follow as the bank writes it', async () => {
    const { report } = await checked();
    expect(report.issues.map(({ code, value }) => [code, value])).toEqual([['BALANCE_BREAK', '2.150,25']]);
  });

  it('reads the totals that it states as it reads its lines', async () => {
    const { report } = await checked(STATEMENT + TOTAL);
    expect(report.issues.map(({ code }) => code)).toEqual(['BALANCE_BREAK']);
    const wrong = await checked(STATEMENT + TOTAL.replace('1,600.50', '1,600.00'));
    expect(wrong.report.issues.map(({ code }) => code)).toContain('CONTROL_TOTAL_MISMATCH');
  });

  it('shows its first lines under its own money', async () => {
    const { report } = await checked();
    const { columns, rows } = report.preview;
    expect(columns.map(({ title }) => title)).toEqual([
      'Ngày giao dịch',
      'Số chứng từ',
      'Ghi nợ (USD)',
      'Ghi có (USD)',
      'Số dư (USD)',
    ]);
    expect(rows[0]?.cells).toEqual(['10/03/2025', 'FT01', '0', '1.500,50', '2.500,50']);
  });
});

describe('the money of a file', () => {
  it.each([
    [1_500_500, '1.500,50'],
    [-250, '−0,25'],
    [1_000_000, '1.000'],
    [5, '0,005'],
    [0, '0'],
  ])('%s thousandths are %s', (thousandths, text) => expect(foreignDigits(thousandths)).toBe(text));

  it.each([
    ['bankStatement', 'USD', 'USD'],
    ['bankStatement', 'VND', undefined],
    ['bankStatement', undefined, undefined],
    ['contributions', 'USD', undefined],
    [undefined, 'USD', undefined],
  ] as const)('of a %s declared in %s is %s', (kind, currency, expected) =>
    expect(currencyOf(kind, { currency })).toBe(expected),
  );

  it('is đồng where nothing else is', () => {
    const finding = { rule: 'BALANCE_BREAK', severity: 'error', count: 1 } as const;
    expect(plain(amountIn(undefined, 1500))).toBe('1.500 đ');
    expect(namedIn(undefined, 'Ghi có (đồng)')).toBe('Ghi có (đồng)');
    expect(toldIn(undefined, finding, 'vi')).toBe(finding);
    expect(toldIn('USD', finding, 'vi')).toBe(finding);
  });
});

describe('a rate', () => {
  it.each([
    ['25430', 25_430_000],
    ['25.430', 25_430_000],
    [' 25.430,5 ', 25_430_500],
    ['0,125', 125],
    ['1000000', 1_000_000_000],
  ])('%j is one', (text, expected) => expect(parseRate(text)).toBe(expected));

  it.each(['', '0', '25,4300', '25 430', '2.54', '25,430.5', 'USD', '-25430', '1000001'])(
    '%j is none',
    (text) => expect(parseRate(text)).toBeUndefined(),
  );

  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (rate) => {
        const [whole, fraction] = [Math.trunc(rate / 1000), String(rate % 1000).padStart(3, '0')];
        expect(parseRate(`${whole},${fraction}`)).toBe(rate);
        expect(parseRate(`${foreignDigits(whole * 1000)},${fraction}`)).toBe(rate);
      }),
    );
  });
});
