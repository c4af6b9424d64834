import type { Finding } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { RowClassifier, type StatedFigure } from '../parse/table/row-class.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Cells, Fault } from './cells.ts';
import type { Collector } from './collector.ts';
import { TableCounts } from './table-counts.ts';

/** Longer cells are no cells: quotes that swallowed their neighbours, mostly. In UTF-16 units. */
const MAX_CELL_LENGTH = 2_000;

/** What became of a row. */
export type Fate = 'accepted' | 'quarantined' | 'ignored';

/** A sum that a row of the file states. */
export interface StatedSum {
  readonly row: number;
  /** A part: the rows of a page, a month, a section. */
  readonly of: 'all' | 'part';
  readonly figures: readonly StatedFigure[];
  /** The row has digits somewhere, even if no figure could be told from them. */
  readonly digits: boolean;
  readonly words: string | undefined;
}

/** What a kind of table makes of its rows. */
export interface RowJudge {
  /** A row of data. True: entered; false: set aside for the faults that stand in its cells. */
  data(raw: RawRow): boolean;
  /** A row that states a sum, of all rows above it or of a part of them. */
  total(sum: StatedSum): void;
  /** A row with words beside or below a total, and nothing else. */
  words(row: number, text: string): void;
}

/**
 * Rows in, each ending as exactly one of accepted, quarantined, ignored: what is the same for every kind of
 * table. What data mean is the judge's to say.
 */
export class TableReader {
  readonly counts = new TableCounts();
  readonly #classifier: RowClassifier;
  readonly #width: number;
  readonly #headingRow: number;
  readonly #cells: Cells;
  readonly #judge: RowJudge;
  readonly #collector: Collector;
  /** Set when the file must go back; rows after that are not read. */
  rejection: Finding | undefined;

  constructor(plan: TablePlan, cells: Cells, judge: RowJudge, collector: Collector) {
    this.#cells = cells;
    this.#classifier = new RowClassifier(plan.layout);
    this.#width = plan.layout.width;
    this.#headingRow = plan.layout.headingFirst;
    this.#judge = judge;
    this.#collector = collector;
  }

  read(raw: RawRow): Fate {
    if (this.rejection) return 'ignored';
    // Above the heading a stray quote spoils no data: titles are not taken apart.
    if (raw.fault !== undefined && raw.row >= this.#headingRow) return this.#setAside(raw, raw.fault);
    const kind = this.#classifier.classify(raw);
    switch (kind) {
      case 'data':
        return this.#readData(raw);
      case 'total':
        this.#judge.total({
          row: raw.row,
          of: this.#classifier.sumOf(raw) === 'part' ? 'part' : 'all',
          figures: this.#classifier.figuresOf(raw),
          digits: raw.cells.some((cell) => /\d/.test(cell)),
          words: this.#classifier.wordsOf(raw),
        });
        return this.#ignore('total');
      case 'carried':
      case 'section':
        return this.#ignore('total');
      case 'footer': {
        const words = this.#classifier.wordsOf(raw);
        if (words !== undefined) this.#judge.words(raw.row, words);
        return this.#ignore('footer');
      }
      case 'stray':
        return this.#setAside(raw, isRagged(raw, this.#width) ? 'ROW_RAGGED' : 'ROW_NOT_DATA');
      default:
        return this.#ignore(kind);
    }
  }

  reject(rule: RuleId, row: number): void {
    this.rejection = { rule, severity: 'error', count: 1, rows: [row] };
  }

  #readData(raw: RawRow): Fate {
    if (isRagged(raw, this.#width)) return this.#setAside(raw, 'ROW_RAGGED');
    const { cells } = raw;
    for (let at = 0; at < cells.length; at += 1) {
      if ((cells[at] as string).length > MAX_CELL_LENGTH) return this.#setAside(raw, 'CELL_TOO_LONG');
    }
    const accepted = this.#judge.data(raw);
    if (this.#cells.notes.length > 0) this.#tell(raw.row, this.#cells.notes);
    if (accepted) {
      this.counts.accepted += 1;
      return 'accepted';
    }
    this.counts.quarantined += 1;
    this.#tell(raw.row, this.#cells.faults);
    return 'quarantined';
  }

  #tell(row: number, faults: readonly Fault[]): void {
    for (const { rule, ...where } of faults) this.#collector.add(rule, { row, ...where });
  }

  /** A row whose cells cannot be told apart: its amount is not readable either. */
  #setAside(raw: RawRow, rule: 'ROW_RAGGED' | 'QUOTE_STRAY' | 'CELL_TOO_LONG' | 'ROW_NOT_DATA'): Fate {
    this.counts.quarantined += 1;
    this.#collector.add(rule, { row: raw.row, value: raw.cells.join(' | ') });
    return 'quarantined';
  }

  #ignore(as: keyof TableCounts['ignoredAs']): Fate {
    this.counts.ignoredAs[as] += 1;
    return 'ignored';
  }
}

const isBlank = (cell: string): boolean => cell.length === 0 || cell.trim().length === 0;

/** Fewer cells than headings, or text beyond the last heading: the cells may have slipped, so none is believed. */
export function isRagged(raw: RawRow, width: number): boolean {
  if (raw.cells.length === width) return false;
  return raw.cells.length < width ? true : !raw.cells.slice(width).every(isBlank);
}
