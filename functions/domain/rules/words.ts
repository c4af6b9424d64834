import { FACTOR_WORDS } from './book/factor-words.ts';
import { INDICATOR_WORDS } from './book/indicator-words.ts';
import { PLACE_WORDS } from './book/place-words.ts';
import { WORKBOOK_WORDS } from './file/workbook-words.ts';
import { NORM_WORDS } from './row/norm-words.ts';

type Words = Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

/** Facts that findings hold as codes, since a finding is told in two languages: by the name of the fact. */
const WORDS: Readonly<Record<string, Words>> = {
  what: WORKBOOK_WORDS,
  why: FACTOR_WORDS,
  places: PLACE_WORDS,
  indicator: INDICATOR_WORDS,
  ...NORM_WORDS,
};

/** The word for a code in a language; any other text stands as it is. */
export function wordFor(name: string, code: string, language: 'vi' | 'en'): string {
  const words = WORDS[name];
  return words !== undefined && Object.hasOwn(words, code) ? (words[code]?.[language] ?? code) : code;
}
