import type { IsoDate } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';

/** A line as the balance sees it. */
export interface Step {
  readonly row: number;
  /** Absent of a line that was set aside: what it did to the balance is its own fault's matter. */
  readonly date: IsoDate | undefined;
  /** No amount stands in it. */
  readonly blank: boolean;
  readonly movedVnd: number;
  /** As printed after the line; absent where none is. */
  readonly balanceVnd: Vnd | undefined;
}

/** A place where the printed balance does not follow. */
export interface Break {
  readonly row: number;
  readonly date: IsoDate;
  readonly blank: boolean;
  readonly expectedVnd: Vnd;
  readonly actualVnd: Vnd;
  readonly differenceVnd: Vnd;
}

/**
 * Follows a running balance down the rows of a statement: from each line to the next, or, where the newest line stands
 * first, from each to the one before it. Where it does not follow, a line is missing or an amount is wrong, and the
 * difference says how much.
 */
export class RunningBalance {
  readonly #newestFirst: boolean;
  /** As the lines above the table say. */
  readonly #statedVnd: Vnd | undefined;
  #openingVnd: Vnd | undefined;
  #closingVnd: Vnd | undefined;
  /** What the balance should be where the next row is read. */
  #expectedVnd: number | undefined;
  /** Newest first: the last row with a balance, and what the rows since moved. */
  #above: (Step & { readonly balanceVnd: Vnd }) | undefined;
  #last: Step | undefined;
  /** What the rows above the first balance moved. */
  #unprintedVnd = 0;

  constructor(newestFirst: boolean, statedVnd: Vnd | undefined) {
    this.#newestFirst = newestFirst;
    this.#statedVnd = statedVnd;
    this.#openingVnd = statedVnd;
    this.#expectedVnd = newestFirst ? undefined : statedVnd;
  }

  /** Before the first movement; absent where no balance is printed. */
  get openingVnd(): Vnd | undefined {
    if (!this.#newestFirst || this.#expectedVnd === undefined) return this.#openingVnd;
    return this.#openingVnd ?? vnd(this.#expectedVnd);
  }

  /** As printed last, with what the lines after it moved. */
  get closingVnd(): Vnd | undefined {
    if (this.#newestFirst || this.#closingVnd === undefined) return this.#closingVnd;
    return vnd(this.#expectedVnd ?? this.#closingVnd);
  }

  add(step: Step): Break | undefined {
    return this.#newestFirst ? this.#upwards(step) : this.#downwards(step);
  }

  #downwards(step: Step): Break | undefined {
    const { balanceVnd, movedVnd } = step;
    if (this.#expectedVnd === undefined) {
      // Some banks print the balance on the last line of a day alone: the lines above moved it too.
      if (balanceVnd === undefined) this.#unprintedVnd += movedVnd;
      else this.#openingVnd = vnd(balanceVnd - movedVnd - this.#unprintedVnd);
      this.#expectedVnd = balanceVnd;
      this.#closingVnd = balanceVnd;
      return undefined;
    }
    const expected = this.#expectedVnd + movedVnd;
    this.#expectedVnd = balanceVnd ?? expected;
    if (balanceVnd === undefined) return undefined;
    this.#closingVnd = balanceVnd;
    return breakAt(step, expected, balanceVnd);
  }

  /** The balance of a row is that of the next, older one, with what the row itself moved. */
  #upwards(step: Step): Break | undefined {
    const { balanceVnd, movedVnd } = step;
    this.#last = step;
    if (balanceVnd === undefined) {
      this.#unprintedVnd += movedVnd;
      if (this.#expectedVnd !== undefined) this.#expectedVnd -= movedVnd;
      return undefined;
    }
    this.#closingVnd ??= vnd(balanceVnd + this.#unprintedVnd);
    const above = this.#above;
    const expected = this.#expectedVnd;
    this.#above = { ...step, balanceVnd };
    this.#expectedVnd = balanceVnd - movedVnd;
    if (above === undefined || expected === undefined || step.date === undefined) return undefined;
    return breakAt(above, balanceVnd + (above.balanceVnd - expected), above.balanceVnd);
  }

  /** What is left to say when all rows are read: newest first, the oldest line must follow from the stated opening. */
  end(): Break | undefined {
    if (!this.#newestFirst || this.#statedVnd === undefined || this.#expectedVnd === undefined)
      return undefined;
    const last = this.#last;
    const actual = this.#above?.balanceVnd;
    if (last === undefined || actual === undefined) return undefined;
    return breakAt(last, actual - (this.#expectedVnd - this.#statedVnd), actual);
  }
}

function breakAt({ row, date, blank }: Step, expected: number, actualVnd: Vnd): Break | undefined {
  if (expected === actualVnd || date === undefined) return undefined;
  const expectedVnd = vnd(expected);
  return { row, date, blank, expectedVnd, actualVnd, differenceVnd: vnd(actualVnd - expectedVnd) };
}
