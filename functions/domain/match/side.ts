import type { IsoDate } from '../date.ts';
import { dayNumber } from '../days.ts';
import { compareText } from '../order.ts';
import { byKey } from './alike.ts';
import type { SourceRef } from './match.ts';

interface Row extends SourceRef {
  readonly date: IsoDate;
  readonly amountVnd: number;
}

/**
 * Lines or entries in canonical order: day, digest, row. From here on a row is its index, and what the stages look at
 * often lies in arrays by index: an order of indices is an order of days.
 */
export class Side<R extends Row> {
  readonly rows: readonly R[];
  /** Days since 1970. */
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly #taken: Uint8Array;
  #inOrderOfAmounts: Int32Array | undefined;

  constructor(rows: readonly R[]) {
    this.rows = [...rows].sort(
      (a, b) => compareText(a.date, b.date) || compareText(a.digest, b.digest) || a.row - b.row,
    );
    this.days = new Int32Array(rows.length);
    this.amounts = new Float64Array(rows.length);
    this.#taken = new Uint8Array(rows.length);
    for (const [i, { date, amountVnd }] of this.rows.entries()) {
      const before = i > 0 && this.rows[i - 1]?.date === date ? this.days[i - 1] : undefined;
      this.days[i] = before ?? dayNumber(date);
      this.amounts[i] = amountVnd;
    }
  }

  row(index: number): R {
    const row = this.rows[index];
    if (row === undefined) throw new RangeError(`no row ${index}`);
    return row;
  }

  day(index: number): number {
    return this.days[index] ?? Number.NaN;
  }

  amount(index: number): number {
    return this.amounts[index] ?? Number.NaN;
  }

  isLeft(index: number): boolean {
    return this.#taken[index] === 0;
  }

  take(index: number): void {
    if (this.#taken[index] !== 0) throw new Error(`row ${index} is in a match already`);
    this.#taken[index] = 1;
  }

  /** Indices of the rows in no match so far that hold the test, in order. Without amounts of zero: those stay out. */
  left(test: (index: number) => boolean = () => true): Int32Array {
    const found = new Int32Array(this.rows.length);
    let count = 0;
    for (let i = 0; i < found.length; i += 1) {
      if (this.#taken[i] === 0 && this.amounts[i] !== 0 && test(i)) {
        found[count] = i;
        count += 1;
      }
    }
    return found.subarray(0, count);
  }

  /** As `left`, in ascending order of amounts, those of one amount in order: several stages go by it. */
  leftByAmount(test: (index: number) => boolean = () => true): Int32Array {
    this.#inOrderOfAmounts ??= byKey(Int32Array.from(this.rows.keys()), this.amounts);
    return this.#inOrderOfAmounts.filter((i) => this.#taken[i] === 0 && this.amounts[i] !== 0 && test(i));
  }
}

/** Finds rows by where they stand. Throws RangeError when two rows stand in one place. */
export function locator(rows: readonly SourceRef[]): (ref: SourceRef) => number | undefined {
  const files = new Map<string, Map<number, number>>();
  for (const [i, { digest, row }] of rows.entries()) {
    let file = files.get(digest);
    if (file === undefined) {
      file = new Map();
      files.set(digest, file);
    }
    if (file.has(row)) throw new RangeError(`two rows to match are row ${row} of ${digest}`);
    file.set(row, i);
  }
  return ({ digest, row }) => files.get(digest)?.get(row);
}
