/** How words of names are written and typed: with accents or without, in full or begun, in either fashion of tone. */

import { accentedKey, fold } from '#domain/text.ts';
import { lowerName } from '#domain/units/name.ts';

const TONE = /[\u0300\u0301\u0303\u0309\u0323]$/u;

/** One word, taken apart for comparing. */
export interface Spelling {
  /** Without accents; i and y are one. */
  readonly folded: string;
  /** With the marks that make another letter (ă, đ, ơ), without the tone. */
  readonly letters: string;
  readonly tone: string;
}

export function spellingOf(word: string): Spelling {
  const key = accentedKey(word);
  const tone = TONE.exec(key)?.[0] ?? '';
  return { folded: fold(word).replaceAll('y', 'i'), letters: key.slice(0, key.length - tone.length), tone };
}

/** Whether a word bears any mark that a plain keyboard does not have. */
export const hasAccents = ({ letters, tone }: Spelling): boolean => tone !== '' || /[^ -~]/.test(letters);

/** How well a typed word meets a written one. Higher is better. */
export const MATCH = { none: 0, foldedStart: 1, foldedWhole: 2, start: 3, whole: 4 } as const;
export type Match = (typeof MATCH)[keyof typeof MATCH];

export const isWhole = (match: number): boolean => match === MATCH.foldedWhole || match === MATCH.whole;
export const isAccented = (match: number): boolean => match >= MATCH.start;

/**
 * Accents that were typed must be there, and those of a word typed to its end must all be typed. Only the tone may be
 * missing from a word that is only begun: most ways of typing set it last.
 */
export function match(typed: Spelling, word: Spelling): Match {
  if (!word.folded.startsWith(typed.folded)) return MATCH.none;
  const whole = word.folded.length === typed.folded.length;
  if (whole) {
    const same = word.letters === typed.letters && word.tone === typed.tone;
    return same ? MATCH.whole : MATCH.foldedWhole;
  }
  const begun = word.letters.startsWith(typed.letters) && (typed.tone === '' || typed.tone === word.tone);
  return begun ? MATCH.start : MATCH.foldedStart;
}

const APOSTROPHES = /'/g;
const BETWEEN = /[^\p{L}\p{M}\p{N}]+/u;

/** The words of a name as it is written. */
export const wordsOf = (name: string): readonly string[] =>
  lowerName(name)
    .replace(APOSTROPHES, '')
    .split(BETWEEN)
    .filter((word) => word !== '');

/** Kinds of unit as people shorten them where the short form does not begin the long one. */
const SHORT: ReadonlyMap<string, readonly string[]> = new Map([
  ['tt', ['thị', 'trấn']],
  ['tx', ['thị', 'xã']],
  ['tp', ['thành', 'phố']],
  ['đk', ['đặc', 'khu']],
  ['dk', ['đặc', 'khu']],
  // As English texts call them; whoever writes those types no accents.
  ['ward', ['phuong']],
  ['commune', ['xa']],
  ['township', ['thi', 'tran']],
  ['special', ['dac']],
  ['zone', ['khu']],
  ['province', ['tinh']],
  ['city', ['thanh', 'pho']],
]);
const NUMBERED = /^([pq])(\d+)$/;

/** More words than any name has are not looked at. */
const MAX_WORDS = 12;

/** The words that a person typed. "P.1" is two; "tp" stands for two. */
export const typedWords = (text: string): readonly Spelling[] =>
  wordsOf(text)
    .slice(0, MAX_WORDS)
    .flatMap((word) => SHORT.get(word) ?? NUMBERED.exec(word)?.slice(1) ?? [word])
    .map(spellingOf);
