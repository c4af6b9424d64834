import type { TableKind } from '#domain/codes.ts';
import { clean } from '#domain/text.ts';
import { type Column, headingKey } from '../column.ts';
import { CONTRACT } from '../contract.ts';
import type { Overrides } from '../reading.ts';
import { type HeadingCell, matchCell, textOf } from './lines.ts';
import { CLEARLY, type Match, type Matcher } from './match.ts';
import { unknownName } from './unknown.ts';

/** What a heading cell is taken for, said by a person or found. */
export interface Found extends Match {
  readonly overridden?: true;
}

/** Same text, whatever its case, accents and line breaks; signs alone must be the same signs. */
function isSame(cell: HeadingCell, position: number, wanted: string): boolean {
  const key = headingKey(wanted);
  const texts = [textOf(cell), cell.lower, unknownName(textOf(cell), position)];
  return texts.some((text) => (key === '' ? clean(text) === clean(wanted) : headingKey(text) === key));
}

/** Each cell's column on its own, a saved mapping first: two cells may still claim the same column. */
export function readCells(
  matcher: Matcher,
  kind: TableKind,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'] = {},
): (Found | undefined)[] {
  const said = new Map<number, Column>();
  const settled = new Set<string>();
  for (const [name, wanted] of Object.entries(mapping)) {
    const column = CONTRACT[kind].find((one) => one.name === name);
    if (column === undefined) continue;
    const position = cells.findIndex((cell, i) => wanted !== '' && isSame(cell, i, wanted));
    // A heading that this file does not have says nothing about this file.
    if (position === -1 && wanted !== '') continue;
    settled.add(name);
    if (position !== -1) said.set(position, column);
  }
  return cells.map((cell, i) => {
    const column = said.get(i);
    const match = matchCell(matcher, cell);
    if (column === undefined) return match && settled.has(match.column.name) ? undefined : match;
    const { multiplier, currency } = match ?? {};
    return {
      column,
      confidence: 1,
      overridden: true,
      ...(multiplier === undefined || column.type !== 'vnd' ? {} : { multiplier }),
      ...(currency === undefined || column.type !== 'vnd' ? {} : { currency }),
    };
  });
}

/** Columns that two cells claim alike and that nobody may choose between: by name, the positions. */
export type Disputed = ReadonlyMap<Column, readonly number[]>;

/** Gives each column to the cell that fits it best. */
export function assign(found: readonly (Found | undefined)[]): {
  readonly columns: (Found | undefined)[];
  readonly disputed: Disputed;
} {
  const best = new Map<Column, number[]>();
  for (const [i, match] of found.entries()) {
    if (match === undefined) continue;
    const rivals = best.get(match.column) ?? [];
    const top = found[rivals[0] ?? -1]?.confidence ?? 0;
    if (match.confidence > top) best.set(match.column, [i]);
    else if (match.confidence === top) rivals.push(i);
  }
  const disputed = new Map<Column, number[]>();
  for (const [column, positions] of best) {
    const sure = (found[positions[0] ?? -1]?.confidence ?? 0) >= CLEARLY;
    if (positions.length > 1 && matters(column, sure)) disputed.set(column, positions);
  }
  return {
    columns: found.map((match, i) => (match && best.get(match.column)?.[0] === i ? match : undefined)),
    disputed,
  };
}

/** Of two loosely matching texts the first may be taken; of two amounts, dates or codes never. */
const matters = (column: Column, sure: boolean): boolean =>
  column.name !== 'line_no' &&
  (sure || column.type !== 'text' || column.required === true || column.requiredOneOf !== undefined);
