import { alike } from './alike.ts';
import type { Board } from './board.ts';
import { exactSum } from './sums.ts';

/** A document is entered within a month of the day when the money moved. */
const MOST_DAYS_WIDE = 31;

const ADDS_UP = { level: 'GROUPED', confidence: 90, because: 'DOCUMENT_ADDS_UP' } as const;

/** One document number, one row on one side and several on the other that add up to it: all of them, or all of a day. */
export function sameDocument(board: Board): void {
  const { lines, entries, lineDocuments, entryDocuments } = board;
  for (const sign of [1, -1]) {
    const documented = alike(
      lines.left((line) => (lineDocuments[line] ?? -1) >= 0 && lines.amount(line) * sign > 0),
      entries.left((entry) => (entryDocuments[entry] ?? -1) >= 0 && entries.amount(entry) * sign > 0),
      lineDocuments,
      entryDocuments,
    );
    for (const [ofLines, ofEntries] of documented) {
      if (group(board, ofLines, ofEntries)) continue;
      for (const [l, e] of alike(ofLines, ofEntries, lines.days, entries.days)) group(board, l, e);
    }
  }
}

function group(board: Board, ofLines: Int32Array, ofEntries: Int32Array): boolean {
  const { lines, entries } = board;
  if (Math.min(ofLines.length, ofEntries.length) !== 1 || ofLines.length === ofEntries.length) return false;
  const days = [...Array.from(ofLines, (i) => lines.day(i)), ...Array.from(ofEntries, (i) => entries.day(i))];
  const wide = days.reduce((a, b) => Math.max(a, b)) - days.reduce((a, b) => Math.min(a, b));
  if (wide > MOST_DAYS_WIDE) return false;
  // Cash comes to a bank as a deposit: into the account, and in one sum.
  const deposit = ofLines.length === 1 && lines.amount(ofLines[0] ?? -1) > 0;
  if (!deposit && ofEntries.some((entry) => entries.row(entry).cash)) return false;
  const sum = exactSum(lines, ofLines);
  if (sum === undefined || sum !== exactSum(entries, ofEntries)) return false;
  const [l, e] = [[...ofLines], [...ofEntries]];
  if (!board.allowsAll(l, e)) return false;
  board.match(l, e, ADDS_UP);
  return true;
}
