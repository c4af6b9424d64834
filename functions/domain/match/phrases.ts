import { pairInOrder } from './alike.ts';
import type { Board, Verdict } from './board.ts';
import { type TextsOfAmount, UNKNOWN } from './texts-of-amount.ts';

/** Who gave comes first in a text; what follows the sixth telling word adds nothing. */
const MOST_WORDS = 6;
/** More than there are words of one amount, and small enough that a node and a word are one exact number. */
const WORDS = 2 ** 26;

/** A phrase of entries, and the lines that hold it in one piece. */
interface Phrase {
  readonly words: number;
  readonly isDocument: boolean;
  readonly entries: number[];
  readonly lines: number[];
}

/**
 * Pairs lines that hold the whole text of an entry, who it names, or its document number, in one piece. Longer phrases come first,
 * then fewer days. However many rows say the same, each is looked at a few times only.
 */
export function pairByPhrase(board: Board, { lines, entries }: TextsOfAmount): void {
  const phrases = new Phrases();
  for (const { index, words, who, document } of entries) {
    if (document.length > 0) phrases.add(document, true, index);
    for (const text of [words, who])
      if (text.length > 0) phrases.add(text.slice(0, MOST_WORDS), false, index);
  }
  for (const { index, words } of lines) phrases.find(words, index);
  for (const phrase of phrases.inOrder()) {
    const once = phrase.lines.length === 1 && phrase.entries.length === 1;
    for (const daysApart of [0, 1, NEAR_DAYS]) {
      pairInOrder(board, phrase.lines, phrase.entries, daysApart, (line, entry) =>
        board.pair(
          line,
          entry,
          verdictOn(phrase, once, Math.abs(board.lines.day(line) - board.entries.day(entry))),
        ),
      );
    }
  }
}

const NEAR_DAYS = 3;

function verdictOn({ isDocument }: Phrase, once: boolean, days: number): Verdict {
  if (isDocument) return { level: 'STRONG', confidence: 95 - days, because: 'DOCUMENT_IN_TEXT' };
  return once
    ? { level: 'STRONG', confidence: 92 - 2 * days, because: 'WHOLE_TEXT' }
    : { level: 'STRONG', confidence: 82 - 2 * days, because: 'WHOLE_TEXT_REPEATED' };
}

/** A tree of words: the path of a phrase from the root is its words. */
class Phrases {
  readonly #next = new Map<number, number>();
  readonly #phrases = new Map<number, Phrase>();

  add(words: readonly number[], isDocument: boolean, entry: number): void {
    let node = 0;
    for (const word of words) {
      const step = node * WORDS + word;
      const next = this.#next.get(step) ?? this.#next.size + 1;
      this.#next.set(step, next);
      node = next;
    }
    const known = this.#phrases.get(node);
    if (known === undefined)
      this.#phrases.set(node, { words: words.length, isDocument, entries: [entry], lines: [] });
    else if (known.entries.at(-1) !== entry) known.entries.push(entry);
  }

  /** Notes every phrase that a line holds. Lines come in order. */
  find(words: readonly number[], line: number): void {
    for (let from = 0; from < words.length; from += 1) {
      let node: number | undefined = 0;
      for (let at = from; at < words.length; at += 1) {
        const word = words[at] ?? UNKNOWN;
        node = word === UNKNOWN ? undefined : this.#next.get(node * WORDS + word);
        if (node === undefined) break;
        const phrase = this.#phrases.get(node);
        if (phrase !== undefined && phrase.lines.at(-1) !== line) phrase.lines.push(line);
      }
    }
  }

  inOrder(): Phrase[] {
    const first = ({ entries }: Phrase): number => entries[0] ?? 0;
    return [...this.#phrases.values()]
      .filter(({ lines }) => lines.length > 0)
      .sort(
        (a, b) => Number(b.isDocument) - Number(a.isDocument) || b.words - a.words || first(a) - first(b),
      );
  }
}
