/** Below this character everything is ASCII, a control character or a no-break space. */
export const FIRST_LETTER = '\u00a1';

/**
 * Whether a UTF-16 unit belongs to a word: Latin letters, combining marks, and the signs of Latin-1, which legacy
 * fonts draw as letters. Everything else (digits, punctuation, other scripts) is between words.
 */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  if (unit < 0xa1) return false;
  return unit < 0x250 || (unit >= 0x300 && unit < 0x370) || (unit >= 0x1e00 && unit < 0x1f00);
}

/** A sign of Latin-1 that is no letter in Unicode: § « ° ½ × and so on. */
export const isSign = (unit: number): boolean =>
  (unit > 0xa0 && unit < 0xc0 && unit !== 0xaa && unit !== 0xba && unit !== 0xb5) ||
  unit === 0xd7 ||
  unit === 0xf7;
