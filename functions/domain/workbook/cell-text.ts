import { serialToDate } from 'hucre';

/** What a cell says whose formula nobody has calculated yet. */
export const UNCALCULATED = '#CHƯA TÍNH';
/** What Excel shows, too, for a number that is no day it knows. */
const NO_DATE = '########';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Characters that XML cannot hold stand as `_x000D_`; halves of characters are left as they are written. */
export function unescapeText(text: string): string {
  if (text.indexOf('_x') === -1) return text;
  return text.replace(ESCAPE, (whole, hex: string) => {
    const unit = Number.parseInt(hex, 16);
    return unit >= 0xd800 && unit <= 0xdfff ? whole : String.fromCharCode(unit);
  });
}

/** Digits that are surely what is meant, and need no reading: at most 15, no leading nought. */
function isPlain(text: string): boolean {
  if (text.length === 0 || text.length > 15 || text.charCodeAt(0) === 48) return text === '0';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** How a stored number stands in our rows. What is no number is given back as it stands. */
export function numberText(stored: string): string {
  if (isPlain(stored)) return stored;
  const value = Number(stored);
  if (!/\d/.test(stored) || !Number.isFinite(value) || /[xob]/i.test(stored)) return stored;
  return plainNumber(value);
}

/**
 * Whole numbers as digits. Others with a decimal comma, to the 15 digits that Excel keeps: what comes after is
 * noise of binary fractions (0.1 + 0.2). Three decimals after at most three digits get a nought behind: "1,234"
 * would be taken for 1234 by whoever groups thousands by commas, "1,2340" cannot be.
 */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return value === 0 ? '0' : wholeDigits(value);
  const [whole = '0', decimals = ''] = value.toFixed(decimalsOf(value)).split('.');
  const trimmed = decimals.replace(/0+$/, '');
  if (trimmed === '') return whole === '-0' ? '0' : whole;
  const ambiguous = trimmed.length === 3 && whole.replace('-', '').length <= 3;
  return `${whole},${trimmed}${ambiguous ? '0' : ''}`;
}

/** From 10^21 on, the language writes an exponent where we want digits. */
const wholeDigits = (value: number): string =>
  Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();

/** So many that 15 digits stand; the language gives at most 100. */
const decimalsOf = (value: number): number => {
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(100, Math.max(0, 15 - magnitude - 1));
};

/** The first day that Excel cannot show, 1 January 10000, counted from 1900. */
const END_OF_DAYS = 2_958_466;

/**
 * The day of a serial number in a cell that shows a date, `yyyy-mm-dd`; the time of day is dropped. A time alone
 * (day 0 of 1900) stays a time.
 */
export function dateText(stored: string, from1904: boolean): string {
  const serial = Number(stored);
  if (Number.isNaN(serial)) return stored;
  if (serial < 0 || serial >= END_OF_DAYS - (from1904 ? 1462 : 0)) return NO_DATE;
  const iso = serialToDate(serial, from1904).toISOString();
  return serial < 1 && !from1904 ? iso.slice(11, 19) : iso.slice(0, 10);
}
