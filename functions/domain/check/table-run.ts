import type { Finding, Issue } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { assumptionsOf, periodNote, planOf, refusalsOf, samePlan, unitConflicts } from './conclude.ts';
import { inferencesOf } from './inferences.ts';
import type { Outcome } from './outcome.ts';
import type { Reading, ReadRequest } from './request.ts';
import { RowRun } from './row-run.ts';
import type { Remark, RowSink } from './row-sink.ts';

/** How a run ended: with an outcome, or with a better reading under which the file must be read again. */
export type RunEnd = { readonly again: Reading } | { readonly outcome: Outcome };

const SETTLING_PASS = 3;

/** Rows by one reading, and the question at the end whether it was the right one. */
export class TableRun {
  readonly reading: Reading;
  readonly #request: ReadRequest;
  readonly #rows: RowRun;
  readonly #sink: RowSink | undefined;
  #remarks: Remark[] = [];

  constructor(reading: Reading, request: ReadRequest, sink?: RowSink) {
    this.reading = reading;
    this.#request = request;
    this.#sink = sink;
    const listener =
      sink && ((rule: Remark['rule'], occurrence: object) => this.#remarks.push({ rule, ...occurrence }));
    this.#rows = new RowRun(reading.plan, request.context, listener);
    this.#remarks = [];
  }

  get rejected(): boolean {
    return this.#rows.rejection !== undefined;
  }

  read(rows: readonly RawRow[]): void {
    if (this.#sink === undefined) {
      for (const raw of rows) this.#rows.read(raw);
      return;
    }
    for (const raw of rows) {
      this.#remarks = [];
      const fate = this.#rows.read(raw);
      const { entries, line, record } = this.#rows;
      this.#sink({ raw, fate, entries, line, record, remarks: this.#remarks });
    }
  }

  /**
   * @param stopped why the rows ended before the file did
   * @param more what the format itself has to say
   * @param pass how often the file has been read: rows behind a rejection prove nothing, so from the third time on
   *   it stands, or two readings could call for each other for ever
   */
  end(stopped: Finding | undefined, more: readonly Issue[] = [], pass = 1): RunEnd {
    const { evidence } = this.#rows;
    const { plan } = this.reading;
    const { overrides } = this.#request;
    const better = planOf(plan.layout, plan.font, overrides, evidence);
    const stands = this.rejected && pass >= SETTLING_PASS;
    if (!stands && !samePlan(plan, better)) return { again: { ...this.reading, plan: better } };
    const inferred = inferencesOf(this.reading, this.#request, evidence);
    const common = { reading: this.reading, inferred, evidence };
    const columns = [...unitConflicts(plan, overrides), ...refusalsOf(plan, overrides, evidence)];
    const table = this.#rows.end();
    const [first, ...others] = [
      ...(this.#rows.rejection ? [this.#rows.rejection] : []),
      ...(stopped ? [stopped] : []),
      ...columns,
    ];
    if ('rule' in table) return { outcome: { ...common, refusal: [first ?? table, ...others] } };
    const period = periodNote(plan, this.#request.context.period);
    const notes = [...more, ...period, ...assumptionsOf(plan, overrides, evidence)];
    const report = { ...table.report, issues: [...notes, ...table.report.issues] };
    const whole = { ...table, report } as typeof table;
    if (first) return { outcome: { ...common, table: whole, refusal: [first, ...others] } };
    const { rows } = table.report;
    // Without any row of data it says itself that there is none: else it was sent back above.
    if (rows.accepted > 0 || rows.quarantined === 0) return { outcome: { ...common, table: whole } };
    const nothing: Issue = { rule: 'NOTHING_ACCEPTED', severity: 'error', count: rows.quarantined };
    return { outcome: { ...common, table: whole, refusal: [nothing, ...report.issues] } };
  }
}
