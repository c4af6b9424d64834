import type { Indicator } from '#domain/codes.ts';
import { type Vnd, ZERO_VND } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { TablePlan } from '#domain/parse/table-plan.ts';
import { FigureColumn } from '#domain/parse/values/figure-column.ts';
import type { Target } from '#domain/registers/target.ts';
import { fold } from '#domain/text.ts';
import { Cells } from '../cells.ts';
import { CodeColumn } from '../code-column.ts';
import type { Collector } from '../collector.ts';
import type { RowContext } from '../context.ts';
import { FigureCells } from '../figure-cells.ts';
import { TextColumn } from '../text-column.ts';
import { needed, notNegative, type RegisterRows } from './register-row.ts';
import { type TargetUnit, TargetUnits } from './target-units.ts';

/** The one indicator that counts money; all others count houses or households. */
const OF_MONEY: Indicator = 'VAN_DONG';
const YEAR = /^(?:năm |nam )?((?:19|20)\d{2}|2100)$/iu;
const FIRST_YEAR = 1990;
const COUNTED = / ?(?:nhà|ngôi nhà|căn nhà|căn|hộ|hộ gia đình|mô hình)$/iu;
const NEGATIVE = /^[-−(]\s*\d/u;
const MILLI = 1000;
/** More than there are people: 200,000 rows of it still add up exactly. */
const MAX_COUNT = 1e9;
/** Beyond this many rows the plan of no country is looked through for repetitions. */
const MAX_KEYS = 200_000;

/** Reads what units were to reach. */
export class TargetRows implements RegisterRows {
  readonly cells: Cells;
  readonly date = undefined;
  /** A plan is no money. */
  readonly amountVnd = ZERO_VND;
  readonly #context: RowContext;
  readonly #units: TargetUnits;
  readonly #year: TextColumn;
  readonly #indicator: CodeColumn<Indicator>;
  readonly #forUnit: TextColumn;
  readonly #organisation: TextColumn;
  readonly #target: FigureCells;
  readonly #reached: FigureCells;
  readonly #note: TextColumn;
  readonly #seen = new Set<string>();
  weight = 0;
  #record: Target | undefined;

  constructor(plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#context = context;
    this.#units = new TargetUnits(context);
    this.#year = new TextColumn(this.cells, 'year');
    this.#indicator = new CodeColumn(this.cells, 'indicator');
    this.#forUnit = new TextColumn(this.cells, 'for_unit', 'name');
    this.#organisation = new TextColumn(this.cells, 'organisation', 'name');
    this.#target = new FigureCells(this.cells, 'target');
    this.#reached = new FigureCells(this.cells, 'reached');
    this.#note = new TextColumn(this.cells, 'note');
  }

  get figures(): readonly FigureCells[] {
    return [this.#target, this.#reached];
  }

  read(raw: RawRow): Target | undefined {
    const { cells } = this;
    cells.turnTo(raw);
    const year = this.#readYear();
    const indicator = needed(cells, 'indicator', () => this.#indicator.read());
    const unitText = this.#forUnit.read();
    const found: TargetUnit =
      unitText === undefined || year === undefined ? {} : this.#units.look(unitText, year);
    if (unitText !== undefined && year !== undefined) this.#judgeUnit(found, unitText, year);
    const organisation = this.#organisation.read();
    const figures = this.#readFigures(indicator);
    const note = this.#note.read();
    this.#record = undefined;
    if (year === undefined || indicator === undefined || cells.faults.length > 0) return undefined;
    const unitId = 'id' in found ? found.id : undefined;
    const extra = cells.extra();
    this.#record = { row: raw.row, year, indicator, unitId, unitText, organisation, ...figures, note, extra };
    return this.#record;
  }

  #judgeUnit(found: TargetUnit, text: string, year: number): void {
    const params = { year: String(year) };
    if (!('id' in found)) {
      this.cells.fault('for_unit', 'TARGET_UNIT_UNKNOWN', text, {
        params,
        ...(found.suggestions && { suggestion: found.suggestions.join(' hoặc ') }),
      });
    } else if (found.outside) this.cells.fault('for_unit', 'TARGET_UNIT_OUTSIDE', text, { params });
  }

  #readYear(): number | undefined {
    const before = this.cells.faults.length;
    const text = this.#year.read();
    if (this.cells.faults.length > before) return undefined;
    const year = Number(YEAR.exec(text ?? '')?.[1] ?? 0);
    if (year >= FIRST_YEAR) return year;
    this.cells.fault('year', 'TARGET_YEAR_UNREADABLE', text ?? '');
    return undefined;
  }

  #readFigures(
    indicator: Indicator | undefined,
  ): Pick<Target, 'targetVnd' | 'target' | 'statedVnd' | 'stated'> {
    this.weight = 0;
    if (indicator === undefined) return {};
    const before = this.cells.faults.length;
    const figures = indicator === OF_MONEY ? this.#readMoney() : this.#readCounts();
    const none = Object.values(figures).every((figure) => figure === undefined);
    if (none && this.cells.faults.length === before) this.cells.fault('target', 'TARGET_MISSING', '');
    return figures;
  }

  #readMoney(): { targetVnd: Vnd | undefined; statedVnd: Vnd | undefined } {
    const targetVnd = notNegative(this.cells, this.#target);
    const statedVnd = notNegative(this.cells, this.#reached);
    this.weight = (targetVnd ?? 0) + (statedVnd ?? 0);
    return { targetVnd, statedVnd };
  }

  #readCounts(): { target: number | undefined; stated: number | undefined } {
    return { target: this.#count(this.#target), stated: this.#count(this.#reached) };
  }

  /** "(triệu đồng)" in the heading is of the money in the column; houses are counted one by one. */
  #count(column: FigureCells): number | undefined {
    const { cells } = this;
    const { text } = column;
    if (text === '') return undefined;
    if (NEGATIVE.test(text)) {
      cells.fault(column.name, 'NEGATIVE_NOT_ALLOWED', text);
      return undefined;
    }
    const figure = new FigureColumn(cells.plan.styles[column.name], 1, true);
    const quantity = figure.quantity(text.replace(COUNTED, ''), cells.row);
    if (quantity !== undefined && quantity % MILLI === 0 && quantity / MILLI <= MAX_COUNT)
      return quantity / MILLI;
    cells.fault(column.name, 'TARGET_COUNT_UNREADABLE', text);
    return undefined;
  }

  flag(collector: Collector): void {
    const record = this.#record;
    if (record === undefined) return;
    const { year, indicator, unitId, organisation, row } = record;
    const unit = unitId ?? this.#context.holder?.id ?? '';
    const key = [year, indicator, unit, fold(organisation ?? '')].join('\n');
    if (this.#seen.has(key)) collector.add('TARGET_TWICE', { row });
    else if (this.#seen.size < MAX_KEYS) this.#seen.add(key);
  }

  end(): void {}
}
