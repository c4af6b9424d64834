/** What a text says whatever tricks of writing stand in it: for looking at, never for printing. */

const NOT_VIETNAMESE_MARKS = /(?![\u0300-\u0303\u0306\u0309\u031b\u0323])\p{M}/gu;
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const SPACES = /[\s\p{Z}]+/gu;

/** Line breaks and odd spaces as plain ones, nothing invisible, letters composed. Fit to print. */
export const tidy = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(SPACES, ' ').replace(INVISIBLE, '').normalize('NFC').trim();

const INVISIBLE_BUT_SPACES = /(?!\s)[\p{Cf}\p{Cc}]/gu;

/** Composed Vietnamese and plain signs, single spaces: nearly every text, and nothing needs doing to it. */
const PLAIN = /^(?! )(?:(?! {2}| $)[ -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9])*$/;

/** As `tidy`, and full-width, circled and other shapes of letters and digits as plain ones. */
export const plainly = (text: string): string =>
  PLAIN.test(text)
    ? text
    : tidy(text.normalize('NFKD').replace(INVISIBLE_BUT_SPACES, '').replace(NOT_VIETNAMESE_MARKS, ''));

/** Eight digits or more, however set apart: a telephone, identity-card or account number. */
const LONG_NUMBER = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){7,}/u;
const LONG_NUMBERS = new RegExp(LONG_NUMBER, 'gu');
const E_MAILS = /[^\s@]*@[^\s@]*/gu;

/** Whether a text, read plainly, holds a long number. */
export const hasLongNumber = (plain: string): boolean => LONG_NUMBER.test(plain);

/** Long numbers and e-mail addresses struck out; everything else as it was written. */
export function masked(text: string): string {
  // Digits of odd shape are masked in the plain reading: the written one would keep them.
  const written = tidy(text);
  const strike = (from: string): string => from.replace(E_MAILS, '…').replace(LONG_NUMBERS, '…');
  const struck = strike(written);
  return hasLongNumber(plainly(struck)) ? strike(plainly(written)) : struck;
}
