import type { IsoDate } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';
import type { Milli } from '../quantity.ts';
import type { Cells } from './cells.ts';
import { DateColumn } from './date-column.ts';
import { FigureCells } from './figure-cells.ts';
import { TextColumn } from './text-column.ts';

/** Money given in another currency: how much, at which rate, of which day. */
export interface Foreign {
  readonly currency: string;
  readonly amountMilli: Milli;
  readonly rateMilli: Milli;
  readonly rateDate: IsoDate;
}

const CURRENCY = /^[A-Z]{3}$/;

/** Whole đồng, half a đồng up. Exact whatever the size. */
function toVnd(amountMilli: Milli, rateMilli: Milli): Vnd | undefined {
  const product = (BigInt(amountMilli) * BigInt(rateMilli) + 500_000n) / 1_000_000n;
  return product > 10n ** 15n ? undefined : vnd(Number(product));
}

/** The columns of foreign currency. A file that has none of them costs nothing. */
export class ForeignColumns {
  readonly #cells: Cells;
  readonly #currency: TextColumn;
  readonly #amount: FigureCells;
  readonly #rate: FigureCells;
  readonly #rateDate: DateColumn;
  readonly present: boolean;
  /** Of the last row read: something of the foreign amount is missing. */
  incomplete = false;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#currency = new TextColumn(cells, 'currency');
    this.#amount = new FigureCells(cells, 'foreign_amount', true);
    this.#rate = new FigureCells(cells, 'exchange_rate', true);
    this.#rateDate = new DateColumn(cells, 'rate_date', undefined);
    this.present = ['currency', 'foreign_amount'].some((name) => cells.position(name) >= 0);
  }

  get figures(): readonly FigureCells[] {
    return [this.#amount, this.#rate];
  }

  /**
   * What the row says of a foreign currency. `amountVnd` is the stated amount in đồng; where it is blank the
   * product stands for it, where both are present they must agree to the đồng.
   */
  read(amountVnd: Vnd | undefined): { readonly foreign?: Foreign; readonly amountVnd: Vnd | undefined } {
    this.incomplete = false;
    const currency = this.#currency.read()?.toUpperCase();
    const amount = this.#amount.quantity();
    const rate = this.#rate.quantity();
    const rateDate = this.#rateDate.read();
    if (currency === undefined || currency === 'VND') return { amountVnd };
    if (!CURRENCY.test(currency) || amount === undefined || rate === undefined || rateDate === undefined) {
      this.incomplete = true;
      this.#cells.fault('foreign_amount', 'FOREIGN_INCOMPLETE', currency);
      return { amountVnd };
    }
    const product = toVnd(amount, rate);
    if (product === undefined) this.#cells.fault('foreign_amount', 'AMOUNT_UNREADABLE', this.#amount.text);
    else if (amountVnd !== undefined && Math.abs(amountVnd) !== product) {
      const params = { difference: Math.abs(amountVnd) - product };
      this.#cells.fault('amount_vnd', 'FOREIGN_DIFFERS', String(amountVnd), { params });
    }
    const foreign = { currency, amountMilli: amount, rateMilli: rate, rateDate };
    return { foreign, amountVnd: amountVnd ?? product };
  }
}
