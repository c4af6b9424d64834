import type { Layout } from '../parse/table/layout.ts';
import { FigureColumn } from '../parse/values/figure-column.ts';
import type { Collector } from './collector.ts';

/** Smaller figures are counts, ages, numbers of lines. */
const LEAST_VND = 1_000;
/** Longer ones are numbers of accounts and papers. */
const MOST_DIGITS = 12;
/** Of the cells with text so many must look like money, and not one by chance. */
const SHARE = 0.5;
const FEWEST = 2;

/**
 * Whether columns that nobody knows hold money. It is not counted, and whoever has two columns of gifts would find
 * half of them missing: so it is said.
 */
export class MoneyUnread {
  readonly #seen: ReadonlyMap<string, { cells: number; money: number; row: number }>;
  readonly #figures = new FigureColumn();

  constructor({ unknown }: Layout) {
    this.#seen = new Map(unknown.map(({ heading }) => [heading, { cells: 0, money: 0, row: 0 }]));
  }

  look(extra: Readonly<Record<string, string>> | undefined, row: number): void {
    if (extra === undefined) return;
    for (const [heading, text] of Object.entries(extra)) {
      const seen = this.#seen.get(heading);
      if (seen === undefined) continue;
      seen.cells += 1;
      if (!this.#isMoney(text, row)) continue;
      seen.money += 1;
      if (seen.money === 1) seen.row = row;
    }
  }

  tell(collector: Collector): void {
    for (const [heading, { cells, money, row }] of this.#seen) {
      if (money < FEWEST || money < SHARE * cells) continue;
      collector.add('COLUMN_MONEY_UNREAD', { row, value: heading });
    }
  }

  /** A nought in front is a telephone's or a code's. */
  #isMoney(text: string, row: number): boolean {
    if (text.length > MOST_DIGITS * 2 || text.startsWith('0')) return false;
    const amountVnd = this.#figures.money(text, row);
    return amountVnd !== undefined && amountVnd >= LEAST_VND && amountVnd < 10 ** MOST_DIGITS;
  }
}
