import data from './words.data.json' with { type: 'json' };
import { phraseAt, phrases, type Text } from './words.ts';

const IDENTIFIERS = phrases(data.identifiers);
const BEFORE_NUMBERS = phrases(data.identifiersBeforeNumbers);
const IN_PROSE = phrases(data.identifiersInProse);

const ADDRESS = /@|https?:|www\./iu;
const DOMAIN = /[\p{L}\p{Nd}-]\.(?:com|vn|net|org|info|edu|gov|me|io)(?![\p{L}\p{Nd}])/iu;

/** Whether a text speaks of an identity card, a telephone or an account: "CCCD", "STK", "ĐT 09…". */
export function namesIdentifier({ words }: Text): boolean {
  return [...words.keys()].some((at) => {
    if (phraseAt(words, at, IDENTIFIERS) > 0) return true;
    const length = phraseAt(words, at, BEFORE_NUMBERS);
    return length > 0 && words[at + length]?.isNumber === true;
  });
}

/** An e-mail or web address; a bare "tiki.vn" is the name of some firms. */
export const namesAddress = (plain: string): boolean => ADDRESS.test(plain);

export const namesContacts = (text: Text): boolean =>
  namesAddress(text.plain) || DOMAIN.test(text.plain) || namesIdentifier(text);

/** So many words may stand between "tài khoản" and its number. */
const NEAR_NUMBER = 3;

/** As `namesContacts` of a text in sentences, in which "tài khoản" is a word like others unless a number goes with it. */
export function namesContactsInProse(text: Text): boolean {
  const { words, plain } = text;
  if (namesAddress(plain) || DOMAIN.test(plain)) return true;
  return [...words.keys()].some((at) => {
    const usual = phraseAt(words, at, IN_PROSE);
    const [length, near] = usual > 0 ? [usual, NEAR_NUMBER] : [phraseAt(words, at, BEFORE_NUMBERS), 1];
    if (usual === 0 && phraseAt(words, at, IDENTIFIERS) > 0) return true;
    return length > 0 && words.slice(at + length, at + length + near).some(({ isNumber }) => isNumber);
  });
}
