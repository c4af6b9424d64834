import { tellingWords } from './words.ts';

/** The telling words of a text. */
export type WordsOf = (text: string) => readonly string[];

/** As `tellingWords`, for texts that are matched again and again: the words of each are kept. */
export function keptWords(): WordsOf {
  const kept = new Map<string, readonly string[]>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const words = tellingWords(text);
    kept.set(text, words);
    return words;
  };
}

/** A larger book is matched in few of its states, and its texts are much to keep. */
const MOST_KEPT_ROWS = 40_000;
const keptBefore = new WeakMap<object, WordsOf>();

/** For all matchings of one owner: its words are kept as long as it is, unless it has too many rows. */
export function wordsFor(owner: object, rows: number): WordsOf {
  if (rows > MOST_KEPT_ROWS) return tellingWords;
  const wordsOf = keptBefore.get(owner) ?? keptWords();
  keptBefore.set(owner, wordsOf);
  return wordsOf;
}
