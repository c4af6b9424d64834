import type { Encoding, Font, Overrides } from '../reading.ts';
import { type Score, Tally } from './tally.ts';

/** How the bytes of a file are to be read, with the evidence. */
export interface TextReading {
  readonly encoding: Encoding;
  readonly font: Font;
  /** The file begins with the byte order mark of this encoding. */
  readonly bom: boolean;
  /** Words beyond ASCII that are Vietnamese syllables under this reading, of those that say anything. */
  readonly agreeing: number;
  readonly of: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** What a person said of it; absent when nobody said anything. */
  readonly insisted?: TextOverrides;
}

export type TextOverrides = Pick<Overrides, 'encoding' | 'font'>;

/**
 * Different words that must speak for a reading: one foreign name in each row must not decide ("tôt" is "tụt" in
 * TCVN3), and the headings of a table alone have more.
 */
export const WITNESSES_NEEDED = 3;
/**
 * Of the words that say anything, so many must agree. The right reading had all words of an ordinary list and 19 of
 * 30 of one made up of Highland names; wrong readings had at most 6 of 30, other languages 2 of 35.
 */
export const CONVINCING_SHARE = 0.6;
/** What must be counted to read characters (of Unicode, or of windows-1252 when a person said so). */
export const characterTally = (): Tally => new Tally(['unicode', 'tcvn3', 'vni']);

/**
 * The font of characters. Unicode, unless enough words that make no sense as they stand are syllables in a legacy
 * font: in doubt the text stays as it is.
 */
export function readCharacters(
  tally: Tally,
  form: Pick<TextReading, 'encoding' | 'bom'>,
  overrides: TextOverrides,
): TextReading {
  const { tcvn3, vni, unicode } = tally.scores;
  const [font, score]: [Font, Score] = tcvn3.gained >= vni.gained ? ['tcvn3', tcvn3] : ['vni', vni];
  const chosen = overrides.font ?? (outdoes(score) ? font : 'unicode');
  const { agreeing, of } = tally.scores[chosen];
  const confidence = chosen === 'unicode' ? 1 - score.gained / (unicode.of + 1) : agreeing / (of + 1);
  return { ...form, font: chosen, agreeing, of, confidence: overrides.font ? 1 : confidence };
}

const outdoes = ({ gained, lost, gains }: Score): boolean =>
  gains.size >= WITNESSES_NEEDED && gained >= CONVINCING_SHARE * (gained + lost);
