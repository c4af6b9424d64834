import type { CommuneKind } from '../codes.ts';
import { fold } from '../text.ts';

const KIND_WORDS: readonly (readonly [RegExp, CommuneKind])[] = [
  [/^(?:xã|xa|x\.) ?/, 'XA'],
  [/^(?:phường|phuong|p\.) ?/, 'PHUONG'],
  [/^p (?=\S)/, 'PHUONG'],
  [/^(?:thị trấn|thi tran|tt\.) ?/, 'THI_TRAN'],
  [/^tt (?=\S)/, 'THI_TRAN'],
  [/^(?:đặc khu|dac khu|đk\.|dk\.) ?/, 'DAC_KHU'],
];

/** A name without its kind, and the kind that its first word told. */
export interface SplitName {
  readonly kind?: CommuneKind;
  readonly bare: string;
}

/** Takes the kind off a lower-cased name: "p. an mỹ" → PHUONG, "an mỹ". The kind is absent where none is told. */
export function splitKind(lower: string): SplitName {
  for (const [word, kind] of KIND_WORDS) {
    const found = word.exec(lower);
    if (found && found[0].length < lower.length) return { kind, bare: lower.slice(found[0].length) };
  }
  return { bare: lower };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Moves the tone of each word to its end: "hoà" and "hòa" are one spelling with two fashions of tone mark. */
function tonesLast(word: string): string {
  const letters = word.normalize('NFD');
  const tones = letters.match(TONES);
  return tones === null ? letters : letters.replace(TONES, '') + tones.join('');
}

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

/** "Phường 01" and "Phường 1" are the same. */
const unpad = (name: string): string => name.replace(/(^| )0+(?=\d)/g, '$1');

/** Lower case, one kind of space and apostrophe; keeps accents. */
export const lowerName = (name: string): string => unpad(plain(name));

/** Key of an accented spelling: case, spaces and the place of tone marks do not matter, accents do. */
export const accentedKey = (lower: string): string => lower.split(' ').map(tonesLast).join(' ');

/** Key of an unaccented spelling. */
export const foldedKey = (lower: string): string => fold(lower);
