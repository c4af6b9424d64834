import { BEFORE_NUMBERS, IDENTIFIERS, namesAnyAddress } from './contacts.ts';
import data from './prose.data.json' with { type: 'json' };
import { phraseAt, phrases, type Text } from './words.ts';

const IN_PROSE = phrases(data.identifiersInProse);

/** So many words may stand between "tài khoản" and its number. */
const NEAR_NUMBER = 3;

/** As `namesContacts` of a text in sentences, in which "tài khoản" is a word like others unless a number goes with it. */
export function namesContactsInProse(text: Text): boolean {
  const { words, plain } = text;
  if (namesAnyAddress(plain)) return true;
  return [...words.keys()].some((at) => {
    const usual = phraseAt(words, at, IN_PROSE);
    const [length, near] = usual > 0 ? [usual, NEAR_NUMBER] : [phraseAt(words, at, BEFORE_NUMBERS), 1];
    if (usual === 0 && phraseAt(words, at, IDENTIFIERS) > 0) return true;
    return length > 0 && words.slice(at + length, at + length + near).some(({ isNumber }) => isNumber);
  });
}
