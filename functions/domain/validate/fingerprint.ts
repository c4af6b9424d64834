import type { Entry } from '../entry.ts';

/**
 * What makes two entries look like one written twice: day, amount or goods, document, person, purpose, note.
 * Only for flagging: two equal gifts on one day are legitimate.
 */
export const fingerprintText = (entry: Entry): string =>
  [
    entry.date,
    entry.amountVnd ?? '',
    entry.goods ? `${entry.goods.item}:${entry.goods.quantityMilli}` : '',
    entry.documentNo ?? '',
    entry.direction === 'in'
      ? (entry.donor ?? '')
      : `${entry.purpose}:${entry.beneficiaryRef ?? ''}:${entry.communeText ?? ''}`,
    entry.note ?? '',
  ].join('\u0001');

/**
 * 53 bits of a text, so that a million fingerprints fit in some tens of megabytes. Two different texts meet in
 * one value about once in 20,000 files of a million rows; as the result is a flag for a person, that is enough.
 * (The mixing steps are those of MurmurHash3's 32-bit finaliser, run twice with different multipliers.)
 */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low >>> 0) * 2 ** 21 + (high >>> 11);
}

export const fingerprint = (entry: Entry): number => hash53(fingerprintText(entry));
