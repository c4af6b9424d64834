import { accentedKey } from '../text.ts';

/** What stands around the number of a round and tells nothing of it; as people type it, with its marks or without. */
const AROUND = ['đợt', 'dot', 'phân bổ', 'phan bo', 'số', 'so', 'thứ', 'năm'].map(accentedKey).join('|');
const SAYS_NOTHING = new RegExp(`(?<![^ ])(?:${AROUND})(?![^ ])`, 'gu');

/** Up to 39, and only where no other word follows: "Đợt XI" is the eleventh, "Đợt xi măng" brought cement. */
const ROMAN = new RegExp(
  `(?<![^ ])(?=[ivx])(?<tens>x{0,3})(?<ones>ix|iv|v?i{0,3})(?= (?:${AROUND})(?![^ ])| \\d|$)`,
  'gu',
);
const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/**
 * A key for comparing rounds of allocation (đợt phân bổ) as people name them: "Đợt 1", "đợt 01", "ĐỢT I", "1" and
 * "Đợt phân bổ số 1" are one round, "Đợt 10" and "Đợt 1/2025" are others. Case, spaces, punctuation and leading zeros
 * do not matter; accents do, apart from the words that say nothing. Never for display.
 */
export function roundKey(text: string): string {
  const words = text.normalize('NFKC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  const plain = words.map((word) => accentedKey(word.replace(/^0+(?=\d)/u, ''))).join(' ');
  const numbered = plain.replace(ROMAN, (_, tens: string, ones: string) =>
    String(tens.length * 10 + ONES.indexOf(ones)),
  );
  const told = numbered.replace(SAYS_NOTHING, '').replace(/ +/gu, ' ').trim();
  return told || numbered || accentedKey(text);
}
