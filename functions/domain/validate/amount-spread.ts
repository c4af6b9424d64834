import type { Vnd } from '../money.ts';

/**
 * Amounts a thousand times beyond nearly all others look like a mistaken unit: nghìn for đồng, or the reverse. In
 * doublings, so that all of them can be counted in buckets.
 */
const FAR_DOUBLINGS = 10;
/** Fewer amounts have no "nearly all others". */
const FEWEST = 50;
/** Of a hundred amounts, this many at either end may be anything; of fewer, one. */
const TAIL = 0.01;
/** Amounts up to 2^50 đồng, one bucket for each doubling. */
const BUCKETS = 51;
const MOST_KEPT = 20;
/** A thousand tỷ in one row: more than any gift or grant there was, so rather a unit counted twice. */
const BEYOND_ALL = 1e12;

interface Seen {
  readonly row: number;
  readonly amountVnd: Vnd;
}

/** How large the amounts of a file are, in memory that does not grow with it. */
export class AmountSpread {
  readonly #buckets = new Int32Array(BUCKETS);
  readonly #least: Seen[] = [];
  readonly #most: Seen[] = [];
  #count = 0;
  /** Beyond these an amount is among the twenty least or most: most rows compare twice and go on. */
  #leastKept = Number.POSITIVE_INFINITY;
  #mostKept = 0;

  add(row: number, amountVnd: Vnd): void {
    const size = Math.abs(amountVnd);
    if (size === 0) return;
    this.#count += 1;
    const bucket =
      size < 2 ** 31 ? 31 - Math.clz32(size) : Math.min(BUCKETS - 1, Math.floor(Math.log2(size)));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    if (size < this.#leastKept) this.#leastKept = keep(this.#least, { row, amountVnd }, (a, b) => a - b);
    if (size > this.#mostKept) this.#mostKept = keep(this.#most, { row, amountVnd }, (a, b) => b - a);
  }

  /** The amounts far beyond nearly all others: the first by row, at most twenty at either end, and how many more. */
  outliers(): { readonly seen: readonly Seen[]; readonly more: number } {
    const beyond = this.#most.filter(({ amountVnd }) => Math.abs(amountVnd) >= BEYOND_ALL);
    if (this.#count < FEWEST) return { seen: beyond.sort((a, b) => a.row - b.row), more: 0 };
    const tail = Math.max(1, TAIL * this.#count);
    // What was meant in nghìn is a thousandth of an ordinary amount, not of the least.
    const ordinary = this.#bucketOf(this.#count / 2) + 1;
    const low = Math.min(this.#bucketOf(tail), ordinary - FAR_DOUBLINGS);
    const high = this.#bucketOf(this.#count - tail - 1) + 1 + FAR_DOUBLINGS;
    const least = this.#least.filter(({ amountVnd }) => Math.abs(amountVnd) < 2 ** low);
    const most = this.#most.filter(({ amountVnd }) => Math.abs(amountVnd) >= Math.min(2 ** high, BEYOND_ALL));
    const unlisted = (listed: readonly Seen[], count: number) =>
      listed.length < MOST_KEPT ? 0 : count - listed.length;
    return {
      seen: [...least, ...most].sort((a, b) => a.row - b.row),
      more: unlisted(least, this.#between(0, low)) + unlisted(most, this.#between(high, BUCKETS)),
    };
  }

  #between(from: number, to: number): number {
    let count = 0;
    for (let bucket = Math.max(0, from); bucket < to; bucket += 1) count += this.#buckets[bucket] ?? 0;
    return count;
  }

  /** The bucket of the smallest amount that has more than `rank` others, or as many, below it. */
  #bucketOf(rank: number): number {
    let below = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      below += this.#buckets[bucket] ?? 0;
      if (below > rank) return bucket;
    }
    return BUCKETS - 1;
  }
}

/** Puts one in, keeps twenty, and gives the size beyond which the next one is of interest. */
function keep(kept: Seen[], seen: Seen, order: (a: number, b: number) => number): number {
  kept.push(seen);
  kept.sort((a, b) => order(Math.abs(a.amountVnd), Math.abs(b.amountVnd)) || a.row - b.row);
  if (kept.length > MOST_KEPT) kept.pop();
  const last = kept.at(-1);
  if (kept.length < MOST_KEPT || last === undefined) return order(1, 2) < 0 ? Number.POSITIVE_INFINITY : 0;
  return Math.abs(last.amountVnd);
}
