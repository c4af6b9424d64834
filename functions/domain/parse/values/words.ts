import { type Vnd, vnd } from '#domain/money.ts';
import { fold } from '#domain/text.ts';
import { LABEL_WORDS, type Role, understood, type WordMeaning } from './word-list.ts';

/** Longer texts are no amounts: the longest one has fewer than 300 signs. */
const MAX_LENGTH = 400;
const BETWEEN_WORDS = /[\s.,:;/()[\]*!"'“”–-]+/u;

const BILLION = 1_000_000_000;

/** More than one number could be meant: "một triệu hai", "hai trăm ba". It spoils every sum that it goes into. */
const UNCLEAR = Number.NaN;

/** Walks over the words of an amount. */
class Words {
  readonly #words: readonly WordMeaning[];
  #at = 0;

  constructor(words: readonly WordMeaning[]) {
    this.#words = words;
  }

  get done(): boolean {
    return this.#at === this.#words.length;
  }

  can(role: Role, ahead = 0): boolean {
    return this.#words[this.#at + ahead]?.roles.includes(role) ?? false;
  }

  /** The value of the next word if it can do that. */
  take(role: Role): number | undefined {
    if (!this.can(role)) return undefined;
    const { value } = this.#words[this.#at] ?? { value: 0 };
    this.#at += 1;
    return value;
  }
}

/** Behind tens: "một", "mốt", "tư", "lăm" … 0 where nothing stands. */
function ones(words: Words): number {
  return words.take('ending') ?? (words.can('digit') ? positive(words) : 0);
}

const positive = (words: Words): number => words.take('digit') || UNCLEAR;

/** Tens and ones: "mười lăm", "hai mươi mốt", "hai lăm", "linh năm". Undefined where a lone digit or nothing stands. */
function tensAndOnes(words: Words, before: boolean): number | undefined {
  if (words.can('odd')) {
    words.take('odd');
    return before ? (words.take('digit') ?? words.take('ending') ?? UNCLEAR) : UNCLEAR;
  }
  if (words.take('ten') !== undefined) return 10 + ones(words);
  if (!words.can('digit')) return undefined;
  if (words.can('tens', 1)) {
    const tens = positive(words);
    words.take('tens');
    return tens * 10 + ones(words);
  }
  if (!words.can('ending', 1)) return undefined;
  const tens = positive(words);
  return tens > 1 ? tens * 10 + ones(words) : UNCLEAR;
}

/**
 * A number below a thousand. Undefined where none stands. `before`: there is a higher part already, so "linh năm"
 * may begin it, and one digit alone is only clear with a unit behind: "một triệu hai" is 1.2 million to many.
 */
function belowThousand(words: Words, before: boolean): number | undefined {
  const hundreds = words.can('digit') && words.can('hundred', 1);
  if (!hundreds) {
    const value = tensAndOnes(words, before);
    if (value !== undefined) return value;
    const digit = words.take('digit');
    return before && digit !== undefined && !words.can('thousands') ? UNCLEAR : digit;
  }
  const value = (words.take('digit') ?? 0) * (words.take('hundred') ?? 0);
  if (words.take('half') !== undefined) return value + 50;
  // A digit alone is left standing, and nothing can take it: "hai trăm ba" is 230 to many.
  return value + (tensAndOnes(words, true) ?? 0);
}

/** A number below a thousand million, its units falling. Undefined where none stands. */
function belowBillion(words: Words, before: boolean): number | undefined {
  let sum: number | undefined;
  let least = BILLION;
  for (;;) {
    const higher = before || sum !== undefined;
    const value = belowThousand(words, higher);
    if (value === undefined) return sum;
    const unit = words.take('thousands');
    if (unit === undefined) {
      // "hai triệu năm trăm" is 2.5 million to many; with "đồng" or a unit behind it counts those.
      const clear = !higher || least === 1000 || words.can('currency') || words.can('billion');
      return clear ? (sum ?? 0) + value : UNCLEAR;
    }
    if (unit >= least) return UNCLEAR;
    least = unit;
    sum = (sum ?? 0) + value * unit;
    if (words.take('half') !== undefined) return sum + unit / 2;
  }
}

function amount(words: Words): number {
  const first = belowBillion(words, false);
  if (first === undefined) return UNCLEAR;
  if (words.take('billion') === undefined) return first;
  if (words.take('half') !== undefined) return first * BILLION + BILLION / 2;
  return first * BILLION + (belowBillion(words, true) ?? 0);
}

/** "đồng", "đồng Việt Nam", "đồng chẵn" or nothing, and then the end. */
function ends(words: Words): boolean {
  words.take('currency');
  if (words.take('country') !== undefined && words.take('country') === undefined) return false;
  words.take('exactly');
  return words.done;
}

/**
 * An amount in Vietnamese words, in whole đồng: "Bằng chữ: Một triệu hai trăm nghìn đồng chẵn./." → 1200000. Undefined
 * when a word is not understood, when more than one amount could be meant ("một triệu hai"), or beyond the exact
 * range.
 */
export function parseVndWords(text: string): Vnd | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const all = text.normalize('NFC').toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
  const start = all.findIndex((word) => !LABEL_WORDS.has(fold(word)));
  const meanings = start < 0 ? undefined : understood(all.slice(start));
  if (meanings === undefined) return undefined;
  const words = new Words(meanings);
  const sign = words.take('minus') === undefined ? 1 : -1;
  const value = sign * amount(words);
  return Number.isSafeInteger(value) && ends(words) ? vnd(value) : undefined;
}
