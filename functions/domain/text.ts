const COMBINING_MARKS = /\p{M}+/gu;

/**
 * A key for comparing what people typed: case, tone and accent folded, đ → d (which has no decomposed form),
 * white space collapsed. "Uỷ", "Ủy" and "uy" give the same key. Never for display.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Moves the tone of a word to its end: "hoà" and "hòa" are one spelling with two fashions of tone mark. */
function tonesLast(word: string): string {
  const letters = word.normalize('NFD');
  const tones = letters.match(TONES);
  return tones === null ? letters : letters.replace(TONES, '') + tones.join('');
}

/**
 * A key that keeps accents: case, white space and the place of the tone mark do not matter, accents do.
 * "Cá" (fish) and "cà" (aubergine) stay apart. Never for display.
 */
export const accentedKey = (text: string): string =>
  text.toLowerCase().trim().split(/\s+/u).map(tonesLast).join(' ');

/**
 * A cell as a person meant it: composed (NFC), no-break and other odd spaces as plain ones, zero-width
 * characters gone, trimmed. Line breaks inside stay.
 */
export const clean = (text: string): string => (PLAIN.test(text) ? text.trim() : scrub(text));

/** As `clean`, for text that is known to be composed and to hold no odd characters: spaces around it go. */
export function tidy(text: string): string {
  return text.charCodeAt(0) > SPACE && text.charCodeAt(text.length - 1) > SPACE ? text : text.trim();
}

const SPACE = 32;

/**
 * Whether a text is nothing but ASCII without question marks and composed Latin letters as Vietnamese has them: tidy,
 * and no letter in it was lost or mangled. One look with few ranges, as every character of every file passes here.
 */
export const isSound = (text: string): boolean => !UNSOUND.test(text);

const UNSOUND = /[?\u0080-\u00bf\u0150-\u0167\u016a-\u019f\u01a2-\u01ae\u01b1-\u1e9f\u1efa-\uffff]/;

/** Whether all of a text is composed and holds no odd characters. Tabs and line ends are not looked at. */
export const isTidy = (text: string): boolean =>
  !ODD_BESIDE_BREAKS.test(text) && text.normalize('NFC') === text;

const ODD_BESIDE_BREAKS = /[\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/u;

/** Printable ASCII and line breaks need no work; most cells of most files are nothing else. */
const PLAIN = /^[\n -~]*$/;
const ODD = /[\t\r\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/u;
const ODD_SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/** Composing is quick where nothing needs it; looking for odd characters once is quicker than replacing none. */
function scrub(text: string): string {
  const composed = text.normalize('NFC');
  if (!ODD.test(composed)) return composed.trim();
  return composed.replace(ODD_SPACES, ' ').replace(ZERO_WIDTH, '').replaceAll('\r\n', '\n').trim();
}

/** At most that many UTF-16 units, and never half a character: half of one is no text that may be stored. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
