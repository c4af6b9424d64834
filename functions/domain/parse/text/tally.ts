import { convertWord } from './legacy-font.ts';
import { isVietnameseSyllable } from './syllable.ts';
import { isSign, isWordUnit } from './words.ts';

/** Ways to read characters. "windows-1258" takes characters that were decoded as windows-1252. */
export const READINGS = ['unicode', 'windows-1258', 'tcvn3', 'vni'] as const;
export type Reading = (typeof READINGS)[number];

/** What the words say of one reading. Abbreviations ("TĐ", "VNĐ") and plain ASCII say nothing. */
export interface Score {
  /** Syllables of Vietnamese, of the words that say anything. */
  agreeing: number;
  of: number;
  /** Words without a letter above Latin-1 that are syllables under this reading and not as they stand. */
  gained: number;
  /** Such words that are none under this reading. */
  lost: number;
  /** Some of the words that agree, and of those gained: one foreign word in each row is one witness. */
  readonly agreed: Set<string>;
  readonly gains: Set<string>;
}

/** Longer runs of letters are no syllables under any reading: "nghiêng" has ten characters at most. */
const LONGEST_WORD = 16;
/** So many words are counted wherever they stand; from then on a few in each stretch of text. */
const FIRST_WORDS = 2048;
const WORDS_PER_STRETCH = 16;
/** A stretch grows with the text, so that a file of any size has some thousand words looked at. */
const SHORTEST_STRETCH = 0x4000;
const STRETCHES_PER_DOUBLING = 64;
/** Plain text is looked through faster than words are taken apart. */
const LOOKED_AT_ONCE = 256;
/** Enough to tell several witnesses from one; bounds the memory. */
const WITNESSES = 8;

/** Counts words beyond ASCII in text that comes in portions. Counts the same words however the text is cut. */
export class Tally {
  readonly scores: Readonly<Record<Reading, Score>> = {
    unicode: newScore(),
    'windows-1258': newScore(),
    tcvn3: newScore(),
    vni: newScore(),
  };
  readonly #readings: readonly Reading[];
  /** The beginning of a word that the next portion may complete. */
  #open = '';
  /** Amid a word that is not counted, as its beginning was not looked at or it is too long. */
  #amid = false;
  #position = 0;
  #words = 0;
  #stretchEnd = 0;
  #stretchWords = 0;

  constructor(readings: readonly Reading[]) {
    this.#readings = readings;
  }

  /** `ascii`: the caller knows that the text has nothing beyond ASCII. */
  add(text: string, ascii = false): void {
    let at = 0;
    while (at < text.length) {
      if (this.#due > 0) {
        const from = at;
        at = Math.min(at + this.#due, text.length);
        this.#skip(at - from);
      } else {
        const beyond = ascii ? text.length : nextBeyondAscii(text, at);
        this.#addPlain(text, at, beyond);
        at = Math.min(beyond + LOOKED_AT_ONCE, text.length);
        this.#scan(text.slice(beyond, at));
      }
    }
  }

  /** Of a stretch of ASCII only the ends can belong to words that count. */
  #addPlain(text: string, from: number, to: number): void {
    const end = LONGEST_WORD + 1;
    if (to - from <= 2 * end) {
      this.#scan(text.slice(from, to));
      return;
    }
    this.#scan(text.slice(from, from + end));
    this.#skip(to - from - 2 * end);
    this.#scan(text.slice(to - end, to));
  }

  /** How far it is to the next stretch in which words are counted. */
  get #due(): number {
    return this.#stretchWords < WORDS_PER_STRETCH ? 0 : this.#stretchEnd - this.#position;
  }

  end(): void {
    this.#close();
  }

  #scan(text: string): void {
    let at = 0;
    while (at < text.length) {
      const from = at;
      const due = this.#due;
      if (due > 0) {
        at = Math.min(at + due, text.length);
        this.#skip(at - from);
      } else if (isWordUnit(text.charCodeAt(at))) {
        while (at < text.length && isWordUnit(text.charCodeAt(at))) at += 1;
        if (!this.#amid) this.#extend(text, from, at);
        this.#position += at - from;
      } else if (this.#amid || this.#open !== '') this.#close();
      else {
        while (at < text.length && !isWordUnit(text.charCodeAt(at))) at += 1;
        this.#position += at - from;
      }
    }
  }

  #extend(text: string, from: number, to: number): void {
    if (this.#open.length + to - from > LONGEST_WORD) {
      this.#open = '';
      this.#amid = true;
    } else this.#open += text.slice(from, to);
  }

  #skip(length: number): void {
    this.#position += length;
    this.#open = '';
    this.#amid = true;
  }

  #close(): void {
    const word = this.#open;
    this.#open = '';
    this.#amid = false;
    if (isPlain(word)) return;
    this.#words += 1;
    for (const reading of this.#readings) count(this.scores[reading], word, reading);
    if (this.#words >= FIRST_WORDS) this.#ration();
  }

  /** Counts what may still be counted in the stretch in which the word ended. */
  #ration(): void {
    if (this.#position >= this.#stretchEnd) {
      const stretch = stretchAt(this.#position);
      this.#stretchEnd = (Math.floor(this.#position / stretch) + 1) * stretch;
      this.#stretchWords = 0;
    }
    this.#stretchWords += 1;
  }
}

const BEYOND_ASCII = /[^\0-\x7f]/g;

function nextBeyondAscii(text: string, from: number): number {
  BEYOND_ASCII.lastIndex = from;
  return BEYOND_ASCII.exec(text)?.index ?? text.length;
}

const newScore = (): Score => ({
  agreeing: 0,
  of: 0,
  gained: 0,
  lost: 0,
  agreed: new Set(),
  gains: new Set(),
});

function stretchAt(position: number): number {
  let stretch = SHORTEST_STRETCH;
  while (stretch * STRETCHES_PER_DOUBLING <= position) stretch *= 2;
  return stretch;
}

/** Nothing beyond ASCII. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7f) return false;
  return true;
}

function count(score: Score, word: string, reading: Reading): void {
  const legacy = reading === 'tcvn3' || reading === 'vni';
  const beyondLatin1 = legacy && holdsBeyondLatin1(word);
  const said = beyondLatin1 ? says(word, 'unicode') : says(word, reading);
  if (said === undefined) return;
  score.of += 1;
  if (said) {
    score.agreeing += 1;
    witness(score.agreed, word);
  }
  if (!legacy || beyondLatin1) return;
  if (!said) score.lost += 1;
  else if (says(word, 'unicode') !== true) {
    score.gained += 1;
    witness(score.gains, word);
  }
}

function witness(witnesses: Set<string>, word: string): void {
  if (witnesses.size < WITNESSES) witnesses.add(word);
}

function holdsBeyondLatin1(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0xff) return true;
  return false;
}

/** Whether the word is Vietnamese under a reading; undefined when it says nothing. */
function says(word: string, reading: Reading): boolean | undefined {
  if (reading === 'tcvn3' || reading === 'vni') {
    const converted = convertWord(word, reading);
    if (converted === undefined) return bare(word) === '' ? undefined : false;
    return verdict(converted);
  }
  const bared = bare(word);
  const read = reading === 'unicode' ? bared : bared.replace(DIFFERENT, (sign) => IN_1258[sign] ?? sign);
  if (isPlain(read)) return undefined;
  const composed = read.normalize('NFC');
  // Legacy fonts look like this when they are read as Unicode; people do not type so.
  return LATE_CAPITAL.test(composed) ? false : verdict(composed);
}

const verdict = (word: string): boolean | undefined =>
  ABBREVIATION.test(word) ? undefined : isVietnameseSyllable(word);

const ABBREVIATION = /^[bcdđfghjklmnpqrstvwxz]+$/iu;
const LATE_CAPITAL = /\p{Ll}\p{Lu}/u;

/** Without the signs at its ends: «Hộp» is a word in quotation marks. */
function bare(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && isSign(word.charCodeAt(from))) from += 1;
  while (to > from && isSign(word.charCodeAt(to - 1))) to -= 1;
  return word.slice(from, to);
}

/** Where windows-1258 has another letter than windows-1252. */
const IN_1258: Readonly<Record<string, string>> = {
  Ã: 'Ă',
  Ì: '\u0300',
  Ð: 'Đ',
  Ò: '\u0309',
  Õ: 'Ơ',
  Ý: 'Ư',
  Þ: '\u0303',
  ã: 'ă',
  ì: '\u0301',
  ð: 'đ',
  ò: '\u0323',
  õ: 'ơ',
  ý: 'ư',
  þ: '₫',
};
const DIFFERENT = new RegExp(`[${Object.keys(IN_1258).join('')}]`, 'gu');
