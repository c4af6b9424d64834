import type { RawRow } from '../raw-row.ts';
import { takeApart } from '../values/money-text.ts';
import { joinLines, type Match, type Matcher, STRONG } from './match.ts';
import { cellsOf, hasDigit, isFigure } from './shape.ts';
import { declaredUnit } from './unit.ts';

/** The heading of one column, put together from the lines of the heading. */
export interface HeadingCell {
  /** Text of the lines above the last one, a group's name carried to the right. */
  readonly upper: string;
  /** Text of the last line; when that is blank, of the one above it. */
  readonly lower: string;
}

/** Wider than any table may be, so that a table too wide is known as such. */
export const MAX_READ = 201;

export const single = (row: RawRow): HeadingCell[] =>
  cellsOf(row, MAX_READ).map((lower) => ({ upper: '', lower }));

export const textOf = ({ upper, lower }: HeadingCell): string => joinLines(upper, lower);

export const matchCell = (matcher: Matcher, { upper, lower }: HeadingCell): Match | undefined =>
  upper === '' ? matcher.match(lower) : matcher.matchUnder(upper, lower);

/**
 * Sets a further line under a heading. A merged cell leaves its text in its first cell: to the right it goes for
 * as long as there is something below and nothing of its own.
 */
export function withLine(above: readonly HeadingCell[], row: RawRow): HeadingCell[] {
  const below = cellsOf(row, MAX_READ);
  const merged: HeadingCell[] = [];
  let group = '';
  for (let i = 0; i < Math.max(above.length, below.length); i += 1) {
    const { upper, lower } = above[i] ?? { upper: '', lower: '' };
    const own = joinLines(upper, lower);
    const text = below[i] ?? '';
    if (text === '') group = '';
    else if (own !== '') group = own;
    merged.push(text === '' ? { upper, lower } : { upper: group === text ? '' : group, lower: text });
  }
  return merged;
}

/** "triệu đồng", alone below the heading that it belongs to. */
const isUnit = (text: string): boolean => declaredUnit(`(${text})`) !== undefined;

/** "5 triệu đồng": data, however much in words it is written. */
export const isAmountInText = (cell: string): boolean =>
  cell.length <= MAX_AMOUNT && hasDigit(cell) && !('fault' in takeApart(cell)) && !isUnit(cell);

const MAX_AMOUNT = 60;
const IN_BRACKETS = /^[([].*[)\]]$/s;

/** Whether a row below a heading's line goes on with it: parts of groups, units in brackets, a second language. */
export function continues(above: readonly HeadingCell[], row: RawRow, matcher: Matcher): boolean {
  const below = cellsOf(row, MAX_READ);
  const places = below.flatMap((text, i) => (text === '' ? [] : [i]));
  if (places.length === 0 || below.some(isFigure) || below.some(isAmountInText)) return false;
  if (places.every((i) => IN_BRACKETS.test(below[i] ?? '') || isUnit(below[i] ?? ''))) return true;
  if (places.length < 2) return false;
  const fills = places.some((i) => textOf(above[i] ?? { upper: '', lower: '' }) === '');
  const grouped = places.every((i) => i === 0 || isGroup(above, below, i));
  if (fills && grouped) return true;
  const same = places.filter((i) => {
    const cell = above[i];
    const own = matcher.match(below[i] ?? '');
    return cell && own && own.confidence >= STRONG && matchCell(matcher, cell)?.column === own.column;
  });
  return same.length * 2 > places.length;
}

/** A part of a group stands beside another part of it. */
function isGroup(above: readonly HeadingCell[], below: readonly string[], i: number): boolean {
  const blank = (at: number) => textOf(above[at] ?? { upper: '', lower: '' }) === '';
  const part = (at: number) => (below[at] ?? '') !== '';
  return blank(i) ? part(i - 1) : blank(i + 1) && part(i + 1);
}
