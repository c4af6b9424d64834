import { stretches } from './alike.ts';
import type { Board } from './board.ts';
import { bankEntries, byAmount, exactSum, nearestLeft } from './sums.ts';

const NEAR = { before: 3, after: 3 };

const ENTRIES = { level: 'GROUPED', confidence: 65, because: 'ENTRIES_OF_DAY_ADD_UP' } as const;
const LINES = { level: 'GROUPED', confidence: 65, because: 'LINES_OF_DAY_ADD_UP' } as const;

/**
 * All that is left of a day, of one sign, is one row of the other side within three days: entries of a day as one
 * line; lines of a day as one entry, those of one account before those of all.
 */
export function wholeDays(board: Board): void {
  for (const sign of [1, -1]) {
    entriesOfDays(board, sign);
    for (const ofAccount of stretches(signed(board, sign), board.lineAccounts))
      linesOfDays(board, ofAccount, sign);
    linesOfDays(board, signed(board, sign), sign);
  }
}

const signed = ({ lines }: Board, sign: number): Int32Array =>
  lines.left((line) => lines.amount(line) * sign > 0);

function entriesOfDays(board: Board, sign: number): void {
  const { lines, entries } = board;
  const lineOf = byAmount(lines, signed(board, sign));
  const left = bankEntries(board, (entry) => entries.amount(entry) * sign > 0);
  for (const ofDay of stretches(left, entries.days)) {
    const sum = ofDay.length > 1 ? exactSum(entries, ofDay) : undefined;
    if (sum === undefined) continue;
    const group = [...ofDay];
    const line = nearestLeft(lines, lineOf.get(sum) ?? [], entries.day(group[0] ?? -1), NEAR, (one) =>
      board.allowsAll([one], group),
    );
    if (line !== undefined) board.match([line], group, ENTRIES);
  }
}

function linesOfDays(board: Board, some: Int32Array, sign: number): void {
  const { lines, entries } = board;
  const entryOf = byAmount(
    entries,
    bankEntries(board, (entry) => entries.amount(entry) * sign > 0),
  );
  if (entryOf.size === 0) return;
  for (const ofDay of stretches(some, lines.days)) {
    const sum = ofDay.length > 1 ? exactSum(lines, ofDay) : undefined;
    if (sum === undefined) continue;
    const group = [...ofDay];
    const entry = nearestLeft(entries, entryOf.get(sum) ?? [], lines.day(group[0] ?? -1), NEAR, (one) =>
      board.allowsAll(group, [one]),
    );
    if (entry !== undefined) board.match(group, [entry], LINES);
  }
}
