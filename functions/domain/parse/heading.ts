import { BOOK_KINDS, type BookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import { err, ok, type Result } from '../result.ts';
import { clean, cut } from '../text.ts';
import { type Column, headingKey, headingKeys } from './column.ts';
import { CONTRACT } from './contract.ts';
import type { RawRow } from './raw-row.ts';

/** Which cell of a row is which column of the contract. */
export interface Heading {
  readonly row: number;
  /** Number of cells of the heading row, trailing blank ones not counted. */
  readonly width: number;
  /** By the contract's name of the column: the position of its cell. */
  readonly at: Readonly<Record<string, number>>;
  /** Columns that the contract does not know, by position. */
  readonly unknown: readonly { readonly position: number; readonly heading: string }[];
}

const lookups: Record<BookKind, ReadonlyMap<string, Column>> = {
  contributions: lookup(CONTRACT.contributions),
  disbursements: lookup(CONTRACT.disbursements),
};

function lookup(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.flatMap((column) => headingKeys(column).map((key) => [key, column] as const)));
}

const otherKind = (kind: BookKind): BookKind =>
  kind === 'contributions' ? 'disbursements' : 'contributions';

/** Far above any real table; every row is looked at column by column. */
const MAX_COLUMNS = 200;
/** A heading that the contract does not know is kept beside each of its cells, so it is kept short. */
const MAX_HEADING_LENGTH = 80;

/** Reads the heading row of a book of that kind, or says why the file must go back. */
export function readHeading(row: RawRow, kind: BookKind): Result<Heading, Finding> {
  const cells = row.cells.map(clean);
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  if (cells.length > MAX_COLUMNS) {
    return err(refusal('COLUMNS_TOO_MANY', row.row, { columns: cells.length, limit: MAX_COLUMNS }));
  }
  const columns = cells.map((cell) => lookups[kind].get(headingKey(cell)));
  const refused = wrongKind(cells, columns, kind, row.row) ?? incomplete(columns, kind, row.row);
  if (refused) return err(refused);
  const at: Record<string, number> = {};
  for (const [position, column] of columns.entries()) if (column) at[column.name] = position;
  return ok({ row: row.row, width: cells.length, at, unknown: unknownColumns(cells, columns) });
}

/** Each under a name of its own: two columns headed alike, or not at all, must not write over each other. */
function unknownColumns(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): Heading['unknown'] {
  const taken = new Set<string>(Object.getOwnPropertyNames(Object.prototype));
  return cells.flatMap((heading, position) => {
    if (columns[position] !== undefined) return [];
    const short = cut(heading, MAX_HEADING_LENGTH);
    const name = short === '' || taken.has(short) ? `${short} (cột ${position + 1})`.trim() : short;
    taken.add(name);
    return [{ position, heading: name }];
  });
}

/** Columns that only the other kind has, and more of them than of our own kind's: the wrong file. */
function wrongKind(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  kind: BookKind,
  row: number,
): Finding | undefined {
  const other = lookups[otherKind(kind)];
  const theirs = cells.filter((cell, i) => columns[i] === undefined && other.has(headingKey(cell)));
  const ours = cells.filter((cell, i) => columns[i] !== undefined && !other.has(headingKey(cell)));
  if (theirs.length > ours.length) {
    return refusal('WRONG_KIND', row, {
      kind: BOOK_KINDS[kind],
      other: BOOK_KINDS[otherKind(kind)],
      columns: [...new Set(theirs.map((cell) => other.get(headingKey(cell))?.title ?? ''))].join(', '),
    });
  }
  if (columns.some((column) => column !== undefined)) return undefined;
  const example = CONTRACT[kind].filter((column) => column.required).map((column) => column.title);
  return refusal('HEADING_NOT_FOUND', row, { kind: BOOK_KINDS[kind], example: example.join(', ') });
}

function incomplete(
  columns: readonly (Column | undefined)[],
  kind: BookKind,
  row: number,
): Finding | undefined {
  for (const column of CONTRACT[kind]) {
    const times = columns.filter((found) => found === column).length;
    if (times > 1) return refusal('COLUMN_REPEATED', row, { times }, column.title);
    if (times === 0 && column.required)
      return refusal('COLUMN_MISSING', row, { english: column.name }, column.title);
  }
  return undefined;
}

const refusal = (
  rule: string,
  row: number,
  params: Record<string, string | number>,
  column?: string,
): Finding => ({
  rule,
  severity: 'error',
  count: 1,
  rows: [row],
  params,
  ...(column === undefined ? {} : { column }),
});
