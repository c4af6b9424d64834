import { fold } from '#domain/text.ts';
import type { Multiplier } from '../reading.ts';

/** "triệu đồng", "1.000đ", "VND", as folded text. */
const UNIT =
  '(?:(1[., ]?000[., ]?000|1[., ]?000|nghin|ngan|ng|trieu|tr|ty|ti)[. ]*)?(dong viet nam|viet nam dong|dong|vnd|d|₫)|(nghin|ngan|trieu|ty)';
const AT_END = new RegExp(`(?:^|[\\s([,;:/-])(?:${UNIT})[\\s)\\].]*$`, 'u');
const DECLARED = new RegExp(
  `(?:dvt|dv tinh|d\\.v\\.t|don vi tinh|don vi tien|don vi|unit|so lieu)[ |]*(?:la|tinh)?[ |]*(?:bang|theo)?[ |]*[:=]?[ |(]*(?:${UNIT})(?=\\s*(?:[-–)\\].,;|/]|$))`,
  'u',
);
const IN_BRACKETS = new RegExp(`^\\((?:${UNIT})\\)$`, 'u');
/** "Số tiền ĐVT: triệu đồng": the label goes with the unit. */
const LABEL_AT_END = /[\s([,;:/-]*(?:dvt|dv tinh|don vi tinh|don vi)?[\s:([,;/-]*$/u;

function multiplierOf(word: string): Multiplier {
  const digits = word.replace(/[., ]/g, '');
  if (digits === '1000000' || digits.startsWith('tr')) return 1_000_000;
  if (digits === '1000' || digits.startsWith('n')) return 1_000;
  return digits === 'ty' || digits === 'ti' ? 1_000_000_000 : 1;
}

export interface HeadingUnit {
  readonly multiplier: Multiplier;
  /** The folded heading without the unit. */
  readonly rest: string;
}

/** What the figures under a heading stand for: "Số tiền (triệu đồng)". */
export function unitAtEnd(heading: string): HeadingUnit | undefined {
  const folded = fold(heading);
  const found = AT_END.exec(folded);
  if (found === null) return undefined;
  const rest = folded.slice(0, found.index).replace(LABEL_AT_END, '');
  return { multiplier: multiplierOf(found[1] ?? found[3] ?? ''), rest };
}

/** Money that accounts are kept in, by how headings name it: "Ghi nợ (USD)". */
const CURRENCIES = 'usd|eur|jpy|gbp|aud|cad|sgd|krw|cny|rmb|twd|thb|chf|lak|vnd';
const CURRENCY_AT_END = new RegExp(`[\\s([,;:/-](?:dvt:? ?)?(${CURRENCIES})[\\s)\\].]*$`, 'u');

export interface HeadingCurrency {
  readonly currency: string;
  /** The folded heading without it. */
  readonly rest: string;
}

/** Which money the figures under a heading are, where it says so. */
export function currencyAtEnd(heading: string): HeadingCurrency | undefined {
  const folded = fold(heading);
  const found = CURRENCY_AT_END.exec(folded);
  const name = found?.[1]?.toUpperCase();
  if (found === null || name === undefined) return undefined;
  return { currency: name === 'RMB' ? 'CNY' : name, rest: folded.slice(0, found.index) };
}

/** The unit of all figures, as a line above the table states it: "ĐVT: 1.000 đồng", "(triệu đồng)". */
export function declaredUnit(line: string): Multiplier | undefined {
  const folded = fold(line);
  const found = DECLARED.exec(folded) ?? IN_BRACKETS.exec(folded);
  return found === null ? undefined : multiplierOf(found[1] ?? found[3] ?? '');
}
