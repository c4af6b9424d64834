import { describe, expect, it } from 'vitest';
import { milli } from '#domain/quantity.ts';
import { contextOf } from '#test/domain/validate/support.ts';
import { readPortions } from '#test/support/read-book.ts';

interface Declared {
  readonly currency?: string;
  readonly rateMilli?: ReturnType<typeof milli>;
}
const NOTHING: Declared = {};
const DOLLARS: Declared = { currency: 'USD', rateMilli: milli(25_400_000) };

const ROWS = ['10/03/2024,"1,500.50","38,112,700"', '11/03/2024,"500.25","12,706,350"'];
/** Two columns of credits, under these headings: dollars, then what they came to. */
const table = (first: string, second: string, above = '') =>
  [...(above === '' ? [] : [above]), `Ngày GD,${first},${second}`, ...ROWS, ''].join('\n');

function read(text: string, declared: Declared) {
  const context = { ...contextOf({ from: '2024-03-01', to: '2024-03-31' }), ...declared };
  const { outcome } = readPortions([Buffer.from(text)], { kind: 'bankStatement', context, overrides: {} });
  const [refusal] = outcome.refusal ?? [];
  if (refusal) return `${refusal.rule} ${refusal.params?.currency}`;
  return outcome.table?.of === 'statement' ? outcome.table.report.creditVnd : undefined;
}

describe('a statement whose columns are in several currencies', () => {
  it.each<[string, string, Declared, number | string]>([
    [
      'is read in đồng where nothing is declared and these columns are there',
      table('Ghi có (USD)', 'Ghi có (VND)'),
      NOTHING,
      50_819_050,
    ],
    [
      'is read in đồng where other columns name another money',
      table('Ghi có (USD)', 'Ghi có'),
      NOTHING,
      50_819_050,
    ],
    [
      'goes back where the declared money is not the one that would be read',
      table('Ghi có (USD)', 'Ghi có (VND)'),
      DOLLARS,
      'STATEMENT_CURRENCIES USD, VND',
    ],
    [
      'never takes columns that name no money for the declared one beside others that name it',
      table('Ghi có (USD)', 'Ghi có'),
      DOLLARS,
      'STATEMENT_CURRENCIES USD, VND',
    ],
    ...([NOTHING, DOLLARS] as const).map((declared): [string, string, Declared, string] => [
      `goes back for what it is where movements and balance differ (${declared.currency ?? 'đồng'})`,
      table('Ghi có (USD)', 'Số dư (VND)'),
      declared,
      'STATEMENT_CURRENCIES USD, VND',
    ]),
    [
      'goes back where it has two, none of them declared',
      table('Ghi có (USD)', 'Số dư (EUR)'),
      NOTHING,
      'STATEMENT_CURRENCIES EUR, USD',
    ],
    [
      'goes back where the lines above name the declared money and the columns another',
      table('Ghi có (VND)', 'Số dư (VND)', 'Loại tiền: USD'),
      DOLLARS,
      'STATEMENT_CURRENCIES USD, VND',
    ],
    [
      'is told which money to declare first where the lines above name it',
      table('Ghi có (USD)', 'Ghi có (VND)', 'Loại tiền: USD'),
      NOTHING,
      'STATEMENT_CURRENCY USD',
    ],
    [
      'is read where only a column of no figures of the account names another money',
      table('Ghi có (USD)', 'Tỷ giá VND'),
      DOLLARS,
      2_000_750,
    ],
  ])('%s', (_, text, declared, outcome) => {
    expect(read(text, declared)).toBe(outcome);
  });
});
