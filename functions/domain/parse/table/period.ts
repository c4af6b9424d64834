import { type IsoDate, isoDate, type Period } from '#domain/date.ts';

const DAY = '(\\d{1,2})\\s*(?:[/.-]|thang)\\s*(\\d{1,2})\\s*(?:[/.-]|nam)\\s*(\\d{4})';
const FROM_TO = new RegExp(
  `(?:tu|from)\\s*(?:ngay|date)?\\s*:?\\s*${DAY}\\D{0,25}?(?:den|toi|to|-|–)\\s*(?:het)?\\s*(?:ngay|date)?\\s*:?\\s*${DAY}`,
  'u',
);
const BETWEEN = new RegExp(`(?<!\\d)${DAY}\\s*[-–]\\s*${DAY}(?!\\d)`, 'u');
/** Not the "tháng 9 năm 2024" of a day on which something was signed. */
const MONTH = /(?<!\d\s?)(?<!\d\s)thang\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})/u;
const QUARTER = /quy\s*(iv|i{1,3}|[1-4])\s*(?:[/.,-]|nam)?\s*(?:nam)?\s*(\d{4})/u;
const HALF = /6\s*thang\s*(dau|cuoi)\s*nam\s*(\d{4})/u;
const NINE = /9\s*thang(?:\s*dau)?\s*nam\s*(\d{4})/u;
const YEAR = /(?<!thang\s?\d{1,2}\s)nam\s*(\d{4})\s*(?:[).|]|$)/u;
/** A line that cites a paper gives that paper's day, not the period. */
const CITES = /\b(quyet dinh|nghi dinh|thong tu|cong van|ke hoach|so:|ban hanh|ngay)\b/u;

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The period that a line of a title states, given the folded line; undefined when it states none. */
export function statedPeriod(line: string): Period | undefined {
  const both = FROM_TO.exec(line) ?? BETWEEN.exec(line);
  if (both) {
    const [, d1, m1, y1, d2, m2, y2] = both.map(Number);
    return period(isoDate(y1 ?? 0, m1 ?? 0, d1 ?? 0), isoDate(y2 ?? 0, m2 ?? 0, d2 ?? 0));
  }
  const half = HALF.exec(line);
  if (half) return half[1] === 'dau' ? months(half[2], 1, 6) : months(half[2], 7, 12);
  const nine = NINE.exec(line);
  if (nine) return months(nine[1], 1, 9);
  const quarter = QUARTER.exec(line);
  if (quarter) {
    const number = QUARTERS[quarter[1] ?? ''] ?? Number(quarter[1]);
    return months(quarter[2], number * 3 - 2, number * 3);
  }
  if (CITES.test(line)) return undefined;
  const month = MONTH.exec(line);
  if (month) return months(month[2], Number(month[1]), Number(month[1]));
  return months(YEAR.exec(line)?.[1], 1, 12);
}

function months(year: string | undefined, from: number, to: number): Period | undefined {
  const last = [31, 30, 29, 28].flatMap((day) => isoDate(Number(year), to, day) ?? [])[0];
  return period(isoDate(Number(year), from, 1), last);
}

const period = (from: IsoDate | undefined, to: IsoDate | undefined): Period | undefined =>
  from === undefined || to === undefined || from > to ? undefined : { from, to };
