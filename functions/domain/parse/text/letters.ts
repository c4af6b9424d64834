/** Level, grave, hook above, tilde, acute, dot below. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;

export interface Letter {
  /** Small letter without its tone: "ậ" has "â". */
  readonly base: string;
  readonly tone: (typeof TONES)[number];
}

const VOWELS = 'aăâeêioôơuưy';
const CONSONANTS = 'bcdđghklmnpqrstvx';

function small(): Map<string, Letter> {
  const letters = new Map<string, Letter>();
  for (const base of VOWELS) {
    for (const tone of TONES) letters.set((base + tone).normalize('NFC'), { base, tone });
  }
  for (const base of CONSONANTS) letters.set(base, { base, tone: '' });
  return letters;
}

/** Every small letter of Vietnamese, composed (NFC). */
export const LETTERS: ReadonlyMap<string, Letter> = small();
