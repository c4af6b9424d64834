import { fold } from '../text.ts';

const TOTAL = /^(tong cong|tong so|tong|cong|total)( (tien|thu|chi|cac khoan))*$/;
const CARRIED =
  /^(cong mang sang|cong chuyen sang|mang sang|chuyen sang|luy ke|cong luy ke|so du dau ky|so du cuoi ky)\b/;

/** total: states the sum of all rows above; carried: a figure repeated or carried, stating nothing new. */
export type TotalKind = 'total' | 'carried';

/**
 * Whether a row without a date is a total. Judged by its first cell with text.
 * Source: page totals carried forward, Circular 41/2022/TT-BTC.
 */
export function totalKind(cells: readonly string[]): TotalKind | undefined {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || first.length > 60) return undefined;
  const key = fold(first)
    .replace(/[^a-z ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return TOTAL.test(key) ? 'total' : CARRIED.test(key) ? 'carried' : undefined;
}
