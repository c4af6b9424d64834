import { clean, cut } from '#domain/text.ts';
import type { RawRow } from '../raw-row.ts';

/** What one row looks like, whatever its words mean. */
export const isBlank = (cell: string): boolean => cell.length === 0 || cell.trim().length === 0;

const CODE_0 = 48;
const CODE_9 = 57;

/** No regular expression: asked of several cells of every row. */
export function hasDigit(cell: string | undefined): boolean {
  if (cell === undefined) return false;
  for (let i = 0; i < cell.length; i += 1) {
    const code = cell.charCodeAt(i);
    if (code >= CODE_0 && code <= CODE_9) return true;
  }
  return false;
}

/** Figures, dates and dashes have none; in any script but ASCII's signs a character counts as one. */
export function hasLetter(cell: string): boolean {
  for (let i = 0; i < cell.length; i += 1) {
    const code = cell.charCodeAt(i);
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf) return true;
  }
  return false;
}

/** Longer cells are no figures. */
const MAX_FIGURE = 60;

/** A date, an amount, a number: digits and not one letter. */
export const isFigure = (cell: string): boolean =>
  cell.length <= MAX_FIGURE && hasDigit(cell) && !/\p{L}/u.test(cell);

/** Of a longer cell only the beginning is looked at: it is no heading and no line of a title. */
const MAX_READ = 500;

/** The first cells, cleaned, blank ones at the end left out. */
export function cellsOf(row: RawRow, limit: number): string[] {
  const cells = row.cells.slice(0, limit).map((cell) => clean(cut(cell, MAX_READ)));
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** Cells up to the last with text. */
export function widthOf(row: RawRow): number {
  let width = row.cells.length;
  while (width > 0 && isBlank(row.cells[width - 1] ?? '')) width -= 1;
  return width;
}

/** "1", "(2)", "A", "3=1+2", "(5)=(3)x(4)". */
const NUMBERED = /^[([]?(\d{1,2}|[A-Z])[)\]]?\s*(=\s*[\d()[\]\s+\-–x×*:/]{1,30})?$/u;
const MAX_NUMBERING_CELL = 36;

/** The row that numbers the columns, under the heading of many Vietnamese forms. */
export function isNumbering(cells: readonly string[]): boolean {
  let numbers = 0;
  let named = 0;
  let last: number | undefined;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (cell.length > MAX_NUMBERING_CELL) return false;
    const found = NUMBERED.exec(clean(cell))?.[1];
    if (found === undefined) return false;
    named += 1;
    if (!hasDigit(found)) continue;
    const number = Number(found);
    if (number !== (last ?? number - 1) + 1 || (last === undefined && number > 2)) return false;
    last = number;
    numbers += 1;
  }
  return named >= 3 && (numbers >= 2 || numbers === 0);
}
