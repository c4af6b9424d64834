import type { TableKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { foreignDigits, formatVnd } from '../format.ts';
import type { RowContext } from '../validate/context.ts';

/**
 * The currency that a file's amounts are thousandths of; undefined where they are whole đồng, as they are in any file
 * but the statement of an account in another currency.
 */
export function currencyOf(
  kind: TableKind | undefined,
  { currency }: Pick<RowContext, 'currency'>,
): string | undefined {
  return kind === 'bankStatement' && currency !== 'VND' ? currency : undefined;
}

/** An amount of a file in full digits: "36.083.709.341 đ", or, of another currency, "1.500,50 USD" (no-break space). */
export const amountIn = (currency: string | undefined, amount: number): string =>
  currency === undefined ? formatVnd(amount) : `${foreignDigits(amount)}\u00a0${currency}`;

/** A name of a column or a unit that is about đồng, said of the account's own currency: "Ghi có (USD)". */
export const namedIn = (currency: string | undefined, name: string): string =>
  currency === undefined ? name : name.replace('đồng', currency);

const AMOUNTS = [
  ['expected', 'expectedVnd'],
  ['actual', 'actualVnd'],
  ['difference', 'differenceVnd'],
] as const;

/**
 * A finding whose texts tell its amounts in the account's currency. What a finding knows by name comes before what it
 * counts, so the amounts are written out here.
 */
export function toldIn(currency: string | undefined, finding: Finding, language: 'vi' | 'en'): Finding {
  if (currency === undefined) return finding;
  const written = AMOUNTS.flatMap(([name, field]) => {
    const amount = finding[field];
    if (amount === undefined) return [];
    const text = amountIn(currency, amount);
    const sign = name === 'difference' && amount > 0 ? '+' : '';
    return [[name, sign + (language === 'vi' ? text : pointed(text))] as const];
  });
  return written.length === 0
    ? finding
    : { ...finding, params: { ...finding.params, ...Object.fromEntries(written) } };
}

/** With a decimal point and commas between thousands. */
const pointed = (text: string): string => text.replaceAll(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
