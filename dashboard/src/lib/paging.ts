/**
 * Rows are published in large objects and shown in small pages. Both count entries in the order of the file;
 * one row of a file may be two entries (money and goods), and rows that were set aside are in neither.
 */
interface Stored<Name> {
  readonly object: Name;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly entries: number;
}

interface Slice<Name> {
  readonly object: Name;
  /** Entries of the object to show: from (included) to (excluded). */
  readonly from: number;
  readonly to: number;
}

export const ROWS_PER_PAGE = 100;

export const entryCount = (stored: readonly { readonly entries: number }[]): number =>
  stored.reduce((sum, { entries }) => sum + entries, 0);

/** At least 1: an empty file has one empty page. */
export const pageCount = (entries: number): number => Math.max(1, Math.ceil(entries / ROWS_PER_PAGE));

/** Which parts of which objects make up a page (1 for the first). */
export function slicesOf<Name>(stored: readonly Stored<Name>[], pageNo: number): Slice<Name>[] {
  const start = (pageNo - 1) * ROWS_PER_PAGE;
  const end = start + ROWS_PER_PAGE;
  const slices: Slice<Name>[] = [];
  let before = 0;
  for (const { object, entries } of stored) {
    const from = Math.max(0, start - before);
    const to = Math.min(entries, end - before);
    if (from < to) slices.push({ object, from, to });
    before += entries;
  }
  return slices;
}

/**
 * The stored object where a row stands or would stand, by bisection, and how many entries lie before it.
 * Undefined when nothing is stored.
 */
export function objectOfRow<Name>(
  stored: readonly Stored<Name>[],
  row: number,
): { object: Name; before: number } | undefined {
  let low = 0;
  let high = stored.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stored[middle]?.firstRow ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  const found = stored[low];
  return found && { object: found.object, before: entryCount(stored.slice(0, low)) };
}

/** The page that shows a row: `rows` are the row numbers of the object that `objectOfRow` named. */
export function pageOfRow(
  rows: readonly number[],
  before: number,
  row: number,
): { pageNo: number; present: boolean } {
  const at = rows.findIndex((number) => number >= row);
  const index = at === -1 ? Math.max(0, rows.length - 1) : at;
  return { pageNo: Math.floor((before + index) / ROWS_PER_PAGE) + 1, present: rows[index] === row };
}
