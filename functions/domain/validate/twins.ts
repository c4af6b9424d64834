import type { Entry } from '../entry.ts';
import { ZERO_VND } from '../money.ts';
import type { Collector } from './collector.ts';
import { fingerprint } from './fingerprint.ts';
import { FingerprintSet } from './fingerprint-set.ts';

/** Rows among which possible duplicates are looked for, at some twenty bytes each: far more than any real file has. */
const MAX_FINGERPRINTS = 2_000_000;

/** Notices entries that look like one written twice. */
export class Twins {
  readonly #seen = new FingerprintSet();
  readonly #collector: Collector;
  readonly #most: number;

  constructor(collector: Collector, most = MAX_FINGERPRINTS) {
    this.#collector = collector;
    this.#most = most;
  }

  look(entry: Entry): void {
    const print = fingerprint(entry);
    const full = this.#seen.size >= this.#most;
    const twin = full ? this.#seen.has(print) : !this.#seen.add(print);
    if (twin) {
      this.#collector.add('POSSIBLE_DUPLICATE', { row: entry.row, amountVnd: entry.amountVnd ?? ZERO_VND });
    } else if (full) this.#collector.add('DUPLICATES_SOUGHT_IN_PART', { row: entry.row });
  }
}
