import { namesIdentifier } from './contacts.ts';
import { namesIn } from './names.ts';
import { readWords } from './words.ts';
import { hasLongNumber, plainly } from './written.ts';

/** Capitals, digits and the signs of codes, in one line, with a digit. */
const CODE = /^(?=.*[0-9])[\p{Lu}0-9/._-]+(?: [\p{Lu}0-9/._-]+)*$/u;
const MAX_CODE_LENGTH = 40;
/** Codes are made of initials: two words in a row, or a tone mark, make a name or a sentence. */
const TWO_WORDS = /\p{L}{2,} \p{L}{2,}/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** "1198/2016/QĐ-MTTW": number and year are eight digits, and no telephone number. */
const NUMBER_AND_YEAR = /^\d{1,4}\/(?:19|20)\d\d\/(?=\p{L})/u;

/** The number of a document of spending as it may be printed; undefined unless it looks like a code. */
export function publicCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const code = text.normalize('NFC').trim();
  if (code.length > MAX_CODE_LENGTH || !CODE.test(code) || TWO_WORDS.test(code)) return undefined;
  if (TONE.test(code.normalize('NFD')) || hasLongNumber(code.replace(NUMBER_AND_YEAR, '/'))) return undefined;
  const words = readWords(code);
  return namesIdentifier(words) || namesIn(words, true).length > 0 ? undefined : code;
}

/** The last digits, at most four, of the number of a gift's document; undefined when it has none. */
export function documentTail(text: string | undefined): string | undefined {
  const digits = plainly(text ?? '').match(/\p{Nd}/gu) ?? [];
  return digits.length === 0 ? undefined : digits.slice(-4).join('');
}
