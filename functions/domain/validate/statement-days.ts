import { type IsoDate, inPeriod, type Period } from '../date.ts';
import type { Finding } from '../finding.ts';
import { maxText, minText } from '../order.ts';
import { type DateShape, swapped } from '../parse/values/date.ts';
import type { DateEvidence } from './date-column.ts';

/**
 * The days that the lines of a statement are of, and how they follow each other down its rows. Where none of them can be of the declared period the wrong period was
 * declared: taken as it is, the file would hold in the place of another month's statement.
 */
export class StatementDays {
  /** How often the next day is a later or an earlier one. */
  readonly order = { up: 0, down: 0 };
  readonly #period: Period | undefined;
  #last: IsoDate | undefined;
  #days: Period | undefined;
  #within = false;
  /** A line lies within once its day and month change places, as Excel or a reader of another habit has them. */
  #swapped = false;
  /** Likewise, in a cell whose text may be read either way. */
  #either = false;

  constructor(period: Period | undefined) {
    this.#period = period;
  }

  /** @returns which way the days go from the line before to this one; undefined of the same day */
  see(date: IsoDate, shape: DateShape | undefined): 'up' | 'down' | undefined {
    this.#place(date, shape);
    const before = this.#last ?? date;
    this.#last = date;
    if (before === date) return undefined;
    const turn = date < before ? 'down' : 'up';
    this.order[turn] += 1;
    return turn;
  }

  #place(date: IsoDate, shape: DateShape | undefined): void {
    const { from, to } = this.#days ?? { from: date, to: date };
    this.#days = { from: minText(from, date), to: maxText(to, date) };
    if (this.#within || this.#period === undefined) return;
    this.#within = inPeriod(date, this.#period);
    if (this.#within || shape === 'dmy' || shape === 'mdy') return;
    const other = swapped(date);
    if (other === undefined || !inPeriod(other, this.#period)) return;
    if (shape === 'either') this.#either = true;
    else this.#swapped = true;
  }

  /** @param evidence of the whole column: a text that may be read either way is read as the others prove */
  refusal({ dmy, mdy }: DateEvidence): Finding | undefined {
    const [days, declared] = [this.#days, this.#period];
    if (days === undefined || declared === undefined || this.#within || this.#swapped) return undefined;
    if (this.#either && dmy === 0 && mdy === 0) return undefined;
    const params = { ...days, declaredFrom: declared.from, declaredTo: declared.to };
    return { rule: 'STATEMENT_OUTSIDE_PERIOD', severity: 'error', count: 1, params };
  }
}
