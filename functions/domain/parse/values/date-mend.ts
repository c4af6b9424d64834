import { isoDate, type Period } from '#domain/date.ts';
import type { DateOrder } from '../reading.ts';
import { readParts } from './date-parts.ts';

const LETTER_DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', i: '1', '|': '1' };
const ALMOST_DIGITS = /^[\dOolIi|]+(?:[/.-][\dOolIi|]+){1,2}$/;
const NUMBERS = /^(\d{1,2})[^\p{L}\d]{1,3}(\d{1,2})[^\p{L}\d]{1,3}(\d{2}|\d{4})$/u;
const DAY_MONTH_YEAR = /^(\d\d)(\d\d)(20\d\d)$/;
const ODD_YEAR = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{3}|\d{5,6})$/;

const isSubsequence = (part: string, whole: string): boolean => {
  let at = 0;
  for (const sign of whole) if (sign === part[at]) at += 1;
  return at === part.length;
};

/** A year typed with digits too many or too few: "202024". Otherwise it must be the only one of the period. */
function mendedYear(typed: string, inYear: (year: number) => boolean, period?: Period): string | undefined {
  const doubled = /^20(20\d\d)$/.exec(typed)?.[1];
  if (doubled !== undefined) return doubled;
  if (period === undefined) return undefined;
  const near: string[] = [];
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    const text = String(year);
    const alike = typed.length > 4 ? isSubsequence(text, typed) : isSubsequence(typed, text);
    if (alike && inYear(year)) near.push(text);
  }
  return near.length === 1 ? near[0] : undefined;
}

function withMendedYear(plain: string, order: DateOrder, period?: Period): string | undefined {
  const parts = ODD_YEAR.exec(plain);
  if (!parts) return undefined;
  const [, a = '', separator = '', b = '', typed = ''] = parts;
  const [day, month] = order === 'dmy' ? [Number(a), Number(b)] : [Number(b), Number(a)];
  const inYear = (year: number): boolean => {
    const date = isoDate(year, month, day);
    return date !== undefined && (!period || (period.from <= date && date <= period.to));
  };
  const year = mendedYear(typed, inYear, period);
  return year === undefined ? undefined : `${a}${separator}${b}${separator}${year}`;
}

/**
 * What somebody who mistyped a date must have meant, where only one thing is possible: letters for digits,
 * digits too many in the year, odd separators. Undefined where two dates would do. `plain` has no words in it.
 */
export function mendDate(plain: string, order: DateOrder, period?: Period): string | undefined {
  const numbers = NUMBERS.exec(plain);
  const mended = [
    ALMOST_DIGITS.test(plain) ? plain.replace(/[OolIi|]/g, (sign) => LETTER_DIGITS[sign] ?? sign) : undefined,
    numbers ? `${numbers[1]}/${numbers[2]}/${numbers[3]}` : undefined,
    order === 'dmy' ? DAY_MONTH_YEAR.exec(plain)?.slice(1).join('/') : undefined,
    withMendedYear(plain, order, period),
  ];
  return mended.find((text) => {
    const reading = text === undefined ? undefined : readParts(text, order);
    return reading !== undefined && 'date' in reading;
  });
}
