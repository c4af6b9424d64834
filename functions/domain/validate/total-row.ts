import { clean, fold } from '../text.ts';

/** The figures that books state below their rows, as people write them. */
const TOTALS = ['tổng cộng', 'tổng số', 'tổng', 'cộng', 'total'];
const OF_WHAT = '( (tien|thu|chi|cac khoan))*';
const CARRIED =
  /^(cong )?(mang sang|chuyen sang)( trang( sau| truoc| \d+)?)?$|^(cong )?luy ke( (tu|den) [a-z0-9 ]{1,20})?$|^so du (dau|cuoi) (ky|thang|quy|nam)$/;

/** With their accents, or written without any: "Công" and "Tông" are names. */
const ACCENTED = new RegExp(`^(${TOTALS.join('|')})(?![\\p{L}])`, 'u');
const TOTAL = new RegExp(`^(${TOTALS.map(fold).join('|')})${OF_WHAT}$`);

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
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (CARRIED.test(key)) return 'carried';
  if (!TOTAL.test(key)) return undefined;
  const written = clean(first)
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/ +/g, ' ');
  return ACCENTED.test(written) || fold(written) === written ? 'total' : undefined;
}
