import data from './words.data.json' with { type: 'json' };
import { phraseAt, phrases, type Text } from './words.ts';

export const IDENTIFIERS = phrases(data.identifiers);
export const BEFORE_NUMBERS = phrases(data.identifiersBeforeNumbers);

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

/** Any address, that of a firm's pages too. */
export const namesAnyAddress = (plain: string): boolean => namesAddress(plain) || DOMAIN.test(plain);

export const namesContacts = (text: Text): boolean => namesAnyAddress(text.plain) || namesIdentifier(text);
