import type { BookKind, TableKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import type { RuleId } from '#domain/rules/catalogue.ts';
import type { BesideExpectation, Expectation } from './expectation.ts';
import { quote, type RenderedBook } from './render.ts';

/** One row by the contract's column names; a column that no row names is not in the file. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string | number>>;
  /** What it adds to the sum of the file. */
  readonly sumVnd?: number;
}

/** One file that stands beside the books: a bank's statement or a register. */
export interface SampleTable {
  readonly file: string;
  readonly unit: string;
  readonly fund: string;
  readonly kind: Exclude<TableKind, BookKind>;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly receivedAt: string;
  /** Lines above the heading, as a bank prints them. */
  readonly titles?: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rules that the file alone must meet. */
  readonly rules?: readonly RuleId[];
}

/** The files that stand beside some books, and what must come of them. */
export interface BesideBooks {
  readonly tables: readonly SampleTable[];
  readonly expected: readonly BesideExpectation[];
}

/** The balance that a statement ends with. */
export const closingOf = ({ rows }: SampleTable): number => Number(rows.at(-1)?.cells.balance_vnd ?? 0);

/** The file as it is handed in: titles, the heading of the template, its rows. */
export function renderTable({ kind, rows, titles = [] }: SampleTable): RenderedBook {
  const columns = CONTRACT[kind].filter(({ name }) => rows.some(({ cells }) => name in cells));
  const line = (values: readonly string[]) => values.map((value) => quote(value, ',')).join(',');
  const lines = [
    ...titles.map((title) => line([title])),
    line(columns.map(({ title }) => title)),
    ...rows.map(({ cells }) => line(columns.map(({ name }) => String(cells[name] ?? '')))),
  ];
  return { text: `${lines.join('\n')}\n`, ignored: titles.length + 1 };
}

/** Where a row stands in its file, as a spreadsheet counts. */
export const rowOf = ({ titles = [] }: SampleTable, index: number): number => titles.length + 2 + index;

export function expectationOfTable({ rows, rules = [] }: SampleTable, ignored: number): Expectation {
  // What was promised and what was allotted are the same money at two times: never added up.
  const stages = new Set(rows.flatMap(({ cells }) => cells.stage ?? []));
  return {
    state: 'ACCEPTED',
    rows: rows.length + ignored,
    accepted: rows.length,
    quarantined: 0,
    ignored,
    acceptedVnd: stages.size > 1 ? 0 : rows.reduce((sum, { sumVnd = 0 }) => sum + sumVnd, 0),
    quarantinedVnd: 0,
    rules: [...new Set(rules)].sort(),
  };
}
