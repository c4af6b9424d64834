import { fold } from '#domain/text.ts';
import { belongsToBody, isBody } from './bodies.ts';
import { namesAddress, namesIdentifier } from './contacts.ts';
import { couldBeGivenName, namesIn } from './names.ts';
import { remember } from './remember.ts';
import { pointsToPerson } from './titles.ts';
import { readWords } from './words.ts';
import { masked } from './written.ts';

/** In UTF-16 units; names of committees are long. */
const MAX_NAME_LENGTH = 160;
const FOREIGN_LETTER = /(?![a-z])\p{L}/u;

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
