import { accentedKey, fold } from '#domain/text.ts';
import data from './words.data.json' with { type: 'json' };
import type { Text, Word } from './words.ts';

const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(accentedKey));
const folds = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(fold));

const SURNAMES = keys(data.surnames);
const SURNAMES_BARE = folds(data.surnames);
const NOUNS = keys(data.nounSurnames);
const NOUNS_BARE = folds(data.nounSurnames);
const ONLY_SURNAMES = keys(data.onlySurnames);
const ONLY_SURNAMES_BARE = folds(data.onlySurnames);
const NONE: ReadonlySet<string> = new Set();
const MIDDLES = keys(data.middleNames);
const MIDDLES_BARE = folds(data.middleNames);

/** An accented word must be on the list itself; an unaccented one may stand for any that folds to it. */
const isOf = (word: Word | undefined, accented: ReadonlySet<string>, bare: ReadonlySet<string>): boolean =>
  word !== undefined && (accented.has(word.key) || (word.isBare && bare.has(word.folded)));

/** Set apart by nothing but blanks, dots and dashes. */
const NEAR = /^[^\p{L}\p{Nd},;:()/]{0,3}$/u;
const follows = (word: Word | undefined): word is Word =>
  word !== undefined && !word.isNumber && NEAR.test(word.gap);

/**
 * Positions at which something like a Vietnamese person's name begins: a surname and one to four capitalised
 * words, in capitals throughout too, accented or not. `strict` takes surnames that are common nouns for
 * surnames everywhere: among donors a name is likelier than a thing.
 */
export function namesIn(text: Text, strict: boolean): number[] {
  const { words, known } = text;
  return [...words.keys()].filter((at) => {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || word.isNumber || known.has(at)) return false;
    if (isOf(word, ONLY_SURNAMES, ONLY_SURNAMES_BARE)) return true;
    // Who leaves accents off leaves them off the whole name: "Ban Quản lý" is nobody named Bàn.
    const bare = next?.isBare === true;
    const isSurname = isOf(word, SURNAMES, bare ? SURNAMES_BARE : NONE);
    const isNoun = !isSurname && isOf(word, NOUNS, bare ? NOUNS_BARE : NONE);
    if (next === undefined || next.isNumber || known.has(at + 1)) return false;
    if (isSurname || isNoun) {
      // "lò văn pánh", "LO VAN PANH": whatever the case.
      if (isOf(next, MIDDLES, MIDDLES_BARE) && follows(words[at + 2])) return true;
      if (!follows(next) || !word.isCapital || !next.isCapital) return false;
      return isSurname || strict || isNamedByNoun(text, at);
    }
    const isThi = word.key === accentedKey('Thị') && word.isCapital && !text.isOneCase;
    return isThi && follows(next) && next.isCapital && !/^(?:trấn|xã|trường)$/iu.test(next.text);
  });
}

/** "Gạo Lò Pánh" and "LÒ THANH PÁNH" are somebody's; "Lò Nướng" and "BÀN HỌC" are things. */
function isNamedByNoun({ words, isUpper }: Text, at: number): boolean {
  if (at > 0 && !isUpper) return true;
  const third = words[at + 2];
  return follows(third) && third.isCapital;
}

const SYLLABLE =
  /^(?:ngh?|ch|gh|gi|kh|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** Whether a word, its accents taken off, could be one syllable of Vietnamese. */
export const couldBeSyllable = (folded: string): boolean => SYLLABLE.test(folded);

/** "Lan Anh", "minh tuấn", "Lan": nothing but up to four syllables that could be a given name. */
export function couldBeGivenName(text: Text): boolean {
  const { words, isUpper, known } = text;
  const allLower = !words.some((word) => word.isCapital);
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.every((word, at) => couldBeSyllable(word.folded) && !known.has(at)) &&
    (isUpper || allLower || words.every((word) => word.isCapital))
  );
}
