import type { Board } from './board.ts';
import type { EntryToMatch, LineToMatch } from './match.ts';
import type { Side } from './side.ts';

type AnySide = Side<LineToMatch> | Side<EntryToMatch>;

/** The sum of amounts that are all of one sign, or undefined where it leaves the exact range. */
export function exactSum({ amounts }: AnySide, indices: ArrayLike<number>): number | undefined {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 1) sum += amounts[indices[i] ?? -1] ?? Number.NaN;
  return Number.isSafeInteger(sum) ? sum : undefined;
}

/** Left rows by amount, in order. Rows that are taken later stay in it. */
export function byAmount(side: AnySide, indices: Int32Array): ReadonlyMap<number, readonly number[]> {
  return Map.groupBy(indices, (index) => side.amount(index));
}

/** The one that is left and nearest to a day, at most so many days away; of two as near, the first. */
export function nearestLeft(
  side: AnySide,
  indices: readonly number[],
  day: number,
  { before, after }: { readonly before: number; readonly after: number },
  allowed: (index: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = firstFrom(side.days, indices, day - before); i < indices.length; i += 1) {
    const index = indices[i] ?? -1;
    if (side.day(index) > day + after) break;
    const apart = Math.abs(side.day(index) - day);
    if (apart >= least || !side.isLeft(index) || !allowed(index)) continue;
    [nearest, least] = [index, apart];
  }
  return nearest;
}

/** The first place among indices in order of days whose day is not before that day. */
export function firstFrom(days: Int32Array, indices: ArrayLike<number>, day: number): number {
  let [low, high] = [0, indices.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[indices[middle] ?? -1] ?? Number.NaN) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries left that may have passed through a bank by themselves. */
export const bankEntries = ({ entries }: Board, test: (entry: number) => boolean = () => true): Int32Array =>
  entries.left((entry) => !entries.row(entry).cash && test(entry));

/** As `bankEntries`, in order of amounts. */
export const bankEntriesByAmount = ({ entries }: Board): Int32Array =>
  entries.leftByAmount((entry) => !entries.row(entry).cash);
