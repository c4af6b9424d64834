import { accentedKey, fold } from '#domain/text.ts';
import { remember } from './remember.ts';
import data from './words.data.json' with { type: 'json' };
import { plainly } from './written.ts';

/** One word, or one run of digits, of a text. */
export interface Word {
  readonly text: string;
  /** Lower case with accents; and without them. */
  readonly key: string;
  readonly folded: string;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  readonly isUpper: boolean;
  /** Written without any accent: it may stand for every accented spelling. */
  readonly isBare: boolean;
}

export interface Text {
  /** The whole text, read plainly. */
  readonly plain: string;
  readonly words: readonly Word[];
  /** All capitals, or none beyond the first letter: then a capital tells nothing of a name. */
  readonly isOneCase: boolean;
  readonly isUpper: boolean;
  /** No accent in the whole text. */
  readonly isBare: boolean;
  /** Positions of words that look like a name and are none: goods, places, bodies. */
  readonly known: ReadonlySet<number>;
}

/** "NguyễnVăn" is two words: people glue names. */
const WORDS = /\p{Lu}+(?!\p{Ll})|\p{L}\p{Ll}*|\p{Nd}+/gu;

/** All about a word but what stands before it. */
const readWord = remember((text) => {
  const key = accentedKey(text);
  const folded = fold(text);
  return {
    text,
    key,
    folded,
    isNumber: /\p{Nd}/u.test(text),
    isCapital: /^\p{Lu}/u.test(text),
    isUpper: !/\p{Ll}/u.test(text),
    isBare: key === folded,
  };
});

/** The words of a text, read plainly. */
export function readWords(written: string): Text {
  const plain = plainly(written);
  const words: Word[] = [];
  let end = 0;
  for (const found of plain.matchAll(WORDS)) {
    words.push({ ...readWord(found[0]), gap: plain.slice(end, found.index) });
    end = found.index + found[0].length;
  }
  const lettered = words.filter((word) => !word.isNumber);
  const isUpper = lettered.every((word) => word.isUpper);
  const text = {
    plain,
    words,
    isUpper,
    isOneCase: isUpper || !lettered.slice(1).some((word) => word.isCapital),
    isBare: lettered.every((word) => word.isBare),
  };
  return { ...text, known: knownWords(text) };
}

/** Phrases of one or more words, found by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phrases(texts: readonly string[], keyOf: (text: string) => string = accentedKey): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const text of texts) {
    const keys = text.split(/[ /]/).map(keyOf);
    const first = keys[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), keys]);
  }
  return byFirst;
}

/** How many words from `at` on make the longest phrase; 0 where none does. */
export function phraseAt(
  words: readonly Word[],
  at: number,
  list: Phrases,
  keyOf: (word: Word) => string = (word) => word.key,
): number {
  const first = words[at];
  if (first === undefined) return 0;
  const begun = list.get(keyOf(first));
  if (begun === undefined) return 0;
  const fitting = begun.filter((keys) =>
    keys.every((key, i) => {
      const word = words[at + i];
      return word !== undefined && keyOf(word) === key;
    }),
  );
  return Math.max(0, ...fitting.map((keys) => keys.length));
}

const folds = (list: readonly string[]) => phrases(list, fold);
const GOODS_AND_PLACES = phrases(data.notNames);
const GOODS_AND_PLACES_BARE = folds(data.notNames);

function knownWords(text: Omit<Text, 'known'>): ReadonlySet<number> {
  const known = new Set<number>();
  for (const at of text.words.keys()) {
    const length = text.isBare
      ? phraseAt(text.words, at, GOODS_AND_PLACES_BARE, (word) => word.folded)
      : phraseAt(text.words, at, GOODS_AND_PLACES);
    // "Hà Nam" is a province, "Hà Nam Anh" somebody.
    const after = text.words[at + length];
    if (length === 0 || (!text.isOneCase && after?.isCapital && after.gap === ' ')) continue;
    for (let i = at; i < at + length; i += 1) known.add(i);
  }
  return known;
}

const ORGANISATIONS = phrases(data.organisations);
const ORGANISATIONS_BARE = phrases(data.organisationsUnaccented);

/** Whether a word of organisation begins here: "Công ty", "Chùa", "UBND". */
export const saysOrganisation = (text: Text, at: number): boolean =>
  phraseAt(text.words, at, ORGANISATIONS) > 0 ||
  (text.isBare && phraseAt(text.words, at, ORGANISATIONS_BARE, (word) => word.folded) > 0);
