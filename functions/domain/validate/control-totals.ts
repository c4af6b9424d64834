import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import { parseVndWords } from '../parse/values/words.ts';
import type { ControlTotal } from '../submission.ts';
import { clean } from '../text.ts';
import type { Collector } from './collector.ts';
import type { FigureCells } from './figure-cells.ts';
import type { StatedSum } from './table-reader.ts';

/** A ledger's slot has a limited size. */
const MAX_CONTROL_TOTALS = 200;

/** The sums that a file itself states, beside those of its rows. */
export class ControlTotals {
  readonly list: ControlTotal[] = [];
  readonly #figure: FigureCells;
  readonly #collector: Collector;
  /** What the rows came to at each sum so far: a part may begin below any of them. */
  readonly #marks: Vnd[] = [ZERO_VND];

  constructor(figure: FigureCells, collector: Collector) {
    this.#figure = figure;
    this.#collector = collector;
  }

  /** @param sumVnd the sum of the rows so far, those set aside too */
  read({ row, of, figures, digits, words }: StatedSum, sumVnd: Vnd): void {
    const [only, ...others] = figures;
    const unnamed = only?.name === undefined && others.length === 0 ? only : undefined;
    const text = clean((figures.find(({ name }) => name === this.#figure.name) ?? unnamed)?.text ?? '');
    const statedVnd = text === '' ? undefined : this.#figure.stated(text, row);
    if (statedVnd !== undefined) {
      const computedVnd = of === 'part' ? this.#part(statedVnd, sumVnd) : sumVnd;
      this.#compare({ row, statedVnd, computedVnd });
    } else if (text !== '' || (figures.length === 0 && digits)) {
      this.#collector.add('TOTAL_UNREADABLE', { row, value: text });
    }
    if (this.#marks.length < MAX_CONTROL_TOTALS) this.#marks.push(sumVnd);
    if (words !== undefined) this.words(row, words);
  }

  /** Parts lie within parts: pages within months. The part whose sum is stated, else the one since the last sum. */
  #part(statedVnd: Vnd, sumVnd: Vnd): Vnd {
    const parts = this.#marks.map((mark) => vnd(sumVnd - mark)).reverse();
    return parts.find((part) => part === statedVnd) ?? parts[0] ?? sumVnd;
  }

  /** Something is stated, and it is nothing: so a table without rows is meant to have none. */
  get sayNothing(): boolean {
    return this.list.length > 0 && this.list.every(({ statedVnd }) => statedVnd === 0);
  }

  /** Words belong to the last sum stated in digits. */
  words(row: number, text: string): void {
    const last = this.list.at(-1);
    const said = parseVndWords(text);
    if (last === undefined || said === undefined || said === last.statedVnd) return;
    this.#collector.add('TOTAL_WORDS_DIFFER', {
      row,
      value: text,
      amountVnd: said,
      expectedVnd: last.statedVnd,
      differenceVnd: vnd(said - last.statedVnd),
    });
  }

  /** Beyond the limit the newest takes the last place: the final total of a file is always compared. */
  #compare(total: ControlTotal): void {
    if (this.list.length === MAX_CONTROL_TOTALS) {
      const unlisted = this.list.pop();
      if (unlisted) this.#collector.add('TOTALS_NOT_LISTED', { row: unlisted.row });
    }
    this.list.push(total);
  }
}
