import type { Entry } from '../entry.ts';
import type { Finding } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import { never } from '../result.ts';
import { BookReader, type BookReport } from '../validate/book-reader.ts';
import type { Listener } from '../validate/collector.ts';
import type { RowContext } from '../validate/context.ts';
import type { TableEvidence } from '../validate/evidence.ts';
import { StatementReader, type StatementReport } from '../validate/statement-reader.ts';
import type { StatementLine } from '../validate/statement-row.ts';
import type { Fate } from '../validate/table-reader.ts';

export type TableReport =
  | { readonly of: 'book'; readonly report: BookReport }
  | { readonly of: 'statement'; readonly report: StatementReport };

/** One reading of a table's rows by one plan, whatever file they come from. */
export class RowRun {
  readonly plan: TablePlan;
  readonly #book: BookReader | undefined;
  readonly #statement: StatementReader | undefined;
  /** Where a former check wrote what was wrong. */
  readonly #remarksAt: readonly number[];

  constructor(plan: TablePlan, context: RowContext, listener?: Listener) {
    this.plan = plan;
    const { kind, at } = plan.layout;
    this.#remarksAt = [at.repair_error, at.repair_fix].filter((position) => position !== undefined);
    const period = context.period ?? plan.layout.titles.period;
    const known = { ...context, period };
    if (kind === 'bankStatement') this.#statement = new StatementReader(plan, known, listener);
    else this.#book = new BookReader(kind, plan, known, { listener });
  }

  get #reader(): BookReader | StatementReader {
    return this.#book ?? this.#statement ?? never(this as never);
  }

  get rejection(): Finding | undefined {
    return this.#reader.rejection;
  }

  get evidence(): TableEvidence {
    return this.#reader.evidence;
  }

  /** Entries of the row read last; a statement's rows are no entries of the ledger. */
  get entries(): readonly Entry[] {
    return this.#book?.entries ?? [];
  }

  /** The line of the row read last. */
  get line(): StatementLine | undefined {
    return this.#statement?.line;
  }

  read(raw: RawRow): Fate {
    const own = this.#remarksAt.length === 0 ? raw : without(raw, this.#remarksAt, this.plan);
    return this.#reader.read(this.plan.font === 'unicode' ? own : converted(own, this.plan));
  }

  end(): TableReport | Finding {
    if (this.#book) {
      const report = this.#book.end();
      return 'rule' in report ? report : { of: 'book', report };
    }
    const report = this.#statement?.end() ?? never(this as never);
    return 'rule' in report ? report : { of: 'statement', report };
  }
}

/** The row as the treasurer wrote it: words of ours make nothing else of it. Their headings are left on every page. */
function without(raw: RawRow, positions: readonly number[], { layout }: TablePlan): RawRow {
  const cells = [...raw.cells];
  for (const position of positions) {
    const isHeading = cells[position] === layout.columns[position]?.heading;
    if (position < cells.length && !isHeading) cells[position] = '';
  }
  return { ...raw, cells };
}

/** The row as it is meant, where its letters are shapes of a legacy font. */
const converted = (raw: RawRow, { font }: TablePlan): RawRow => ({
  ...raw,
  cells: raw.cells.map((cell) => convertFont(cell, font)),
});
