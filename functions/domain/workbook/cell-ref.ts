import { damaged } from './refusal.ts';

/** A place in a sheet: column from 0, row as a spreadsheet shows it. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** "C7" → column 2, row 7. Throws a Refusal for what is no place. */
export function cellPlace(ref: string): CellPlace {
  let at = 0;
  let column = 0;
  for (; at < ref.length && at < 4; at++) {
    const letter = ref.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  let row = 0;
  const digits = at;
  for (; at < ref.length && at < digits + 8; at++) {
    const digit = ref.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  if (column === 0 || row === 0 || at !== ref.length) throw damaged('cell reference');
  return { column: column - 1, row };
}

/** 0 → "A", 27 → "AB". */
export const columnLetters = (column: number): string => LETTERS[column] ?? spell(column);

function spell(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : spell(Math.floor(column / 26) - 1) + last;
}

/** Asked for once a cell. */
const LETTERS = Array.from({ length: 256 }, (_, column) => spell(column));
