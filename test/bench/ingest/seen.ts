/** What a reader found in the file. */
export interface Seen {
  /** Rows of data: without the heading. */
  readonly rows: number;
  /** Only of those that read the amounts. */
  readonly totalVnd?: number;
}

/** One reading of the whole file. */
export type ReadBook = (file: string) => Promise<Seen>;
