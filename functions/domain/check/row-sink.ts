import type { Entry } from '../entry.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { RegisterRecord } from '../registers/register.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Occurrence } from '../validate/collector.ts';
import type { StatementLine } from '../validate/statement-row.ts';
import type { Fate } from '../validate/table-reader.ts';

/** What was noticed of one row. */
export interface Remark extends Occurrence {
  readonly rule: RuleId;
}

/** A row with all that became of it. */
export interface JudgedRow {
  readonly raw: RawRow;
  readonly fate: Fate;
  readonly entries: readonly Entry[];
  readonly line: StatementLine | undefined;
  /** Of a register. */
  readonly record: RegisterRecord | undefined;
  readonly remarks: readonly Remark[];
}

/** Told of every row, in the order of the file. Costs nothing where nobody asks. */
export type RowSink = (row: JudgedRow) => void;
