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
const E_MAILS = /[^\s@]*@\S*/gu;

/** Digits of other scripts stand only here; counting plain ones is far quicker than looking for the shape. */
const MAY_HOLD_ODD_DIGITS = /[\u0600-\u1e9f\u1f00-\u{10ffff}]/u;
const PLAIN_DIGITS = /[0-9]/g;

const mayHoldLongNumber = (text: string): boolean =>
  (text.match(PLAIN_DIGITS)?.length ?? 0) >= 8 || MAY_HOLD_ODD_DIGITS.test(text);

/** Whether a text holds a long number as it is written. */
export const hasLongNumber = (text: string): boolean => mayHoldLongNumber(text) && LONG_NUMBER.test(text);

/** Long numbers and e-mail addresses struck out; everything else as it was written. */
export function masked(text: string): string {
  const written = tidy(text);
  const struck = strike(written);
  // Digits of odd shape are masked in the plain reading: the written one would keep them.
  return hasLongNumber(plainly(struck)) ? strike(plainly(written)) : struck;
}

function strike(text: string): string {
  const named = text.includes('@') ? text.replace(E_MAILS, '…') : text;
  return mayHoldLongNumber(named) ? named.replace(LONG_NUMBERS, '…') : named;
}

/** "05/01/2026": eight digits too, but nobody's. Set apart from other digits, as no number of an account is. */
const DATES =
  /(?<!\p{Nd}[^\p{L}\p{Nd}]?)((?:0?[1-9]|[12][0-9]|3[01])([/.-])(?:0?[1-9]|1[0-2])\2(?:19|20)[0-9]{2})(?![^\p{L}\p{Nd}]?\p{Nd})/u;

/** As `masked`, dates left as they are. */
export function maskedProse(text: string): string {
  // The pieces are: between dates, a date, its sign, between dates …
  const pieces = tidy(text).split(DATES);
  return pieces.map((piece, i) => (i % 3 === 0 ? maskedPiece(piece) : i % 3 === 1 ? piece : '')).join('');
}

/** `masked` takes the spaces off both ends. */
function maskedPiece(piece: string): string {
  const core = piece.trim();
  return core === '' ? piece : piece.replace(core, () => masked(core));
}
