import { alike } from './alike.ts';
import type { Board } from './board.ts';
import { pairByPhrase } from './phrases.ts';
import { pairBySharedWords } from './shared-words.ts';
import { bankEntriesByAmount } from './sums.ts';
import { TextsOfAmount } from './texts-of-amount.ts';

/**
 * Same amount, at most three days apart, and the text of the entry in the narrative of the line: all of it in one
 * piece, then most of its words. No match of one amount touches another's, so amounts go one by one, and only the
 * texts of one are ever held.
 */
export function strong(board: Board): void {
  const { lines, entries } = board;
  const amounts = alike(
    lines.leftByAmount((line) => lines.row(line).text !== undefined),
    bankEntriesByAmount(board),
    lines.amounts,
    entries.amounts,
  );
  for (const [ofLines, ofEntries] of amounts) {
    const texts = new TextsOfAmount(board, ofLines, ofEntries);
    if (texts.tellNothing) continue;
    pairByPhrase(board, texts);
    pairBySharedWords(board, texts);
  }
}
