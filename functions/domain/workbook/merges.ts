import { cellPlace } from './cell-ref.ts';
import { MAX_COLUMNS, WORKBOOK_LIMITS } from './limits.ts';
import { tooLarge } from './refusal.ts';

/** "As above": what people write by hand where a table says the same again. */
export const DITTO = '〃';

interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Merged areas of more than one row. */
export class Merges {
  readonly #merges: Merge[] = [];
  #seen = 0;

  /** "A1:B3"; an area of one row says nothing that its first cell does not. */
  add(ref: string): void {
    if (++this.#seen > WORKBOOK_LIMITS.merges) throw tooLarge('merges');
    const [from = '', to = from] = ref.split(':');
    const first = cellPlace(from);
    const last = cellPlace(to);
    if (last.row <= first.row || first.column >= MAX_COLUMNS) return;
    this.#merges.push({ column: first.column, from: first.row, to: last.row });
  }

  /**
   * Fills cells below the first one of an area, row by row downwards. Only rows that hold something else, too: one
   * that lies wholly within merged areas is a blank row. Nothing is repeated where the first cell is blank.
   */
  filler(): (row: number, cells: string[]) => void {
    const waiting = this.#merges.toSorted((a, b) => b.from - a.from);
    const active = new Map<number, Merge>();
    return (row, cells) => {
      for (let next = waiting.at(-1); next !== undefined && next.from <= row; next = waiting.at(-1)) {
        waiting.pop();
        if (next.from === row && (cells[next.column] ?? '') !== '') active.set(next.column, next);
        else active.delete(next.column);
      }
      for (const [column, { to }] of active) if (to < row) active.delete(column);
      if (cells.length === 0) return;
      for (const column of active.keys()) {
        while (cells.length <= column) cells.push('');
        if (cells[column] === '') cells[column] = DITTO;
      }
    };
  }
}
