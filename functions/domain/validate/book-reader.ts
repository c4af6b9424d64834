import type { BookKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Finding, Issue } from '../finding.ts';
import { addVnd, type Vnd, ZERO_VND } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { ControlTotal, RowCounts } from '../submission.ts';
import { AmountSpread } from './amount-spread.ts';
import { Collector, type Listener } from './collector.ts';
import type { RowContext } from './context.ts';
import { ControlTotals } from './control-totals.ts';
import type { TableEvidence } from './evidence.ts';
import { flagRow } from './flags.ts';
import { MoneyUnread } from './money-unread.ts';
import { RowReader } from './row.ts';
import type { Sums } from './summary.ts';
import { SummaryBuilder } from './summary-builder.ts';
import { type Fate, TableReader } from './table-reader.ts';
import { Twins } from './twins.ts';

/**
 * 10^13 đồng, or thousandths of a unit of goods, of either sign: far above any fund, and far enough below the
 * exact range of numbers that no sum of a file, a book or the nation can leave it and stop the pipeline.
 */
const MAX_WEIGHT = 1e13;
/** Kinds of goods, by item and unit of measure: each has a line of its own in the statement. */
const MAX_KINDS_OF_GOODS = 5_000;

/** Everything there is to say about a file's rows, once they have all been read. */
export interface BookReport {
  readonly rows: RowCounts;
  readonly entries: number;
  readonly acceptedVnd: Vnd;
  /** Sum of the readable amounts of rows set aside. */
  readonly quarantinedVnd: Vnd;
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
  readonly sums: Sums;
}

export interface BookOptions {
  /** Told of every remark as it is made. */
  readonly listener?: Listener | undefined;
  readonly maxFingerprints?: number | undefined;
}

/**
 * Rows of a book in, entries out. Needs memory for the sums and for eight bytes a row (to notice possible
 * duplicates), not for the rows.
 */
export class BookReader {
  readonly #context: RowContext;
  readonly #collector: Collector;
  readonly #rows: RowReader;
  readonly #table: TableReader;
  readonly #totals: ControlTotals;
  readonly #summary = new SummaryBuilder();
  readonly #spread = new AmountSpread();
  readonly #twins: Twins;
  readonly #headingRow: number;
  readonly #unread: MoneyUnread;
  /** Of the row read last. */
  entries: readonly Entry[] = NONE;
  #entries = 0;
  #acceptedVnd = ZERO_VND;
  #quarantinedVnd = ZERO_VND;
  #weight = 0;

  constructor(kind: BookKind, plan: TablePlan, context: RowContext, options: BookOptions = {}) {
    this.#context = context;
    this.#collector = new Collector(options.listener);
    this.#rows = new RowReader(kind, plan, context);
    this.#totals = new ControlTotals(this.#rows.movement.amount, this.#collector);
    this.#twins = new Twins(this.#collector, options.maxFingerprints);
    this.#headingRow = plan.layout.headingFirst;
    this.#unread = new MoneyUnread(plan.layout);
    this.#table = new TableReader(
      plan,
      this.#rows.cells,
      {
        data: (raw) => this.#readData(raw),
        total: (sum) => this.#totals.read(sum, this.#sumVnd),
        words: (row, text) => this.#totals.words(row, text),
      },
      this.#collector,
    );
    const { unknown } = plan.layout;
    if (unknown.length > 0) {
      const value = unknown.map(({ heading }) => heading).join(', ');
      this.#collector.add('COLUMN_UNKNOWN', {
        row: plan.layout.headingFirst,
        params: { columns: unknown.length },
        value,
      });
    }
  }

  get rejection(): Finding | undefined {
    return this.#table.rejection;
  }

  /** How the cells were written, for seeing whether they were read rightly. */
  get evidence(): TableEvidence {
    const { figures, date } = this.#rows.movement;
    return {
      numbers: Object.fromEntries(figures.map(({ name, evidence }) => [name, evidence])),
      dates: date.evidence,
    };
  }

  get #sumVnd(): Vnd {
    return addVnd(this.#acceptedVnd, this.#quarantinedVnd);
  }

  /** Reads a row; what it gave stands in `entries`. */
  read(raw: RawRow): Fate {
    this.entries = NONE;
    return this.#table.read(raw);
  }

  #readData(raw: RawRow): boolean {
    const entries = this.#rows.read(raw);
    this.#unread.look(this.#rows.movement.extra, raw.row);
    if (entries.length === 0) {
      const amountVnd = this.#rows.movement.amountVnd ?? ZERO_VND;
      this.#weigh(Math.abs(amountVnd), raw.row);
      if (this.rejection === undefined) this.#quarantinedVnd = addVnd(this.#quarantinedVnd, amountVnd);
      return false;
    }
    for (const entry of entries) this.#weigh(weightOf(entry), raw.row);
    if (this.rejection) return false;
    this.#enter(entries);
    return true;
  }

  #enter(entries: readonly Entry[]): void {
    this.entries = entries;
    this.#entries += entries.length;
    for (const entry of entries) {
      this.#summary.add(entry);
      if (entry.amountVnd === undefined) continue;
      this.#acceptedVnd = addVnd(this.#acceptedVnd, entry.amountVnd);
      this.#spread.add(entry.row, entry.amountVnd);
    }
    const [first] = entries;
    if (first === undefined) return;
    const { movement } = this.#rows;
    if (this.#summary.kindsOfGoods > MAX_KINDS_OF_GOODS) this.#table.reject('GOODS_TOO_VARIED', first.row);
    flagRow(entries, this.#context, this.#collector, movement.date.shape, movement);
    if (movement.goodsIncomplete) this.#collector.add('GOODS_INCOMPLETE', { row: first.row });
    this.#twins.look(first);
  }

  #weigh(weight: number, row: number): void {
    this.#weight += weight;
    if (this.#weight > MAX_WEIGHT) this.#table.reject('SUM_TOO_LARGE', row);
  }

  #tellOutliers(): void {
    const column = 'Số tiền (đồng)';
    const { seen, more } = this.#spread.outliers();
    for (const { row, amountVnd } of seen) {
      this.#collector.add('AMOUNT_OUTLIER', { row, column, amountVnd, value: String(amountVnd) });
    }
    // Counted, though their rows are not known: nothing is left out of the count.
    for (let i = 0; i < more; i += 1) this.#collector.add('AMOUNT_OUTLIER', { column });
  }

  /** The report; or the finding for which the whole file goes back. */
  end(): BookReport | Finding {
    if (this.rejection) return this.rejection;
    if (this.#table.counts.data === 0) {
      if (!this.#totals.sayNothing)
        return { rule: 'FILE_HEADING_ONLY', severity: 'error', count: 1, rows: [this.#headingRow] };
      this.#collector.add('NO_MOVEMENTS', {});
    }
    this.#unread.tell(this.#collector);
    this.#tellOutliers();
    return {
      rows: this.#table.counts.rows,
      entries: this.#entries,
      acceptedVnd: this.#acceptedVnd,
      quarantinedVnd: this.#quarantinedVnd,
      controlTotals: this.#totals.list,
      issues: this.#collector.issues,
      sums: this.#summary.sums(),
    };
  }
}

const NONE: readonly Entry[] = [];

/** What an entry adds to the sums, whatever its sign or kind. */
const weightOf = ({ amountVnd, goods }: Entry): number =>
  Math.abs(amountVnd ?? 0) + (goods?.quantityMilli ?? 0) + Math.abs(goods?.statedValueVnd ?? 0);
