import { alike, pairInOrder } from './alike.ts';
import type { Board } from './board.ts';
import { bankEntries } from './sums.ts';

/** A document is entered within a month of the day when the money moved. */
const MOST_DAYS_APART = 31;

/**
 * Same document number and same amount. Numbers repeat in real files, so those of one day come together first, and
 * the others in order of days.
 */
export function exact(board: Board): void {
  const { lines, entries, lineDocuments, entryDocuments } = board;
  const documented = alike(
    lines.left((line) => (lineDocuments[line] ?? -1) >= 0),
    bankEntries(board, (entry) => (entryDocuments[entry] ?? -1) >= 0),
    lineDocuments,
    entryDocuments,
  );
  for (const [someLines, someEntries] of documented) {
    for (const [ofLines, ofEntries] of alike(someLines, someEntries, lines.amounts, entries.amounts)) {
      const once = ofLines.length === 1 && ofEntries.length === 1;
      for (const daysApart of [0, MOST_DAYS_APART]) {
        pairInOrder(board, ofLines, ofEntries, daysApart, (line, entry) =>
          board.pair(line, entry, once ? ONCE : REPEATED),
        );
      }
    }
  }
}

const ONCE = { level: 'EXACT', confidence: 99, because: 'SAME_DOCUMENT' } as const;
const REPEATED = { level: 'EXACT', confidence: 92, because: 'SAME_DOCUMENT_REPEATED' } as const;
