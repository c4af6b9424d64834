import type { Font } from '../reading.ts';
import { LETTERS } from './letters.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { FIRST_LETTER, isWordUnit } from './words.ts';

type LegacyFont = Exclude<Font, 'unicode'>;

/**
 * TCVN 5712:1993, VN3, the set that the ABC fonts (.VnTime) draw: the letters from 0xA1 to 0xFE, a dot where the
 * standard leaves room. Capitals with a tone have no place of their own: the fonts named …H draw the small ones big.
 */
const TCVN3 =
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......' + 'ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò' + '.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';
const TCVN3_FIRST = 0xa1;

/** VNI-Windows: letters that have a place of their own. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
  ó: 'ĩ',
  ò: 'ị',
};
/** VNI-Windows: what follows a plain letter, and the marks (circumflex, breve, tone) that it draws on it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

function tcvn3Table(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [i, letter] of [...TCVN3].entries()) {
    if (letter !== '.') table.set(String.fromCharCode(TCVN3_FIRST + i), letter);
  }
  return table;
}

/** One or two characters → letter. The mark may be in the other case than its letter, which decides. */
function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  const put = (typed: string, letter: string) => {
    table.set(typed, letter);
    table.set(typed.toUpperCase(), letter.toUpperCase());
  };
  for (const [typed, letter] of Object.entries(VNI_LETTERS)) put(typed, letter);
  for (const typed of 'aeouyôö') {
    for (const [mark, marks] of Object.entries(VNI_MARKS)) {
      const letter = ((VNI_LETTERS[typed] ?? typed) + marks).normalize('NFC');
      if (!LETTERS.has(letter)) continue;
      put(typed + mark, letter);
      table.set(typed + mark.toUpperCase(), letter);
      table.set(typed.toUpperCase() + mark, letter.toUpperCase());
    }
  }
  return table;
}

const TABLES: Readonly<Record<LegacyFont, ReadonlyMap<string, string>>> = {
  tcvn3: tcvn3Table(),
  vni: vniTable(),
};

/** The word in Unicode; undefined when it has a character beyond ASCII that the font does not draw as a letter. */
export function convertWord(word: string, font: LegacyFont): string | undefined {
  const table = TABLES[font];
  let converted = '';
  for (let at = 0; at < word.length; at += 1) {
    const one = word.charAt(at);
    const pair = font === 'vni' && at + 1 < word.length ? table.get(one + word.charAt(at + 1)) : undefined;
    const letter = pair ?? table.get(one) ?? (one < FIRST_LETTER ? one : undefined);
    if (letter === undefined) return undefined;
    converted += letter;
    if (pair !== undefined) at += 1;
  }
  return converted;
}

/**
 * The text of one cell that was written for a legacy font, in Unicode (NFC); the same string when nothing changes.
 * Call it before anything strips soft hyphens, which are the "ư" of TCVN3. Left alone: words in ASCII; words with a
 * character that the font has not, such as Unicode's own "ế"; words that are Vietnamese as they stand and would
 * not be after. Beside Unicode Vietnamese in the same cell, only what is wrong as it stands and right after changes.
 */
export function convertFont(text: string, font: Font): string {
  if (font === 'unicode') return text;
  let at = firstBeyondAscii(text);
  if (at === text.length) return text;
  const wary = holdsUnicodeLetter(text, at);
  while (at > 0 && isWordUnit(text.charCodeAt(at - 1))) at -= 1;
  let converted = text.slice(0, at);
  while (at < text.length) {
    let end = at;
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1;
    const word = text.slice(at, end);
    converted += firstBeyondAscii(word) === word.length ? word : better(word, font, wary);
    at = end;
    while (end < text.length && !isWordUnit(text.charCodeAt(end))) end += 1;
    converted += text.slice(at, end);
    at = end;
  }
  return converted;
}

/** Words come again and again, and are slow to judge. What is remembered depends on nothing but the word. */
const REMEMBERED: Readonly<Record<LegacyFont, Map<string, string>>> = { tcvn3: new Map(), vni: new Map() };
/** More words than the syllables in use; bounds the memory. */
const MOST_REMEMBERED = 8192;
const LONGEST_REMEMBERED = 16;

function better(word: string, font: LegacyFont, wary: boolean): string {
  if (wary) return judge(word, font, true);
  const known = REMEMBERED[font].get(word);
  if (known !== undefined) return known;
  const judged = judge(word, font, false);
  if (REMEMBERED[font].size < MOST_REMEMBERED && word.length <= LONGEST_REMEMBERED) {
    REMEMBERED[font].set(word, judged);
  }
  return judged;
}

function judge(word: string, font: LegacyFont, wary: boolean): string {
  const converted = convertWord(word, font);
  if (converted === undefined) return word;
  const right = isVietnameseSyllable(converted);
  if (right && !wary) return converted;
  if (wary && !right) return word;
  return isVietnameseSyllable(word) ? word : converted;
}

function firstBeyondAscii(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 0x80) at += 1;
  return at;
}

/** A letter above Latin-1, which no legacy font has: Ă and all after it. */
function holdsUnicodeLetter(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff && isWordUnit(unit)) return true;
  }
  return false;
}
