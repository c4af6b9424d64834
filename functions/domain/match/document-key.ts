import { addTo } from './numbers.ts';

/**
 * One number for each document number that differs, by the index of the row; −1 for none. A document number is text
 * and no key: leading zeros count, case and spaces do not, and what holds neither letter nor digit is none.
 *
 * @param numbers those given so far; it grows, so that both sides share it
 */
export function documentKeys<R>(
  rows: readonly R[],
  documentOf: (row: R) => string | undefined,
  numbers: Map<string, number>,
): Int32Array {
  const keys = new Int32Array(rows.length);
  for (const [i, row] of rows.entries()) {
    const own = documentOf(row) ?? '';
    const text = PLAIN.test(own) ? own.toLowerCase() : normalised(own);
    if (!MEANT.test(text)) {
      keys[i] = NONE;
      continue;
    }
    keys[i] = numbers.get(text) ?? addTo(numbers, text);
  }
  return keys;
}

const NONE = -1;
/** Without spaces, and without what has two spellings: most are. */
const PLAIN = /^[!-~]+$/;
const MEANT = /[\p{L}\p{N}]/u;
const normalised = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
