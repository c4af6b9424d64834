import { fold } from '#domain/text.ts';

/**
 * What a word of an amount can do: `digit` không–chín; `ending` mốt, tư, lăm behind a ten; `ten` mười; `tens`
 * mươi; `odd` linh, for no tens; `half` rưỡi, half of the unit before.
 */
export type Role =
  | 'digit'
  | 'ending'
  | 'ten'
  | 'tens'
  | 'hundred'
  | 'odd'
  | 'thousands'
  | 'billion'
  | 'half'
  | 'minus'
  | 'currency'
  | 'country'
  | 'exactly';

export interface WordMeaning {
  readonly roles: readonly Role[];
  readonly value: number;
}

const LIST: readonly (readonly [words: string, role: Role, value: number])[] = [
  ['không', 'digit', 0],
  ['một', 'digit', 1],
  ['hai', 'digit', 2],
  ['ba', 'digit', 3],
  ['bốn', 'digit', 4],
  ['năm', 'digit', 5],
  ['sáu', 'digit', 6],
  ['bảy bẩy', 'digit', 7],
  ['tám', 'digit', 8],
  ['chín', 'digit', 9],
  ['mốt', 'ending', 1],
  ['tư', 'ending', 4],
  ['lăm nhăm', 'ending', 5],
  ['mười', 'ten', 10],
  ['mươi chục', 'tens', 10],
  ['trăm', 'hundred', 100],
  ['linh lẻ', 'odd', 0],
  ['nghìn ngàn', 'thousands', 1000],
  ['triệu', 'thousands', 1_000_000],
  ['tỷ tỉ', 'billion', 1_000_000_000],
  ['rưỡi rưởi', 'half', 0],
  ['âm', 'minus', 0],
  ['đồng đ vnd vnđ', 'currency', 0],
  ['việt nam', 'country', 0],
  ['chẵn tròn', 'exactly', 0],
];

/** Words that lead in to an amount, without accents: "Tổng số tiền (viết bằng chữ):". */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
  'tong cong so tien viet ghi bang chu la thanh'.split(' '),
);

/** The meanings by word. Where two words become one ("mười" and "mươi" without accents) it can do both things. */
function meanings(spelling: (word: string) => string): ReadonlyMap<string, WordMeaning> {
  const byWord = new Map<string, WordMeaning>();
  for (const [words, role, value] of LIST) {
    for (const word of words.split(' ').map(spelling)) {
      const before = byWord.get(word);
      byWord.set(word, before ? { ...before, roles: [...before.roles, role] } : { roles: [role], value });
    }
  }
  return byWord;
}

const ACCENTED = meanings((word) => word);
const PLAIN = meanings(fold);

/**
 * A meaning per lower-case word, or undefined when one is not understood. Words without accents are understood
 * only where none of the text has any.
 */
export function understood(words: readonly string[]): WordMeaning[] | undefined {
  const list = words.every((word) => fold(word) === word) ? PLAIN : ACCENTED;
  const found: WordMeaning[] = [];
  for (const word of words) {
    const meaning = list.get(word);
    if (meaning === undefined) return undefined;
    found.push(meaning);
  }
  return found;
}
