/** Names of people that are parts of names of bodies and places. */
import data from './words.data.json' with { type: 'json' };
import { type Phrases, phraseAt, phrases, saysOrganisation, type Text, type Word } from './words.ts';

const ENGLISH = phrases(data.organisationsInEnglish);
const PLACES = phrases(data.places);
const RELATIONS = phrases(data.relations);

/** Behind such a sign something else begins: a firm's name in front tells nothing of what stands behind. */
const NEW_PART = /[,;:()/|[\]–—]|\s-|-\s/u;

const endsWith = (words: readonly Word[], at: number, list: Phrases): boolean =>
  [1, 2, 3].some((back) => at >= back && phraseAt(words, at - back, list) === back);

/** Whether a word of places begins here: "Xã", "phường". */
export const saysPlace = ({ words }: Text, at: number): boolean => phraseAt(words, at, PLACES) > 0;

/** Whether a person's name at this place is part of a body's name: "Trường THPT Lê Quý Đôn", "phường Lê Lợi". */
export function belongsToBody(text: Text, at: number): boolean {
  const { words } = text;
  if (endsWith(words, at, PLACES)) return true;
  if (words[at - 1]?.isNumber || endsWith(words, at, RELATIONS)) return false;
  for (let i = at; i >= 0; i -= 1) {
    if (i < at && saysOrganisation(text, i)) return true;
    if (NEW_PART.test(words[i]?.gap ?? '')) break;
  }
  for (let i = at + 1; i < words.length && !NEW_PART.test(words[i]?.gap ?? ''); i += 1) {
    if (phraseAt(words, i, ENGLISH) > 0) return true;
  }
  return false;
}

/** Whether any word of the text names a body or a place. */
export const isBody = (text: Text): boolean =>
  [...text.words.keys()].some(
    (at) => saysOrganisation(text, at) || phraseAt(text.words, at, ENGLISH) > 0 || saysPlace(text, at),
  );
