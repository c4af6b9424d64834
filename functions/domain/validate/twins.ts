import type { Entry } from '../entry.ts';
import { ZERO_VND } from '../money.ts';
import type { Collector } from './collector.ts';
import { fingerprint } from './fingerprint.ts';
import { FingerprintSet } from './fingerprint-set.ts';

/** Rows among which possible duplicates are looked for, at some twenty bytes each: far more than any real file has. */
const MAX_FINGERPRINTS = 2_000_000;

/**
 * Notices entries that look like one written twice. Twins are of one day, so each day has a set of its own: books
 * are kept in order, and a small set that is at hand is looked up far faster than a large one.
 */
export class Twins {
  readonly #days = new Map<string, FingerprintSet>();
  #day: FingerprintSet | undefined;
  #date: string | undefined;
  #size = 0;
  readonly #collector: Collector;
  readonly #most: number;

  constructor(collector: Collector, most = MAX_FINGERPRINTS) {
    this.#collector = collector;
    this.#most = most;
  }

  look(entry: Entry): void {
    const print = fingerprint(entry);
    const seen = this.#dayOf(entry.date);
    const full = this.#size >= this.#most;
    const twin = full ? seen.has(print) : !seen.add(print);
    if (!twin && !full) this.#size += 1;
    if (twin) {
      this.#collector.add('POSSIBLE_DUPLICATE', { row: entry.row, amountVnd: entry.amountVnd ?? ZERO_VND });
    } else if (full) this.#collector.add('DUPLICATES_SOUGHT_IN_PART', { row: entry.row });
  }

  #dayOf(date: string): FingerprintSet {
    if (this.#day === undefined || this.#date !== date) {
      this.#day = this.#days.get(date) ?? new FingerprintSet();
      this.#days.set(date, this.#day);
      this.#date = date;
    }
    return this.#day;
  }
}
