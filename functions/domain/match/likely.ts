import { alike, pairInOrder } from './alike.ts';
import type { Board } from './board.ts';
import { bankEntriesByAmount } from './sums.ts';

/** Money that leaves a donor before a weekend may be booked after it. */
const NEAR_DAYS = 3;

/**
 * Same amount, and nothing else to go by: on one day as many lines as entries; then one line and one entry that have
 * no other of their amount near them.
 */
export function likely(board: Board): void {
  const { lines, entries } = board;
  const left = () => alike(lines.leftByAmount(), bankEntriesByAmount(board), lines.amounts, entries.amounts);
  for (const [someLines, someEntries] of left()) {
    for (const [ofLines, ofEntries] of alike(someLines, someEntries, lines.days, entries.days)) {
      if (ofLines.length === ofEntries.length) pairDay(board, ofLines, ofEntries);
    }
  }
  for (const [ofLines, ofEntries] of left()) pairLonely(board, ofLines, ofEntries);
}

const ONE = { level: 'LIKELY', confidence: 70, because: 'ONLY_ONE_OF_DAY' } as const;
const EQUALS = { level: 'LIKELY', confidence: 60, because: 'EQUAL_GIFTS_OF_DAY' } as const;
const NEAR = { level: 'LIKELY', confidence: 50, because: 'ONLY_ONE_NEAR' } as const;

function pairDay(board: Board, lines: Int32Array, entries: Int32Array): void {
  const verdict = lines.length === 1 ? ONE : EQUALS;
  // Lines that may not have every entry choose first.
  const choosing = lines.slice().sort((a, b) => board.brokenOf(b) - board.brokenOf(a) || a - b);
  pairInOrder(board, choosing, entries, 0, (line, entry) => board.pair(line, entry, verdict));
}

/** Both of one amount and in order of days. All are looked at before any is taken. */
function pairLonely(board: Board, lines: Int32Array, entries: Int32Array): void {
  const entryOf = onlyNear(lines, board.lines.days, entries, board.entries.days, board.allows.bind(board));
  const lineOf = onlyNear(entries, board.entries.days, lines, board.lines.days, (entry, line) =>
    board.allows(line, entry),
  );
  for (const [line, entry] of entryOf) if (lineOf.get(entry) === line) board.pair(line, entry, NEAR);
}

/** Of those that have just one of the others near them: which. */
function onlyNear(
  ones: Int32Array,
  days: Int32Array,
  others: Int32Array,
  otherDays: Int32Array,
  allows: (one: number, other: number) => boolean,
): Map<number, number> {
  const found = new Map<number, number>();
  let from = 0;
  for (const one of ones) {
    const day = days[one] ?? Number.NaN;
    const dayAt = (at: number): number => otherDays[others[at] ?? -1] ?? Number.POSITIVE_INFINITY;
    while (from < others.length && dayAt(from) < day - NEAR_DAYS) from += 1;
    let [only, count] = [-1, 0];
    for (let at = from; count < 2 && dayAt(at) <= day + NEAR_DAYS; at += 1) {
      const other = others[at] ?? -1;
      if (!allows(one, other)) continue;
      only = other;
      count += 1;
    }
    if (count === 1) found.set(one, only);
  }
  return found;
}
