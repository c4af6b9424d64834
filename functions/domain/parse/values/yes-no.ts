import { fold } from '#domain/text.ts';

/** How people write yes and no; case and accents do not count. */
export const YES_WORDS = ['có', 'x', 'yes', 'y', 'true', '1', 'đồng ý'] as const;
export const NO_WORDS = ['không', 'no', 'n', 'false', '0', 'không đồng ý'] as const;

const YES = new Set([...YES_WORDS, ...YES_WORDS.map(fold)]);
const NO = new Set(['', ...NO_WORDS, ...NO_WORDS.map(fold)]);

/** có/không in the spellings people use; blank is no. Undefined for anything else. */
export function parseYesNo(text: string): boolean | undefined {
  // Folding is slow, and nearly everybody writes one of the words as it stands.
  const key = YES.has(text) || NO.has(text) ? text : fold(text);
  return YES.has(key) ? true : NO.has(key) ? false : undefined;
}
