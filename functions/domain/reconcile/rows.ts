import type { IsoDate, Period } from '../date.ts';
import { addDays } from '../days.ts';
import { maxText, minText } from '../order.ts';
import type { Submission, SubmissionId } from '../submission.ts';
import { type Beside, type BesideAccount, type BesideEntry, NOTHING_BESIDE } from './beside.ts';

/** Rows of one file that its summary does not hold, of whichever kind it is. */
export type FileRows = Partial<Beside>;

/**
 * Rows by file: of every file in force that has any, and as far as the book is small enough of those that were
 * replaced, for the states in which they stood. By identity, as bytes that are declared anew are read anew.
 */
export type Rows = ReadonlyMap<SubmissionId, FileRows>;

type Files = readonly { readonly submission: Submission }[];

/** What stands beside the movements of these files, in their order. */
export function besideIn(files: Files, rows: Rows): Beside {
  const beside = withoutEntries(files, rows);
  const days = daysAround(beside.accounts);
  if (days === undefined) return beside;
  const entries = rowsOf(files, rows, 'entries').filter((entry) => isWithin(entry, days));
  return { ...beside, entries };
}

/** As `besideIn`, without the movements: only the matching looks at them, and they are many. */
export function withoutEntries(files: Files, rows: Rows): Beside {
  if (rows.size === 0) return NOTHING_BESIDE;
  return {
    accounts: rowsOf(files, rows, 'accounts'),
    entries: [],
    allocations: rowsOf(files, rows, 'allocations'),
    targets: rowsOf(files, rows, 'targets'),
    houses: rowsOf(files, rows, 'houses'),
    decisions: rowsOf(files, rows, 'decisions'),
  };
}

function rowsOf<K extends keyof Beside>(files: Files, rows: Rows, kind: K): Beside[K][number][] {
  return files.flatMap(
    ({ submission }): readonly Beside[K][number][] => rows.get(submission.id)?.[kind] ?? [],
  );
}

/** Books are not kept to the day: an entry may be this far from its line of the bank. */
const NEAR_DAYS = 31;
/** The first day that the calendar has so many days before. */
const FIRST_NEAR = '1900-02-01' as IsoDate;

/** The days of all accounts, and a month around them; undefined where there is none. */
export function daysAround(accounts: readonly Pick<BesideAccount, 'period'>[]): Period | undefined {
  const [first, ...others] = accounts.map(({ period }) => period);
  if (first === undefined) return undefined;
  const { from, to } = others.reduce(
    (a, b) => ({ from: minText(a.from, b.from), to: maxText(a.to, b.to) }),
    first,
  );
  // The ledger may hold a period of the calendar's first days.
  return { from: addDays(maxText(from, FIRST_NEAR), -NEAR_DAYS), to: addDays(to, NEAR_DAYS) };
}

export const isWithin = ({ date }: Pick<BesideEntry, 'date'>, { from, to }: Period): boolean =>
  from <= date && date <= to;
