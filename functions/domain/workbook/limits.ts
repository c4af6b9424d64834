/**
 * What is refused as too large before any memory is spent on it. By the name that a WORKBOOK_TOO_LARGE finding
 * carries in `what`.
 */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file itself: it is in memory as a whole. Larger ones should be CSV. */
  fileBytes: 64 * 1024 * 1024,
  /** Entries of the archive. Excel writes some twenty. */
  parts: 2_000,
  /** Inflated bytes of all entries together. */
  bytes: 512 * 1024 * 1024,
  /** Inflated bytes of the table of shared strings: the one part that must be kept. */
  sharedBytes: 128 * 1024 * 1024,
  /** Entries of the table of shared strings. */
  strings: 5_000_000,
  /** Inflated to stored bytes of an entry above a mebibyte; sheets of real files stay under 100. */
  ratio: 200,
  /** UTF-16 units of one cell; Excel takes 32,767. */
  cellText: 32_767,
  /** Merged areas of a sheet. */
  merges: 100_000,
  /** Sheets of a workbook. */
  sheets: 500,
} as const;
export type WorkbookLimit = keyof typeof WORKBOOK_LIMITS;

/** Columns of a sheet that may hold anything. Far above any real table. */
export const MAX_COLUMNS = 200;
/** The last row that a spreadsheet has. */
export const MAX_ROWS = 1_048_576;
