import type { Finding } from '../finding.ts';

/** Why a row's cells cannot be trusted. */
export type RowFault = 'QUOTE_STRAY';

/** One row of a file as it stands, blank ones too. */
export interface RawRow {
  /** As a spreadsheet counts: 1 for the first, a cell with line breaks inside is still one row. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
  /** The cells are known to be composed (NFC) and free of odd characters; spaces around them may remain. */
  readonly tidy?: boolean;
  /** Tidy, and nothing but ASCII and Latin letters of Vietnamese: no question mark either. No letter was lost. */
  readonly sound?: boolean;
}

/**
 * Bytes in, rows out, in any portions: the seam between every format and the rest of the pipeline. A reader
 * keeps only the row it is in; after a rejection it gives no more rows.
 */
export interface RowReader {
  /** Rows completed by these bytes. */
  push(bytes: Uint8Array): RawRow[];
  /** The rows that only the end of the file completes. */
  end(): RawRow[];
  /** Set once the file cannot be read at all. */
  readonly rejection: Finding | undefined;
}
