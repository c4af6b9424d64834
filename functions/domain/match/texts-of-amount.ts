import type { Board } from './board.ts';
import { isTelling, tellingWords, whoOf } from './words.ts';

/** A row and what its text says, each word as a number. */
export interface Worded {
  readonly index: number;
  readonly words: readonly number[];
}

/** An entry, what its text says, who its text names, and its document number. Empty where they tell nothing. */
interface WordedEntry extends Worded {
  readonly who: readonly number[];
  readonly document: readonly number[];
}

/** Texts of the lines and entries of one amount. Only words that some entry has are worth a number. */
export class TextsOfAmount {
  readonly entries: readonly WordedEntry[];
  readonly lines: readonly Worded[];
  readonly #numbers = new Map<string, number>();

  constructor(board: Board, lines: Int32Array, entries: Int32Array) {
    this.entries = Array.from(entries, (index) => {
      const { text = '', documentNo = '' } = board.entries.row(index);
      const document = tellingWords(documentNo);
      return {
        index,
        words: this.#telling(text),
        who: this.#telling(whoOf(text)),
        document: document.join('').length >= LONG_DOCUMENT ? document.map((word) => this.#number(word)) : [],
      };
    });
    this.lines = Array.from(lines, (index) => {
      const words = this.#numbers.size === 0 ? [] : tellingWords(board.lines.row(index).text ?? '');
      return { index, words: words.map((word) => this.#numbers.get(word) ?? UNKNOWN) };
    });
  }

  #telling(text: string): readonly number[] {
    const words = tellingWords(text);
    return isTelling(words) ? words.map((word) => this.#number(word)) : [];
  }

  #number(word: string): number {
    const known = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, known);
    return known;
  }
}

/** A word that no entry has. */
export const UNKNOWN = -1;

/** Shorter document numbers stand in narratives by chance. */
const LONG_DOCUMENT = 5;
