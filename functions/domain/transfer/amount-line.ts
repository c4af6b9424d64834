import type { Waiting } from './side.ts';

/** Sides in the order of their amounts, to which others come with time, and which leave when they are taken. */
export class AmountLine {
  readonly #sides: Waiting[] = [];

  add(side: Waiting): void {
    this.#sides.splice(this.#firstBeyond(side.side.amountVnd), 0, side);
  }

  /** Takes out the side whose amount is nearest; of two, the smaller. */
  takeNearest(amountVnd: number): Waiting | undefined {
    const after = this.#firstBeyond(amountVnd);
    const [below, above] = [this.#away(after - 1, amountVnd), this.#away(after, amountVnd)];
    return this.#sides.splice(below <= above && below < Infinity ? after - 1 : after, 1)[0];
  }

  #away(index: number, amountVnd: number): number {
    const side = this.#sides[index];
    return side === undefined ? Infinity : Math.abs(side.side.amountVnd - amountVnd);
  }

  /** Index of the first side of a greater amount. */
  #firstBeyond(amountVnd: number): number {
    let [low, high] = [0, this.#sides.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sides[middle]?.side.amountVnd ?? Infinity) <= amountVnd) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
