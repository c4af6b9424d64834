import { codesOf, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import type { Finding } from '#domain/finding.ts';
import type { Column } from '../column.ts';
import { CONTRACT } from '../contract.ts';
import type { Disputed, Found } from './assign.ts';
import { kindsSought } from './find-heading.ts';

/** Why a file goes back for its heading. */
export const refusal = (
  rule: string,
  row: number,
  params?: Record<string, string | number>,
  column?: string,
): Finding => ({
  rule,
  severity: 'error',
  count: 1,
  rows: [row],
  ...(params === undefined ? {} : { params }),
  ...(column === undefined ? {} : { column }),
});

/** Some names hold a comma themselves. */
const namesOf = (kinds: readonly TableKind[]): string => kinds.map((kind) => TABLE_KINDS[kind]).join('; ');

/** Without a kind the example is of the first one. */
export function notFound(row: number, kind: TableKind | undefined): Finding {
  const example = CONTRACT[kind ?? 'contributions'].filter((column) => column.required);
  return refusal('HEADING_NOT_FOUND', row, {
    kind: namesOf(kind === undefined ? kindsSought(kind) : [kind]),
    example: example.map((column) => column.title).join(', '),
  });
}

/** Any kind may be chosen then, so all of them are named. */
export const kindUnclear = (row: number): Finding =>
  refusal('KIND_UNCLEAR', row, { kinds: namesOf(codesOf(TABLE_KINDS)) });

export const wrongKind = (
  row: number,
  kind: TableKind,
  other: TableKind,
  columns: readonly Column[],
): Finding =>
  refusal('WRONG_KIND', row, {
    kind: TABLE_KINDS[kind],
    other: TABLE_KINDS[other],
    columns: [...new Set(columns.map(({ title }) => title))].join(', '),
  });

const ALPHABET = 26;

/** As a spreadsheet names a column: A for position 0. */
const letters = (position: number): string =>
  position < ALPHABET
    ? String.fromCharCode(65 + position)
    : letters(Math.floor(position / ALPHABET) - 1) + letters(position % ALPHABET);

/** The first column of the contract that stands there twice, or not at all where it must. */
export function incomplete(
  kind: TableKind,
  row: number,
  columns: readonly (Found | undefined)[],
  disputed: Disputed,
): Finding | undefined {
  const has = (column: Column) => columns.some((found) => found?.column === column);
  for (const column of CONTRACT[kind]) {
    const positions = disputed.get(column);
    if (positions) {
      const params = { times: positions.length, columns: positions.map(letters).join(', ') };
      return refusal('COLUMN_REPEATED', row, params, column.title);
    }
    if (column.required && !has(column))
      return refusal('COLUMN_MISSING', row, { english: column.name }, column.title);
    const group = CONTRACT[kind].filter(
      ({ requiredOneOf }) => requiredOneOf !== undefined && requiredOneOf === column.requiredOneOf,
    );
    if (group.length > 0 && !group.some(has)) {
      const english = group.map(({ name }) => name).join(' / ');
      return refusal('COLUMN_MISSING', row, { english }, group.map(({ title }) => title).join(' / '));
    }
  }
  return undefined;
}
