import { fold } from '#domain/text.ts';
import { namesAddress, namesIdentifier } from './contacts.ts';
import { couldBeGivenName, namesIn } from './names.ts';
import { remember } from './remember.ts';
import { pointsToPerson } from './titles.ts';
import data from './words.data.json' with { type: 'json' };
import {
  type Phrases,
  phraseAt,
  phrases,
  readWords,
  saysOrganisation,
  type Text,
  type Word,
} from './words.ts';
import { masked } from './written.ts';

const ENGLISH = phrases(data.organisationsInEnglish);
const PLACES = phrases(data.places);
const RELATIONS = phrases(data.relations);

/** In UTF-16 units; names of committees are long. */
const MAX_NAME_LENGTH = 160;
const FOREIGN_LETTER = /(?![a-z])\p{L}/u;
/** Behind such a sign something else begins: a firm's name in front tells nothing of what stands behind. */
const NEW_PART = /[,;:()/|[\]–—]|\s-|-\s/u;

const endsWith = (words: readonly Word[], at: number, list: Phrases): boolean =>
  [1, 2, 3].some((back) => at >= back && phraseAt(words, at - back, list) === back);

/** Whether a person's name at this place is part of a body's name: "Trường THPT Lê Quý Đôn", "phường Lê Lợi". */
function belongsToBody(text: Text, at: number): boolean {
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

const isBody = (text: Text): boolean =>
  [...text.words.keys()].some(
    (at) =>
      saysOrganisation(text, at) ||
      phraseAt(text.words, at, ENGLISH) > 0 ||
      phraseAt(text.words, at, PLACES) > 0,
  );

/**
 * The name of an organisation as it may be printed without consent, long numbers struck out; undefined where it
 * may be a person's. Nobody checks the class that a treasurer wrote, so the name itself must be convincing.
 */
export const publicOrganisation = remember((name: string): string | undefined => {
  if (name.length > 3 * MAX_NAME_LENGTH) return undefined;
  const shown = masked(name);
  const text = readWords(shown);
  const whole = shown === name ? text : readWords(name);
  if (text.plain.length > MAX_NAME_LENGTH || FOREIGN_LETTER.test(fold(text.plain))) return undefined;
  if (namesAddress(whole.plain) || namesIdentifier(whole) || pointsToPerson(text)) return undefined;
  if (!namesIn(text, true).every((at) => belongsToBody(text, at))) return undefined;
  return isBody(text) || !couldBeGivenName(text) ? shown : undefined;
});
