import { fold } from '../text.ts';

/**
 * What transfers to a fund say whoever sends them. Whole phrases, as most of their words are names of people too:
 * "ủng hộ" says nothing, "Hộ" and "Bảo" do.
 */
const SAID_BY_ALL = [
  ...['ung ho', 'uh', 'ho tro', 'giup do', 'cuu tro', 'dong gop', 'quyen gop', 'chia se', 'gui tang'],
  ...['chuyen tien', 'chuyen khoan', 'chuyen', 'ck', 'ct', 'ft', 'ibft', 'nop tien', 'nop', 'gui'],
  ...['quy', 'vi nguoi ngheo', 'quy vi nguoi ngheo', 'nguoi ngheo', 'ho ngheo', 'mttq', 'ubmttq', 'ubmttqvn'],
  ...['uy ban', 'mat tran to quoc', 'mat tran to quoc viet nam', 'ban van dong', 'ban cuu tro', 'viet nam'],
  ...['dong bao', 'nhan dan', 'nguoi dan', 'ba con', 'mien bac', 'mien trung'],
  ...['bi thiet hai', 'thiet hai', 'khac phuc', 'hau qua', 'khac phuc hau qua', 'anh huong', 'bi anh huong'],
  ...[
    'bao lu',
    'bao lut',
    'lu lut',
    'lut bao',
    'thien tai',
    'con bao',
    'bao so',
    'bao yagi',
    'yagi',
    'ung ho bao',
  ],
  ...['bi bao lu', 'bi bao lut', 'bi lu lut', 'bi bao', 'bi', 'cho', 'va', 'cua', 'tai khoan'],
];

const byFirstWord = Map.groupBy(
  SAID_BY_ALL.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length),
  ([first]) => first ?? '',
);

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');

/** The words of a text, folded, without what every transfer to a fund says. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text);
  const told: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const said = byFirstWord.get(word)?.find((phrase) => phrase.every((one, i) => words[at + i] === one));
    if (said === undefined) told.push(word);
    at += said?.length ?? 1;
  }
  return told;
}

/** The part of a text that says who: up to the first comma, bracket or end of line. */
export const whoOf = (text: string): string => text.split(/[\n,;(]/, 1)[0] ?? '';

/** Whether words are enough to know a text by: two of them, or one that is long. */
export const isTelling = (words: readonly string[]): boolean =>
  words.length > 1 || (words[0]?.length ?? 0) >= LONG_WORD;

const LONG_WORD = 6;
