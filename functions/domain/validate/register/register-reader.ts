import type { AllocationStage, RegisterKind } from '#domain/codes.ts';
import type { Finding, Issue } from '#domain/finding.ts';
import { addVnd, type Vnd, ZERO_VND } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { TablePlan } from '#domain/parse/table-plan.ts';
import type { RegisterRecord } from '#domain/registers/register.ts';
import type { ControlTotal, RowCounts } from '#domain/submission.ts';
import { Collector, type Listener } from '../collector.ts';
import type { RowContext } from '../context.ts';
import { noDates } from '../date-column.ts';
import type { TableEvidence } from '../evidence.ts';
import { MoneyUnread } from '../money-unread.ts';
import { type Fate, TableReader } from '../table-reader.ts';
import { AllocationRows } from './allocation-row.ts';
import { DecisionRows } from './decision-row.ts';
import { HouseRows } from './house-row.ts';
import type { RegisterRows } from './register-row.ts';
import { TargetRows } from './target-row.ts';

/** As of books: far above any plan, and far enough below the exact range of numbers. */
const MAX_WEIGHT = 1e13;

/** Everything there is to say about a register's rows, once they have all been read. */
export interface RegisterReport {
  readonly rows: RowCounts;
  /** Records: one for each row entered. */
  readonly entries: number;
  /**
   * Đồng of the rows entered, of allocations of one stage and of houses; zero where both stages stand in a file, for
   * targets and for decisions. It tells one file from another and is no sum of any book.
   */
  readonly acceptedVnd: Vnd;
  /** Of allocations: what was promised and what was allotted, apart. */
  readonly stages?: Readonly<Record<AllocationStage, Vnd>>;
  /** The same of rows set aside, as far as they could be read. */
  readonly quarantinedVnd: Vnd;
  /** A total of a register adds up stages and plans, so none is compared. */
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
}

const ROWS: {
  readonly [K in RegisterKind]: new (
    plan: TablePlan,
    context: RowContext,
  ) => RegisterRows;
} = {
  allocations: AllocationRows,
  targets: TargetRows,
  houses: HouseRows,
  decisions: DecisionRows,
};

/** Rows of a register in, records out: one row is one record, or is set aside with its reasons. */
export class RegisterReader {
  readonly #collector: Collector;
  readonly #rows: RegisterRows;
  readonly #table: TableReader;
  readonly #unread: MoneyUnread;
  readonly #headingRow: number;
  /** Of the row read last. */
  record: RegisterRecord | undefined;
  #entries = 0;
  #acceptedVnd = ZERO_VND;
  /** By stage, as promised and allotted are the same money at two times. */
  readonly #stages = new Map<AllocationStage, Vnd>();
  readonly #kind: RegisterKind;
  #quarantinedVnd = ZERO_VND;
  #weight = 0;

  constructor(kind: RegisterKind, plan: TablePlan, context: RowContext, listener?: Listener) {
    this.#kind = kind;
    this.#collector = new Collector(listener);
    this.#rows = new ROWS[kind](plan, context);
    this.#headingRow = plan.layout.headingFirst;
    this.#unread = new MoneyUnread(plan.layout);
    const judge = { data: (raw: RawRow) => this.#readData(raw), total: () => {}, words: () => {} };
    this.#table = new TableReader(plan, this.#rows.cells, judge, this.#collector);
    const { unknown } = plan.layout;
    if (unknown.length > 0) {
      const value = unknown.map(({ heading }) => heading).join(', ');
      const params = { columns: unknown.length };
      this.#collector.add('COLUMN_UNKNOWN', { row: this.#headingRow, params, value });
    }
  }

  get rejection(): Finding | undefined {
    return this.#table.rejection;
  }

  get evidence(): TableEvidence {
    const { figures, date } = this.#rows;
    return {
      numbers: Object.fromEntries(figures.map(({ name, evidence }) => [name, evidence])),
      dates: date?.evidence ?? noDates(),
    };
  }

  /** Reads a row; what it gave stands in `record`. */
  read(raw: RawRow): Fate {
    this.record = undefined;
    return this.#table.read(raw);
  }

  #readData(raw: RawRow): boolean {
    const record = this.#rows.read(raw);
    const { amountVnd, weight } = this.#rows;
    this.#weight += weight;
    if (this.#weight > MAX_WEIGHT) {
      this.#table.reject('SUM_TOO_LARGE', raw.row);
      return false;
    }
    if (record === undefined) {
      this.#quarantinedVnd = addVnd(this.#quarantinedVnd, amountVnd ?? ZERO_VND);
      return false;
    }
    this.record = record;
    this.#entries += 1;
    if ('stage' in record) {
      const former = this.#stages.get(record.stage) ?? ZERO_VND;
      this.#stages.set(record.stage, addVnd(former, record.amountVnd));
    }
    this.#acceptedVnd = addVnd(this.#acceptedVnd, amountVnd ?? ZERO_VND);
    this.#unread.look(record.extra, raw.row);
    this.#rows.flag(this.#collector);
    return true;
  }

  #byStage(): Record<AllocationStage, Vnd> {
    const of = (stage: AllocationStage) => this.#stages.get(stage) ?? ZERO_VND;
    return { DANG_KY: of('DANG_KY'), PHAN_BO: of('PHAN_BO') };
  }

  /** The report; or the finding for which the whole file goes back. */
  end(): RegisterReport | Finding {
    if (this.rejection) return this.rejection;
    if (this.#table.counts.data === 0) {
      return { rule: 'FILE_HEADING_ONLY', severity: 'error', count: 1, rows: [this.#headingRow] };
    }
    this.#unread.tell(this.#collector);
    this.#rows.end(this.#collector);
    return {
      rows: this.#table.counts.rows,
      entries: this.#entries,
      acceptedVnd: this.#stages.size > 1 ? ZERO_VND : this.#acceptedVnd,
      ...(this.#kind === 'allocations' ? { stages: this.#byStage() } : {}),
      quarantinedVnd: this.#quarantinedVnd,
      controlTotals: [],
      issues: this.#collector.issues,
    };
  }
}
