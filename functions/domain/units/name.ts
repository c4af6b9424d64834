import type { CommuneKind } from '../codes.ts';
import { fold } from '../text.ts';

const KIND_WORDS: readonly (readonly [RegExp, CommuneKind])[] = [
  [/^(?:xã|xa|x\.) ?/, 'XA'],
  [/^x (?=\S)/, 'XA'],
  [/^(?:phường|phuong|p\.) ?/, 'PHUONG'],
  [/^p (?=\S)|^p(?=\d)/, 'PHUONG'],
  [/^(?:thị trấn|thi tran|tt\.) ?/, 'THI_TRAN'],
  [/^tt (?=\S)|^(?:t\.t\.?|ttr\.) ?/, 'THI_TRAN'],
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

/** Key of an unaccented spelling. */
export const foldedKey = (lower: string): string => fold(lower);
