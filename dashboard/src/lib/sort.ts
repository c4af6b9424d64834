export type Direction = 'ascending' | 'descending';
export type SortKey = string | number;

const collator = new Intl.Collator('vi', { numeric: true });

const compare = (a: SortKey, b: SortKey): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** A sorted copy; equal keys keep their order. Names sort as Vietnamese dictionaries do. */
export function sortBy<T>(rows: readonly T[], key: (row: T) => SortKey, direction: Direction): T[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(key(a), key(b)));
}
