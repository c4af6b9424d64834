import type { Waiting } from './side.ts';

/**
 * Sides along a line of numbers (days, or amounts), of which the nearest open one is found. Sides that were taken are
 * jumped over, and each jump is remembered, so that a line of equal sides is used up in near-linear time.
 */
export class OpenLine {
  readonly #sides: readonly Waiting[];
  readonly #places: readonly number[];
  readonly #onward: Int32Array;
  readonly #back: Int32Array;

  constructor(sides: readonly Waiting[], placeOf: (side: Waiting) => number) {
    this.#sides = [...sides].sort((a, b) => placeOf(a) - placeOf(b));
    this.#places = this.#sides.map(placeOf);
    this.#onward = Int32Array.from(this.#sides, (_, i) => i + 1);
    this.#back = Int32Array.from(this.#sides, (_, i) => i - 1);
  }

  /** The open side that is nearest to a place within bounds (`from` ≤ `place` ≤ `until`); of two, the one before it. */
  nearest(place: number, from = -Infinity, until = Infinity): Waiting | undefined {
    const after = this.#firstBeyond(place);
    const [low, high] = [this.#openFrom(after - 1, this.#back), this.#openFrom(after, this.#onward)];
    const [below, above] = [this.#places[low] ?? -Infinity, this.#places[high] ?? Infinity];
    const [lowFits, highFits] = [below >= from && low >= 0, above <= until && high < this.#sides.length];
    if (lowFits && (!highFits || place - below <= above - place)) return this.#sides[low];
    return highFits ? this.#sides[high] : undefined;
  }

  /** Index of the first side that lies beyond a place. */
  #firstBeyond(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first open side from an index on, along the links; −1 or the length of the line where there is none. */
  #openFrom(start: number, links: Int32Array): number {
    let found = start;
    while (this.#sides[found]?.open === false) found = links[found] ?? found;
    for (let at = start; at !== found; ) {
      const next = links[at] ?? found;
      links[at] = found;
      at = next;
    }
    return found;
  }
}

/** Lines of sides that share a key. */
export const linesBy = (
  sides: readonly Waiting[],
  keyOf: (side: Waiting) => string | number | undefined,
  placeOf: (side: Waiting) => number,
): ReadonlyMap<string | number, OpenLine> => {
  const lines = new Map<string | number, OpenLine>();
  for (const [key, own] of Map.groupBy(sides, keyOf)) {
    if (key !== undefined) lines.set(key, new OpenLine(own, placeOf));
  }
  return lines;
};
