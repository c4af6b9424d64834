import type { Board } from './board.ts';
import { type TextsOfAmount, UNKNOWN, type Worded } from './texts-of-amount.ts';

const NEAR_DAYS = 3;
/** Fewer words are a common name more often than a person: those must be there in one piece. */
const FEWEST_WORDS = 3;
/** Of three or four words all must be there, of five to nine all but one. */
const LEAST_SHARE = 0.8;
/** A word that so many lines have near one day tells nothing of any; looking at all would be slow. */
const MOST_LINES_OF_WORD = 32;

interface Candidate {
  readonly line: number;
  readonly entry: number;
  readonly share: number;
  readonly days: number;
}

/**
 * Pairs what is left by the share of an entry's words that a line has, wherever they stand: the greatest share first,
 * then fewest days apart, then in order.
 */
export function pairBySharedWords(board: Board, texts: TextsOfAmount): void {
  const lines = texts.lines.filter(({ index }) => board.lines.isLeft(index));
  const entries = texts.entries.filter(
    ({ index, words }) => words.length >= FEWEST_WORDS && board.entries.isLeft(index),
  );
  if (lines.length === 0 || entries.length === 0) return;
  const candidates: Candidate[] = [];
  const linesOf = postings(lines);
  for (const entry of entries) {
    const wanted = new Set(entry.words);
    const seen = new Set<Worded>();
    for (const word of wanted) {
      for (const line of nearby(board, linesOf.get(word) ?? [], entry.index)) seen.add(line);
    }
    for (const line of seen) {
      const share = [...wanted].filter((word) => line.words.includes(word)).length / wanted.size;
      if (wanted.size < FEWEST_WORDS || share < LEAST_SHARE || !board.allows(line.index, entry.index))
        continue;
      const days = Math.abs(board.lines.day(line.index) - board.entries.day(entry.index));
      candidates.push({ line: line.index, entry: entry.index, share, days });
    }
  }
  candidates.sort((a, b) => b.share - a.share || a.days - b.days || a.line - b.line || a.entry - b.entry);
  for (const { line, entry, share, days } of candidates) {
    if (!board.lines.isLeft(line) || !board.entries.isLeft(entry)) continue;
    const confidence = Math.round(80 * share) - 2 * days;
    board.pair(line, entry, { level: 'STRONG', confidence, because: 'MOST_WORDS' });
  }
}

function postings(lines: readonly Worded[]): Map<number, Worded[]> {
  const linesOf = new Map<number, Worded[]>();
  for (const line of lines) {
    for (const word of new Set(line.words)) {
      if (word === UNKNOWN) continue;
      const held = linesOf.get(word);
      if (held === undefined) linesOf.set(word, [line]);
      else held.push(line);
    }
  }
  return linesOf;
}

/** The lines near the day of an entry, unless there are too many. Lines are in order of days. */
function nearby(board: Board, lines: readonly Worded[], entry: number): readonly Worded[] {
  const day = board.entries.day(entry);
  const firstFrom = (wanted: number): number => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (board.lines.day(lines[middle]?.index ?? -1) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [from, to] = [firstFrom(day - NEAR_DAYS), firstFrom(day + NEAR_DAYS + 1)];
  return to - from > MOST_LINES_OF_WORD ? [] : lines.slice(from, to);
}
