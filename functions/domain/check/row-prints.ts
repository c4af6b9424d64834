import type { IsoDate } from '../date.ts';
import { bitsOf, FIELDS, type RowPrint } from './row-print.ts';

const FIRST_ROWS = 1024;
/** The fields that are no texts. */
const DATE = 0;
const AMOUNT = 1;

/** Prints of a file's rows, in order, in a few numbers each. Rows are taken out one by one. */
export class RowPrints {
  #count = 0;
  #hashes = new Float64Array(FIRST_ROWS);
  #keys = new Float64Array(FIRST_ROWS);
  #texts = new Float64Array(FIRST_ROWS);
  #amounts = new Float64Array(FIRST_ROWS);
  #rows = new Int32Array(FIRST_ROWS);
  #days = new Int32Array(FIRST_ROWS);
  /** Where the row would have stood in the other file. */
  #elsewhere = new Int32Array(FIRST_ROWS);
  #taken = new Uint8Array(FIRST_ROWS);
  #byHash: Index | undefined;

  add(print: RowPrint, elsewhere = 0): void {
    if (this.#count === this.#rows.length) this.#grow();
    const at = this.#count;
    this.#hashes[at] = print.hash;
    this.#keys[at] = print.key;
    this.#texts[at] = print.texts;
    this.#amounts[at] = print.amountVnd;
    this.#rows[at] = print.row;
    this.#days[at] = Number(print.date.replaceAll('-', ''));
    this.#elsewhere[at] = elsewhere;
    this.#count += 1;
  }

  /** Takes the first row of the same content; gives its number, or undefined when there is none left. */
  take({ hash }: RowPrint): number | undefined {
    this.#byHash ??= new Index(this.#hashes, this.#count);
    const at = this.#byHash.find(hash, this.#taken);
    if (at === undefined) return undefined;
    this.#taken[at] = 1;
    return this.#rows[at];
  }

  /** Pairs of rows, one of each, that are one row changed; they are taken. In order of the others. */
  pairsWith(others: RowPrints): [own: number, other: number][] {
    const pairs: [number, number][] = [];
    const pair = (own: number, other: number) => {
      this.#taken[own] = 1;
      others.#taken[other] = 1;
      pairs.push([own, other]);
    };
    const byKey = new Index(this.#keys, this.#count);
    for (const other of others.left()) {
      const key = others.#keys[other] ?? -1;
      const own = key < 0 ? undefined : byKey.find(key, this.#taken);
      if (own !== undefined) pair(own, other);
    }
    const byRow = new Index(Float64Array.from(this.#rows), this.#count);
    for (const other of others.left()) {
      const own = byRow.find(others.#elsewhere[other] ?? 0, this.#taken);
      if (own !== undefined && this.#mostlyAlike(own, others, other)) pair(own, other);
    }
    return pairs.sort(([, a], [, b]) => a - b);
  }

  /** @param field its place in FIELDS */
  differsIn(field: number, own: number, others: RowPrints, other: number): boolean {
    if (field === DATE) return this.#days[own] !== others.#days[other];
    if (field === AMOUNT) return this.#amounts[own] !== others.#amounts[other];
    return bitsOf(this.#texts[own] ?? 0, field) !== bitsOf(others.#texts[other] ?? 0, field);
  }

  /** More than half of what either of them tells is the same. */
  #mostlyAlike(own: number, others: RowPrints, other: number): boolean {
    let told = 0;
    let alike = 0;
    for (let field = 0; field < FIELDS.length; field += 1) {
      const blank =
        field > AMOUNT &&
        bitsOf(this.#texts[own] ?? 0, field) === 0 &&
        bitsOf(others.#texts[other] ?? 0, field) === 0;
      if (blank) continue;
      told += 1;
      if (!this.differsIn(field, own, others, other)) alike += 1;
    }
    return alike * 2 > told;
  }

  /** Places of the rows that were not taken, in order. */
  left(): number[] {
    const left: number[] = [];
    for (let at = 0; at < this.#count; at += 1) if (this.#taken[at] === 0) left.push(at);
    return left;
  }

  row(at: number): number {
    return this.#rows[at] ?? 0;
  }

  date(at: number): IsoDate {
    const day = String(this.#days[at]);
    return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` as IsoDate;
  }

  amountVnd(at: number): number {
    return this.#amounts[at] ?? 0;
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes, new Float64Array(this.#count * 2));
    this.#keys = doubled(this.#keys, new Float64Array(this.#count * 2));
    this.#texts = doubled(this.#texts, new Float64Array(this.#count * 2));
    this.#amounts = doubled(this.#amounts, new Float64Array(this.#count * 2));
    this.#rows = doubled(this.#rows, new Int32Array(this.#count * 2));
    this.#days = doubled(this.#days, new Int32Array(this.#count * 2));
    this.#elsewhere = doubled(this.#elsewhere, new Int32Array(this.#count * 2));
    this.#taken = doubled(this.#taken, new Uint8Array(this.#count * 2));
  }
}

function doubled<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

const NONE = -1;

/** Finds places by a number; of equal ones the first that is not taken. */
class Index {
  readonly #values: Float64Array;
  /** By slot: the first place with that slot's numbers. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(values: Float64Array, count: number) {
    let slots = 16;
    while (slots < count * 2) slots *= 2;
    this.#values = values;
    this.#first = new Int32Array(slots).fill(NONE);
    this.#next = new Int32Array(count).fill(NONE);
    for (let at = count - 1; at >= 0; at -= 1) {
      const slot = this.#slot(values[at] ?? 0);
      this.#next[at] = this.#first[slot] ?? NONE;
      this.#first[slot] = at;
    }
  }

  find(value: number, taken: Uint8Array): number | undefined {
    const slot = this.#slot(value);
    let before = NONE;
    for (let at = this.#first[slot] ?? NONE; at !== NONE; at = this.#next[at] ?? NONE) {
      if (taken[at] === 1) {
        // Passed over once only: a file may repeat a row very often.
        if (before === NONE) this.#first[slot] = this.#next[at] ?? NONE;
        else this.#next[before] = this.#next[at] ?? NONE;
        continue;
      }
      if (this.#values[at] === value) return at;
      before = at;
    }
    return undefined;
  }

  #slot(value: number): number {
    return (value % this.#first.length) >>> 0;
  }
}
