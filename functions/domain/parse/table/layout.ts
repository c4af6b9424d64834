import type { TableKind } from '#domain/codes.ts';
import type { Finding } from '#domain/finding.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { cut } from '#domain/text.ts';
import type { RawRow } from '../raw-row.ts';
import type { Multiplier, Overrides } from '../reading.ts';
import { assign, type Found, readCells } from './assign.ts';
import { findHeading, type HeadingRows, kindsSought, type Matchers, newMatchers } from './find-heading.ts';
import { inferKind, type KindFound, otherKind } from './kind.ts';
import { textOf } from './lines.ts';
import { incomplete, kindUnclear, notFound, refusal, wrongKind } from './refusals.ts';
import { registerFit } from './register-kind.ts';
import { widthOf } from './shape.ts';
import { readTitles, type TitleFacts } from './titles.ts';
import { nameUnknown } from './unknown.ts';

/** One column of the table as it stands in the file. */
export interface ColumnMatch {
  /** 0 for the first. */
  readonly position: number;
  /** Text of the heading, lines joined by " / "; such a text may be named in a saved mapping. */
  readonly heading: string;
  /** The contract's name; absent when the contract has no such column. */
  readonly name?: string;
  /** Each cell holds a date and a document number, by a line break or by spaces apart. */
  readonly alsoDocumentNo?: true;
  /** 0 to 1; 0 when unknown. */
  readonly confidence: number;
  /** The heading says what its figures stand for: "(triệu đồng)". */
  readonly multiplier?: Multiplier;
  /**
   * The heading names the money of its figures: "Ghi nợ (USD)". Without a name: another column was taken for those
   * figures, in another money or in none.
   */
  readonly currency?: string;
  readonly overridden?: true;
}

/** Where the table is in a file, and which column is which. */
export interface Layout {
  readonly kind: TableKind;
  /** 1 when the kind was declared. */
  readonly kindConfidence: number;
  /** First and last row of the heading, as a spreadsheet counts; a row that numbers the columns belongs to it. */
  readonly headingFirst: number;
  readonly headingLast: number;
  /** Number of cells of the heading, trailing blank ones not counted. */
  readonly width: number;
  /** One for each of `width` positions. */
  readonly columns: readonly ColumnMatch[];
  /** Columns that the contract does not know, each under a name of its own. */
  readonly unknown: readonly { readonly position: number; readonly heading: string }[];
  /** By the contract's name: the position. */
  readonly at: Readonly<Record<string, number>>;
  /** Cells of the heading's rows as they stand, to know them again on the next page. */
  readonly headingRows: readonly RawRow[];
  /** The last rows with text above the heading, for the same reason. */
  readonly titleRows: readonly RawRow[];
  readonly titles: TitleFacts;
}

/** Far above any real table; every row is looked at column by column. */
const MAX_COLUMNS = 200;
const MAX_HEADING = 200;
const MAX_TITLES = 60;

/**
 * Finds the heading among the first rows of a file and the columns under it, or says why the file must go back:
 * HEADING_NOT_FOUND, HEADING_QUOTES, KIND_UNCLEAR, WRONG_KIND, COLUMN_MISSING, COLUMN_REPEATED, COLUMNS_TOO_MANY.
 * Without a kind, the kind is concluded from the headings.
 */
export function findLayout(
  rows: readonly RawRow[],
  kind: TableKind | undefined,
  overrides: Pick<Overrides, 'headingRow' | 'columns'> = {},
): Result<Layout, Finding> {
  const matchers = newMatchers();
  const heading = findHeading(rows, matchers, overrides, kindsSought(kind));
  const first = rows[heading?.first ?? rows.findIndex((row) => widthOf(row) > 0)];
  if (heading === undefined || first === undefined) {
    const row = overrides.headingRow ?? first?.row ?? 1;
    const tooMany = first && overrides.headingRow === undefined ? tooWide([first]) : undefined;
    if (tooMany) return err(tooMany);
    return err(first?.fault ? refusal('HEADING_QUOTES', row) : notFound(row, kind));
  }
  const lines = rows.slice(heading.first, heading.last + 1);
  const tooMany = tooWide(lines);
  if (tooMany) return err(tooMany);
  const faulty = lines.find((line) => line.fault);
  if (faulty) return err(refusal('HEADING_QUOTES', faulty.row));
  if (kind === undefined) return guessed(rows, heading, first.row, matchers, overrides.columns);
  const found = declaredKind(heading, first.row, kind, matchers, overrides.columns);
  if (!found.ok) return found;
  return layoutOf(rows, heading, found.value, matchers, overrides.columns);
}

/** What the headings say themselves. A column that only a book must have is not missed where a register is likelier. */
function guessed(
  rows: readonly RawRow[],
  heading: HeadingRows,
  row: number,
  matchers: Matchers,
  mapping: Overrides['columns'],
): Result<Layout, Finding> {
  const register = registerFit(matchers, heading.cells, mapping);
  if (register.found) return layoutOf(rows, heading, register.found, matchers, mapping);
  const found = inferKind(matchers, heading.cells, mapping);
  if ('alike' in found) return err(kindUnclear(row));
  const layout = layoutOf(rows, heading, found, matchers, mapping);
  return layout.ok || !register.likely ? layout : err(kindUnclear(row));
}

function tooWide(lines: readonly RawRow[]): Finding | undefined {
  const widest = lines.find((line) => widthOf(line) > MAX_COLUMNS);
  return widest && refusal('COLUMNS_TOO_MANY', widest.row, { columns: widthOf(widest), limit: MAX_COLUMNS });
}

function declaredKind(
  { cells }: HeadingRows,
  row: number,
  declared: TableKind,
  matchers: Matchers,
  mapping: Overrides['columns'],
): Result<KindFound, Finding> {
  const other = otherKind(matchers, cells, declared);
  if (other) return err(wrongKind(row, declared, other.kind, other.columns));
  const known = readCells(matchers[declared], declared, cells, mapping).some((found) => found !== undefined);
  return known ? ok({ kind: declared, confidence: 1 }) : err(notFound(row, declared));
}

function layoutOf(
  rows: readonly RawRow[],
  heading: HeadingRows,
  { kind, confidence }: KindFound,
  matchers: Matchers,
  mapping: Overrides['columns'],
): Result<Layout, Finding> {
  const lines = rows.slice(heading.first, heading.last + 1);
  const headingFirst = lines[0]?.row ?? 1;
  const read = readCells(matchers[kind], kind, heading.cells, mapping);
  const { columns, disputed } = assign(read);
  const refused = incomplete(kind, headingFirst, columns, disputed);
  if (refused) return err(refused);
  const headings = heading.cells.map(textOf);
  const at: Record<string, number> = {};
  for (const [position, found] of columns.entries()) if (found) at[found.column.name] = position;
  return ok({
    kind,
    kindConfidence: confidence,
    headingFirst,
    headingLast: lines.at(-1)?.row ?? headingFirst,
    width: headings.length,
    columns: headings.map((text, position) => matchOf(text, position, columns[position], read[position])),
    unknown: nameUnknown(headings, (position) => columns[position] !== undefined),
    at,
    headingRows: lines,
    titleRows: rows
      .slice(0, heading.first)
      .filter((row) => widthOf(row) > 0)
      .slice(-MAX_TITLES),
    titles: readTitles(rows.slice(0, heading.first)),
  });
}

/** @param read what the cell was taken for, though another cell may have got the column */
function matchOf(
  text: string,
  position: number,
  found: Found | undefined,
  read: Found | undefined,
): ColumnMatch {
  const heading = cut(text.replace(/\s+/gu, ' '), MAX_HEADING);
  if (found === undefined) {
    const currency = read?.currency;
    return { position, heading, confidence: 0, ...(currency === undefined ? {} : { currency }) };
  }
  const { column, confidence, multiplier, currency, alsoDocumentNo, overridden } = found;
  return {
    position,
    heading,
    name: column.name,
    confidence,
    ...(multiplier === undefined ? {} : { multiplier }),
    ...(currency === undefined ? {} : { currency }),
    ...(alsoDocumentNo === undefined ? {} : { alsoDocumentNo }),
    ...(overridden === undefined ? {} : { overridden }),
  };
}
