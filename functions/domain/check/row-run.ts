import { isBookKind, type RegisterKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Finding } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import type { RegisterRecord } from '../registers/register.ts';
import { BookReader, type BookReport } from '../validate/book-reader.ts';
import type { Listener } from '../validate/collector.ts';
import type { RowContext } from '../validate/context.ts';
import type { TableEvidence } from '../validate/evidence.ts';
import { RegisterReader, type RegisterReport } from '../validate/register/register-reader.ts';
import { StatementReader, type StatementReport } from '../validate/statement-reader.ts';
import type { StatementLine } from '../validate/statement-row.ts';
import type { Fate } from '../validate/table-reader.ts';

export type TableReport =
  | { readonly of: 'book'; readonly report: BookReport }
  | { readonly of: 'statement'; readonly report: StatementReport }
  | { readonly of: 'register'; readonly kind: RegisterKind; readonly report: RegisterReport };

type Reader =
  | { readonly of: 'book'; readonly rows: BookReader }
  | { readonly of: 'statement'; readonly rows: StatementReader }
  | { readonly of: 'register'; readonly kind: RegisterKind; readonly rows: RegisterReader };

/** One reading of a table's rows by one plan, whatever file they come from. */
export class RowRun {
  readonly plan: TablePlan;
  readonly #reader: Reader;
  /** Where a former check wrote what was wrong. */
  readonly #remarksAt: readonly number[];

  constructor(plan: TablePlan, context: RowContext, listener?: Listener) {
    this.plan = plan;
    const { at } = plan.layout;
    this.#remarksAt = [at.repair_error, at.repair_fix].filter((position) => position !== undefined);
    const period = context.period ?? plan.layout.titles.period;
    this.#reader = readerOf(plan, { ...context, period }, listener);
  }

  get rejection(): Finding | undefined {
    return this.#reader.rows.rejection;
  }

  get evidence(): TableEvidence {
    return this.#reader.rows.evidence;
  }

  /** Entries of the row read last; rows of statements and registers are no entries of the ledger. */
  get entries(): readonly Entry[] {
    return this.#reader.of === 'book' ? this.#reader.rows.entries : [];
  }

  /** The line of the row read last. */
  get line(): StatementLine | undefined {
    return this.#reader.of === 'statement' ? this.#reader.rows.line : undefined;
  }

  /** The record of the row read last, of a register. */
  get record(): RegisterRecord | undefined {
    return this.#reader.of === 'register' ? this.#reader.rows.record : undefined;
  }

  read(raw: RawRow): Fate {
    const own = this.#remarksAt.length === 0 ? raw : without(raw, this.#remarksAt, this.plan);
    return this.#reader.rows.read(this.plan.font === 'unicode' ? own : converted(own, this.plan));
  }

  end(): TableReport | Finding {
    switch (this.#reader.of) {
      case 'book': {
        const report = this.#reader.rows.end();
        return 'rule' in report ? report : { of: 'book', report };
      }
      case 'statement': {
        const report = this.#reader.rows.end();
        return 'rule' in report ? report : { of: 'statement', report };
      }
      case 'register': {
        const report = this.#reader.rows.end();
        return 'rule' in report ? report : { of: 'register', kind: this.#reader.kind, report };
      }
    }
  }
}

function readerOf(plan: TablePlan, context: RowContext, listener: Listener | undefined): Reader {
  const { kind } = plan.layout;
  if (kind === 'bankStatement')
    return { of: 'statement', rows: new StatementReader(plan, context, listener) };
  if (isBookKind(kind)) return { of: 'book', rows: new BookReader(kind, plan, context, { listener }) };
  return { of: 'register', kind, rows: new RegisterReader(kind, plan, context, listener) };
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
