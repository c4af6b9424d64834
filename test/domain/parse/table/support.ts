import type { TableKind } from '#domain/codes.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import { findLayout, type Layout } from '#domain/parse/table/layout.ts';

/** A line for each row, "|" between cells, "⏎" for a line break inside one. */
export const rowsOf = (text: string): RawRow[] =>
  text.split('\n').map((line, i) => ({
    row: i + 1,
    cells: line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n')),
  }));

/** The layout of a table that has one. */
export function layoutOf(
  text: string,
  kind?: TableKind,
  overrides: Parameters<typeof findLayout>[2] = {},
): Layout {
  const layout = findLayout(rowsOf(text), kind, overrides);
  if (!layout.ok) throw new Error(JSON.stringify(layout.error));
  return layout.value;
}

/** The refusal of a table that has none. */
export function refusalOf(text: string, kind?: TableKind, overrides: Parameters<typeof findLayout>[2] = {}) {
  const layout = findLayout(rowsOf(text), kind, overrides);
  return layout.ok ? undefined : layout.error;
}

/** The contract's name of each column; "?" where it has none. */
export const namesOf = (layout: Layout): string[] => layout.columns.map(({ name }) => name ?? '?');
