import type { Encoding, Font } from '../reading.ts';
import { type Reading, Tally } from './tally.ts';
import { ByteEvidence } from './utf8.ts';
import { CONVINCING_SHARE, type TextOverrides, type TextReading, WITNESSES_NEEDED } from './verdict.ts';

/** The second best reading of bytes may have at most this part of the best one's words. */
const RIVAL_SHARE = 2 / 3;

const READINGS: readonly (readonly [Exclude<Reading, 'unicode'>, Encoding, Font])[] = [
  ['windows-1258', 'windows-1258', 'unicode'],
  ['tcvn3', 'windows-1252', 'tcvn3'],
  ['vni', 'windows-1252', 'vni'],
];

/** What bytes say that may be of one of the 8-bit encodings, or of UTF-8 that was damaged. */
export class EightBitEvidence {
  readonly #overrides: TextOverrides;
  readonly bytes = new ByteEvidence();
  readonly #tally = new Tally(['windows-1258', 'tcvn3', 'vni']);
  readonly #decoder = new TextDecoder('windows-1252', { fatal: true });

  constructor(overrides: TextOverrides) {
    this.#overrides = overrides;
  }

  /** `fromFault`: words count from the first byte that is not UTF-8, as what stands before was read as such. */
  add(bytes: Uint8Array, fromFault = false): void {
    this.bytes.add(bytes);
    const from = fromFault ? (this.bytes.firstBroken ?? 0) : 0;
    this.#tally.add(this.#decoder.decode(bytes.subarray(from)));
  }

  end(): void {
    this.bytes.end();
    this.#tally.end();
  }

  /** The best 8-bit reading, and whether it may be relied on. */
  best(): { readonly reading: TextReading; readonly convincing: boolean } {
    const wanted = this.#overrides.font;
    const [best, rival] = READINGS.filter(([, , font]) => wanted === undefined || wanted === font)
      .map(([reading, encoding, font]) => ({ encoding, font, score: this.#tally.scores[reading] }))
      .sort((a, b) => b.score.agreeing - a.score.agreeing);
    if (best === undefined) throw new Error(`a font without an encoding: ${wanted}`);
    const { agreeing, of, agreed } = best.score;
    // Quotation marks and dashes are the same in all of them.
    const certain = wanted !== undefined || !this.bytes.letters;
    const convincing =
      certain ||
      (agreed.size >= WITNESSES_NEEDED &&
        agreeing >= CONVINCING_SHARE * of &&
        (rival === undefined || rival.score.agreeing <= RIVAL_SHARE * agreeing));
    const { encoding, font } = best;
    const confidence = certain ? 1 : agreeing / (of + 1);
    return { reading: { encoding, font, bom: false, agreeing, of, confidence }, convincing };
  }
}
