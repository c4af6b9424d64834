import type { AllocationStage } from '#domain/codes.ts';
import type { Vnd } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { TablePlan } from '#domain/parse/table-plan.ts';
import type { Allocation } from '#domain/registers/allocation.ts';
import { Cells } from '../cells.ts';
import { CodeColumn } from '../code-column.ts';
import type { Collector } from '../collector.ts';
import type { RowContext } from '../context.ts';
import { DateColumn } from '../date-column.ts';
import { FigureCells } from '../figure-cells.ts';
import { flagDate } from '../flags.ts';
import { TextColumn } from '../text-column.ts';
import { UnitFinder } from '../unit-finder.ts';
import { needed, notNegative, pastDay, type RegisterRows } from './register-row.ts';

/** Reads what was promised and what was allotted. */
export class AllocationRows implements RegisterRows {
  readonly cells: Cells;
  readonly date: DateColumn;
  readonly #context: RowContext;
  readonly #units: UnitFinder;
  readonly #stage: CodeColumn<AllocationStage>;
  readonly #round: TextColumn;
  readonly #toUnit: TextColumn;
  readonly #amount: FigureCells;
  readonly #decisionNo: TextColumn;
  readonly #donor: TextColumn;
  readonly #note: TextColumn;
  amountVnd: Vnd | undefined;
  weight = 0;
  #record: Allocation | undefined;
  #suggestions: readonly string[] | undefined;

  constructor(plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#context = context;
    this.#units = new UnitFinder(context.registry, context.holder);
    this.date = new DateColumn(this.cells, 'date', context.period);
    this.#stage = new CodeColumn(this.cells, 'stage');
    this.#round = new TextColumn(this.cells, 'round');
    this.#toUnit = new TextColumn(this.cells, 'to_unit', 'name');
    this.#amount = new FigureCells(this.cells, 'amount_vnd');
    this.#decisionNo = new TextColumn(this.cells, 'decision_no', 'number');
    this.#donor = new TextColumn(this.cells, 'donor', 'name');
    this.#note = new TextColumn(this.cells, 'note');
  }

  get figures(): readonly FigureCells[] {
    return [this.#amount];
  }

  read(raw: RawRow): Allocation | undefined {
    const { cells } = this;
    cells.turnTo(raw);
    const stage = needed(cells, 'stage', () => this.#stage.read());
    const date = needed(cells, 'date', () => pastDay(cells, this.date, this.#context.receivedOn));
    const round = this.#round.read();
    const toText = this.#toUnit.read();
    this.amountVnd = undefined;
    this.amountVnd = needed(cells, 'amount_vnd', () => notNegative(cells, this.#amount));
    this.weight = this.amountVnd ?? 0;
    const decisionNo = this.#decisionNo.read();
    const donor = this.#donor.read();
    const note = this.#note.read();
    this.#record = undefined;
    const { amountVnd } = this;
    if (stage === undefined || date === undefined || amountVnd === undefined || cells.faults.length > 0) {
      return undefined;
    }
    const found = toText === undefined ? {} : this.#units.look(toText, date, 'below');
    const toId = 'id' in found ? found.id : undefined;
    this.#suggestions = 'id' in found ? undefined : found.suggestions;
    const extra = cells.extra();
    this.#record = {
      row: raw.row,
      stage,
      date,
      amountVnd,
      round,
      toId,
      toText,
      decisionNo,
      donor,
      note,
      extra,
    };
    return this.#record;
  }

  flag(collector: Collector): void {
    const record = this.#record;
    if (record === undefined) return;
    flagDate(record, this.#context, collector, this.date.shape);
    const { row, stage, toId, toText, amountVnd } = record;
    // Whoever promises need not say for whom.
    if (toId !== undefined || (stage === 'DANG_KY' && toText === undefined)) return;
    collector.add('ALLOCATION_UNIT_UNKNOWN', {
      row,
      column: this.cells.title('to_unit'),
      amountVnd,
      value: toText ?? '',
      ...(this.#suggestions && { suggestion: this.#suggestions.join(' hoặc ') }),
    });
  }

  end(): void {}
}
