import type { TableKind } from '../codes.ts';
import type { Column } from '../parse/column.ts';
import { CONTRACT } from '../parse/contract.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { clean, tidy } from '../text.ts';

/** A reason to set the row aside, or to look at it. */
export interface Fault {
  readonly rule: RuleId;
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly value?: string;
  readonly suggestion?: string;
}

const APOSTROPHE = 39;

/** The row that is being read, and what is wrong with it so far. Columns look at it by their position. */
export class Cells {
  readonly plan: TablePlan;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #positions: ReadonlyMap<string, number>;
  #cells: readonly string[] = [];
  #tidy = false;
  /** No letter of the row was lost or mangled. */
  sound = false;
  row = 0;
  /** Reasons to set the row aside. */
  faults: Fault[] = NO_FAULTS;
  /** What should be looked at, though the row may be entered. */
  notes: Fault[] = NO_FAULTS;

  constructor(plan: TablePlan) {
    const kind: TableKind = plan.layout.kind;
    this.plan = plan;
    this.#columns = new Map(CONTRACT[kind].map((column) => [column.name, column]));
    this.#positions = new Map(
      plan.layout.columns.flatMap(({ name, position }) => (name === undefined ? [] : [[name, position]])),
    );
  }

  /** Turns to the next row. */
  turnTo(raw: RawRow): void {
    this.row = raw.row;
    this.#cells = raw.cells;
    this.#tidy = raw.tidy === true;
    this.sound = raw.sound === true;
    this.faults = NO_FAULTS;
    this.notes = NO_FAULTS;
  }

  /** Where a column of the contract stands; −1 when the file has none. */
  position(name: string): number {
    return this.#positions.get(name) ?? -1;
  }

  /** The cell as it stands; empty where there is none. */
  raw(position: number): string {
    return position < 0 ? '' : (this.#cells[position] ?? '');
  }

  /** The cell as a person meant it; empty where there is none. */
  at(position: number): string {
    const cell = position < 0 ? undefined : this.#cells[position];
    if (cell === undefined || cell.length === 0) return '';
    const text = this.#tidy ? tidy(cell) : clean(cell);
    // A sign of Excel's that the cell is text, not part of it.
    return text.charCodeAt(0) === APOSTROPHE ? text.slice(1).trimStart() : text;
  }

  fault(name: string, rule: RuleId, value: string, more?: Pick<Fault, 'params' | 'suggestion'>): void {
    if (this.faults === NO_FAULTS) this.faults = [];
    this.faults.push({ rule, column: this.title(name), value, ...more });
  }

  note(name: string, rule: RuleId, value: string, more?: Pick<Fault, 'params' | 'suggestion'>): void {
    if (this.notes === NO_FAULTS) this.notes = [];
    this.notes.push({ rule, column: this.title(name), value, ...more });
  }

  title(name: string): string {
    return this.#columns.get(name)?.title ?? name;
  }

  /** The codes of a column's list. */
  codes(name: string): Readonly<Record<string, string>> {
    return this.#columns.get(name)?.codes ?? {};
  }

  /** Cells under headings that the contract does not know; undefined when there are none with text. */
  extra(): Record<string, string> | undefined {
    let extra: Record<string, string> | undefined;
    for (const { position, heading } of this.plan.layout.unknown) {
      const text = this.at(position);
      if (text !== '') {
        extra ??= {};
        extra[heading] = text;
      }
    }
    return extra;
  }
}

/** Shared, so that a sound row costs no list; never written to. */
const NO_FAULTS: Fault[] = [];
