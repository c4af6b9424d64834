import { type IsoDate, isoDate } from '#domain/date.ts';
import type { DateOrder } from '../reading.ts';

/**
 * What the numbers of a date allow: `dmy` 25/12/2024, `mdy` 12/25/2024, `either` 5/9/2024. `iso` is for
 * everything that has no order to infer: the year first, or the month by its name. `serial` is Excel's number of
 * a day; `noYear` is 15/9, placed by the period.
 */
export type DateShape = 'dmy' | 'mdy' | 'either' | 'iso' | 'serial' | 'noYear';

export type DateFault = 'DATE_UNREADABLE' | 'DATE_NO_YEAR';

/** `suggestion`, where there is one, reads as a date in the same order. */
export type DateReading =
  | { readonly date: IsoDate; readonly shape: DateShape }
  | { readonly fault: DateFault; readonly shape?: DateShape; readonly suggestion?: string };

export const UNREADABLE: DateReading = { fault: 'DATE_UNREADABLE' };

const SLASH = 0x2f;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const isSeparator = (code: number): boolean => code === SLASH || code === HYPHEN || code === DOT;

/** The number between two places, or −1 when something else than digits stands there. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return from < to ? value : -1;
}

/**
 * Three numbers behind one kind of separator: d/m/yyyy, d/m/yy (20yy), yyyy-m-d, also with `-` and `.`.
 * Undefined for any other form, which says nothing about its being a date.
 */
export function readParts(text: string, order: DateOrder): DateReading | undefined {
  const { length } = text;
  if (length < 6 || length > 10) return undefined;
  const first = isSeparator(text.charCodeAt(2))
    ? 2
    : isSeparator(text.charCodeAt(1))
      ? 1
      : isSeparator(text.charCodeAt(4))
        ? 4
        : -1;
  if (first < 0) return undefined;
  const separator = text.charCodeAt(first);
  const second =
    text.charCodeAt(first + 3) === separator
      ? first + 3
      : text.charCodeAt(first + 2) === separator
        ? first + 2
        : -1;
  if (second < 0) return undefined;
  const a = numberAt(text, 0, first);
  const b = numberAt(text, first + 1, second);
  const c = numberAt(text, second + 1, length);
  if (a < 0 || b < 0 || c < 0) return undefined;
  const last = length - second - 1;
  if (first === 4) return last > 2 ? undefined : yearFirst(a, b, c);
  if (last === 4) return yearLast(a, b, c, order, text);
  return last === 2 ? yearLast(a, b, 2000 + c, order, text) : undefined;
}

/** Readings kept: a file has a few hundred days in a million rows. */
const MAX_KNOWN = 4096;
type Known = Map<number, DateReading>;
const KNOWN: Readonly<Record<'dmy' | 'mdy' | 'either' | 'iso', Known>> = {
  dmy: new Map(),
  mdy: new Map(),
  either: new Map(),
  iso: new Map(),
};

/** A day in the calendar as a reading, made once; undefined when the calendar has none. */
function dayOf(year: number, month: number, day: number, shape: keyof typeof KNOWN): DateReading | undefined {
  // Up to 9999, 99 and 99: no two days share a key.
  const key = (year * 100 + month) * 100 + day;
  const known = KNOWN[shape];
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const date = isoDate(year, month, day);
  if (date === undefined) return undefined;
  if (known.size >= MAX_KNOWN) known.clear();
  const made = { date, shape };
  known.set(key, made);
  return made;
}

const yearFirst = (year: number, month: number, day: number): DateReading =>
  dayOf(year, month, day, 'iso') ?? UNREADABLE;

function yearLast(a: number, b: number, year: number, order: DateOrder, text: string): DateReading {
  const dayFirst = order === 'dmy';
  const shape = a <= 12 && b <= 12 ? 'either' : order;
  const reading = dayFirst ? dayOf(year, b, a, shape) : dayOf(year, a, b, shape);
  if (reading !== undefined) return reading;
  const other = dayFirst ? isoDate(year, a, b) : isoDate(year, b, a);
  if (other === undefined) return UNREADABLE;
  const [x = '', y = '', z = ''] = text.split(/[/.-]/);
  return { fault: 'DATE_UNREADABLE', shape: dayFirst ? 'mdy' : 'dmy', suggestion: `${y}/${x}/${z}` };
}
