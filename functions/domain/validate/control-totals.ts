import { addVnd, type Vnd, vnd } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { parseVndWords } from '../parse/values/words.ts';
import type { ControlTotal } from '../submission.ts';
import type { Cells } from './cells.ts';
import type { Collector } from './collector.ts';
import type { FigureCells } from './figure-cells.ts';
import { isRagged } from './table-reader.ts';

/** A ledger's slot has a limited size. */
const MAX_CONTROL_TOTALS = 200;

/** The sums that a file itself states, beside those of its rows. */
export class ControlTotals {
  readonly list: ControlTotal[] = [];
  readonly #cells: Cells;
  readonly #figure: FigureCells;
  readonly #collector: Collector;

  constructor(cells: Cells, figure: FigureCells, collector: Collector) {
    this.#cells = cells;
    this.#figure = figure;
    this.#collector = collector;
  }

  /** @param computedVnd the sum of the rows so far, those set aside too */
  read(raw: RawRow, kind: 'total' | 'carried', words: string | undefined, computedVnd: Vnd): void {
    if (kind === 'carried') return;
    this.#cells.turnTo(raw);
    const text = this.#figure.text;
    // With cells missing or to spare, the figure may stand elsewhere in the row.
    const elsewhere =
      isRagged(raw, this.#cells.plan.layout.width) && raw.cells.some((cell) => /\d/.test(cell));
    const statedVnd = this.#figure.stated();
    if (statedVnd !== undefined) this.#compare(raw.row, statedVnd, computedVnd);
    else if (text !== '' || elsewhere) {
      this.#collector.add('TOTAL_UNREADABLE', { row: raw.row, value: text });
    }
    if (words !== undefined) this.words(raw.row, words);
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
  #compare(row: number, statedVnd: Vnd, computedVnd: Vnd): void {
    if (this.list.length === MAX_CONTROL_TOTALS) {
      const unlisted = this.list.pop();
      if (unlisted) this.#collector.add('TOTALS_NOT_LISTED', { row: unlisted.row });
    }
    this.list.push({ row, statedVnd, computedVnd });
  }
}

export const sumSoFar = (acceptedVnd: Vnd, quarantinedVnd: Vnd): Vnd => addVnd(acceptedVnd, quarantinedVnd);
