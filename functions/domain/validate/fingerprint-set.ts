/** Slots are doubled when three quarters are taken. */
const FIRST_SLOTS = 128;
const MOST_TAKEN = 0.75;
const EMPTY = -1;

/**
 * A set of whole numbers from 0 to 2^53 − 1, in eight bytes a slot: a Set would box every number. Numbers should
 * be evenly spread already, as hashes are.
 */
export class FingerprintSet {
  #slots = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  size = 0;

  /** Puts a number in; false when it was there. */
  add(value: number): boolean {
    const slot = this.#find(value);
    if (this.#slots[slot] === value) return false;
    this.#slots[slot] = value;
    this.size += 1;
    if (this.size > this.#slots.length * MOST_TAKEN) this.#grow();
    return true;
  }

  has(value: number): boolean {
    return this.#slots[this.#find(value)] === value;
  }

  /** The slot that holds the value, or the empty one where it belongs. */
  #find(value: number): number {
    const last = this.#slots.length - 1;
    let slot = value & last;
    for (let held = this.#slots[slot]; held !== value && held !== EMPTY; held = this.#slots[slot]) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    const held = this.#slots;
    this.#slots = new Float64Array(held.length * 2).fill(EMPTY);
    for (const value of held) if (value !== EMPTY) this.#slots[this.#find(value)] = value;
  }
}
