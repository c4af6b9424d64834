import type { SortKey } from './sort.ts';

/** One column of a table: how a row reads, and how it sorts where it may. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly text: (row: Row) => string;
  /** Present: the heading is a button. */
  readonly sort?: (row: Row) => SortKey;
  readonly numeric?: boolean;
  /** On a narrow screen the label stands before the text: "Dòng 12". */
  readonly prefix?: boolean;
  readonly href?: (row: Row) => string | undefined;
  /** A second, quieter line. */
  readonly note?: (row: Row) => string | undefined;
}
