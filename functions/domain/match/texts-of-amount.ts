import type { Board } from './board.ts';
import { addTo } from './numbers.ts';
import type { WordsOf } from './wording.ts';
import { isTelling, whoOf } from './words.ts';

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
  readonly #wordsOf: WordsOf;

  constructor(board: Board, lines: Int32Array, entries: Int32Array) {
    this.#wordsOf = board.wordsOf;
    this.entries = Array.from(entries, (index) => {
      const { text = '', documentNo = '' } = board.entries.row(index);
      const document = this.#wordsOf(documentNo);
      return {
        index,
        words: this.#telling(text),
        who: this.#telling(whoOf(text)),
        document: isLong(document) ? document.map((word) => this.#number(word)) : NOTHING,
      };
    });
    this.lines = Array.from(lines, (index) => {
      const words = this.#numbers.size === 0 ? [] : this.#wordsOf(board.lines.row(index).text ?? '');
      return { index, words: words.map((word) => this.#numbers.get(word) ?? UNKNOWN) };
    });
  }

  /** Whether no entry says anything to know it by. */
  get tellNothing(): boolean {
    return this.#numbers.size === 0;
  }

  #telling(text: string): readonly number[] {
    if (text === '') return NOTHING;
    const words = this.#wordsOf(text);
    return isTelling(words) ? words.map((word) => this.#number(word)) : [];
  }

  #number(word: string): number {
    return this.#numbers.get(word) ?? addTo(this.#numbers, word);
  }
}

const NOTHING: readonly number[] = [];

/** A word that no entry has. */
export const UNKNOWN = -1;

/** Shorter document numbers stand in narratives by chance. */
const LONG_DOCUMENT = 5;

const isLong = (words: readonly string[]): boolean =>
  words.reduce((length, word) => length + word.length, 0) >= LONG_DOCUMENT;
