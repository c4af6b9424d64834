import { clean, fold } from '#domain/text.ts';

/** Longer cells are no labels. */
export const MAX_LABEL = 60;

/** Folded, everything but letters and digits as one space. */
export const labelKey = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** total: states the sum of all rows above; part: of a page, month or section; carried: states nothing new. */
export type SumKind = 'total' | 'part' | 'carried';

/** The figures that books state below their rows, as people write them. */
const TOTALS = ['tổng cộng', 'tổng số', 'tổng', 'cộng', 'total'];
const OF_WHAT =
  '( (tien|thu|chi|cac khoan|phat sinh|so phat sinh|ps|ung ho|ho tro|trong ky|amount|so tien|thu chi|no|co|bang so))*';
const TOTAL = new RegExp(`^((grand |sub ?)?total|${TOTALS.map(fold).join('|')})${OF_WHAT}$`);
const OF_PART = new RegExp(
  `^(${TOTALS.map(fold).join('|')})${OF_WHAT} (trang( nay)?( \\d+)?|(trong )?(thang|quy|ngay|nam|dot|tuan|muc|phan|nhom) [a-z0-9 ]{1,16}|(thang|ngay|muc|phan) nay|ngay|[ivx]{1,4}|[a-h])$|^sub ?total$`,
);
const TIME = '(ky|thang|quy|nam|ngay)( nay| truoc| [a-z0-9 ]{1,16})?';
const CARRIED = new RegExp(
  [
    '^(tong )?(cong |so )?(trang truoc )?(mang sang|chuyen sang|chuyen)( trang( sau| truoc| \\d+)?)?$',
    '^(tong )?cong (mang sang|chuyen)( sang)? trang sau$',
    '^(so )?(trang truoc|ky truoc|thang truoc|nam truoc) (mang|chuyen) sang$',
    '^(tong )?(cong )?luy ke( (tu|den) [a-z0-9 ]{1,20})?$',
    '^(tong )?(cong )?luy ke (tu [a-z0-9 ]{1,20} den [a-z0-9 ]{1,20}|thang nay|nam|ky nay)$',
    `^(so )?(du|ton)( tien| quy)? (dau|cuoi)( ${TIME})?$`,
    '^(so )?du (chuyen sang|mang sang|nam truoc|ky truoc|thang truoc|den ngay|tai ngay|ngay)( [a-z0-9 ]{1,20})?$',
    '^(opening|closing|beginning|ending) balance$|^balance (brought|carried) forward$|^(brought|carried) forward$',
  ].join('|'),
);

/** The letters with which those begin; most texts of most rows are names, so nothing is folded for them. */
const INITIALS = new Set('tcgsdlmknobeTCGSDLMKNOBE');
const FIRST_WORDS = new Set([
  ...[
    'tong',
    'cong',
    'total',
    'grand',
    'sub',
    'subtotal',
    'so',
    'du',
    'ton',
    'luy',
    'mang',
    'chuyen',
    'trang',
  ],
  ...['ky', 'thang', 'nam', 'opening', 'closing', 'beginning', 'ending', 'balance', 'brought', 'carried'],
]);
const FIRST_WORD = /[\p{L}\p{M}]+/u;

/** Whether a text begins as the label of a sum does; quick, as most texts do not. */
export function mayBeSum(text: string): boolean {
  const word = FIRST_WORD.exec(text)?.[0];
  return word !== undefined && INITIALS.has(word.charAt(0)) && FIRST_WORDS.has(fold(word));
}

/** With their accents, or written without any: "Công" and "Tông" are names. */
const ACCENTED = new RegExp(`^(${TOTALS.join('|')})(?![\\p{L}])`, 'u');

/** "Tổng cộng: 1.520 đồng" in one cell. */
const WITH_FIGURE = /^([^:\d]{3,50}):\s*([-(]?\d[\d.,\s]*\)?)\s*(?:đồng|đ|vnđ|vnd|₫)?\.?$/iu;

/** The label and the figure of a cell that holds both. */
export function labelAndFigure(
  text: string,
): { readonly label: string; readonly figure: string } | undefined {
  const found = text.length > MAX_LABEL * 2 ? null : WITH_FIGURE.exec(clean(text));
  return found ? { label: found[1] ?? '', figure: (found[2] ?? '').trim() } : undefined;
}

/**
 * What sum a label announces, if any.
 * Source: page totals carried forward, Circular 41/2022/TT-BTC.
 */
export function sumKind(text: string): SumKind | undefined {
  if (text.length > MAX_LABEL * 2 || !mayBeSum(text)) return undefined;
  const label = labelAndFigure(text)?.label ?? text;
  if (label.length > MAX_LABEL) return undefined;
  return sumKindOf(label) ?? inTwoLanguages(label);
}

/** "Tổng cộng/ Total": banks say it twice, and both must say it. */
function inTwoLanguages(label: string): SumKind | undefined {
  const [first = '', second, ...more] = label.split('/');
  if (second === undefined || more.length > 0) return undefined;
  return sumKindOf(second) === undefined ? undefined : sumKindOf(first);
}

function sumKindOf(label: string): SumKind | undefined {
  const key = labelKey(label);
  if (CARRIED.test(key)) return 'carried';
  const kind = OF_PART.test(key) ? 'part' : TOTAL.test(key) ? 'total' : undefined;
  if (kind === undefined || key.includes('total')) return kind;
  const written = clean(label)
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/ +/g, ' ');
  return ACCENTED.test(written) || fold(written) === written ? kind : undefined;
}
