import { codesOf, isCode, REGISTER_KINDS, TABLE_KINDS, type TableKind } from '#domain/codes.ts';
import type { Column } from '../column.ts';
import type { RawRow } from '../raw-row.ts';
import type { Overrides } from '../reading.ts';
import { readCells } from './assign.ts';
import { HeadingReader } from './heading-text.ts';
import { continues, type HeadingCell, isAmountInText, single, withLine } from './lines.ts';
import { Matcher, STRONG } from './match.ts';
import { isFigure, isNumbering, widthOf } from './shape.ts';

/** The rows of a heading, and its cells put together. Indexes into the rows that were looked at. */
export interface HeadingRows {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly HeadingCell[];
}

export type Matchers = Readonly<Record<TableKind, Matcher>>;
export function newMatchers(): Matchers {
  const reader = new HeadingReader();
  return {
    contributions: new Matcher('contributions', reader),
    disbursements: new Matcher('disbursements', reader),
    bankStatement: new Matcher('bankStatement', reader),
    allocations: new Matcher('allocations', reader),
    targets: new Matcher('targets', reader),
    houses: new Matcher('houses', reader),
    decisions: new Matcher('decisions', reader),
  };
}

/** The kinds that headings tell by themselves: registers share nearly all their headings with books. */
export const KINDS_TOLD: readonly TableKind[] = codesOf(TABLE_KINDS).filter(
  (kind) => !isCode(REGISTER_KINDS, kind),
);

/** The kinds among whose headings that of a table is looked for. */
export const kindsSought = (declared: TableKind | undefined): readonly TableKind[] =>
  declared === undefined
    ? codesOf(TABLE_KINDS)
    : KINDS_TOLD.includes(declared)
      ? KINDS_TOLD
      : [declared, ...KINDS_TOLD];

/** Rows with text among which the heading is looked for. */
const MAX_CANDIDATES = 60;
const MAX_LINES = 3;

/** How well cells name columns of a kind: the sum of the confidences, less what looks like data. */
export function fitOf(
  matcher: Matcher,
  kind: TableKind,
  cells: readonly HeadingCell[],
  mapping: Overrides['columns'],
): { readonly score: number; readonly known: number; readonly strong: number } {
  const best = new Map<Column, number>();
  for (const found of readCells(matcher, kind, cells, mapping)) {
    if (found) best.set(found.column, Math.max(best.get(found.column) ?? 0, found.confidence));
  }
  const confidences = [...best.values()];
  const figures = cells.filter(({ lower }) => isFigure(lower)).length;
  return {
    score: confidences.reduce((sum, one) => sum + one, 0) - figures,
    known: best.size,
    strong: confidences.filter((one) => one >= STRONG).length,
  };
}

/** The rows whose cells best name the columns of one of the kinds; undefined when none does. */
export function findHeading(
  rows: readonly RawRow[],
  matchers: Matchers,
  overrides: Pick<Overrides, 'headingRow' | 'columns'>,
  kinds: readonly TableKind[],
): HeadingRows | undefined {
  const withText = rows.flatMap((row, i) => (widthOf(row) > 0 ? [i] : []));
  const said = overrides.headingRow;
  const candidates =
    said === undefined
      ? withText.slice(0, MAX_CANDIDATES)
      : withText.filter((i) => rows[i]?.row === said).slice(0, 1);
  let best: (HeadingRows & { readonly score: number }) | undefined;
  for (const first of candidates) {
    for (const one of startingAt(rows, first)) {
      // A first row with one known column is a heading with the others misspelt; elsewhere it may be anything.
      const alone = first === withText[0] && one.last === first;
      const enough = alone || said !== undefined ? 1 : 2;
      const score = scoreOf(one, matchers, kinds, overrides.columns, enough);
      if (score !== undefined && score > (best?.score ?? 0)) best = { ...one, score };
    }
  }
  return best && toItsEnd(rows, best, matchers, kinds);
}

function startingAt(rows: readonly RawRow[], first: number): HeadingRows[] {
  const top = rows[first];
  if (top === undefined) return [];
  const found: HeadingRows[] = [{ first, last: first, cells: single(top) }];
  for (let last = first + 1; last < first + MAX_LINES; last += 1) {
    const row = rows[last];
    const above = found.at(-1);
    if (row === undefined || above === undefined || widthOf(row) === 0) break;
    if (isNumbering(row.cells) || row.cells.some(isFigure) || row.cells.some(isAmountInText)) break;
    found.push({ first, last, cells: withLine(above.cells, row) });
  }
  return found;
}

/** Undefined when it is no heading of any kind. Of equals, the one with fewer lines. */
function scoreOf(
  { first, last, cells }: HeadingRows,
  matchers: Matchers,
  kinds: readonly TableKind[],
  mapping: Overrides['columns'],
  enough: number,
): number | undefined {
  const fits = kinds.map((kind) => fitOf(matchers[kind], kind, cells, mapping));
  const usable = fits.filter(({ known, strong }) => known >= enough && strong >= 1);
  if (usable.length === 0) return undefined;
  return Math.max(...usable.map(({ score }) => score)) - (last - first) * 0.01;
}

/** Takes in the lines that go on with the heading without naming more columns, and the row of numbers. */
function toItsEnd(
  rows: readonly RawRow[],
  found: HeadingRows,
  matchers: Matchers,
  kinds: readonly TableKind[],
): HeadingRows {
  let { last, cells } = found;
  while (last + 1 < found.first + MAX_LINES) {
    const row = rows[last + 1];
    if (row === undefined || isNumbering(row.cells)) break;
    if (!kinds.some((kind) => continues(cells, row, matchers[kind]))) break;
    const longer = withLine(cells, row);
    // What takes a column's name away is no line of the heading.
    if (mostKnown(longer, matchers, kinds) < mostKnown(cells, matchers, kinds)) break;
    cells = longer;
    last += 1;
  }
  if (isNumbering(rows[last + 1]?.cells ?? [])) last += 1;
  return { first: found.first, last, cells };
}

const mostKnown = (cells: readonly HeadingCell[], matchers: Matchers, kinds: readonly TableKind[]): number =>
  Math.max(...kinds.map((kind) => fitOf(matchers[kind], kind, cells, {}).known));
