import type { BookKind } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Entry } from '../entry.ts';
import type { Vnd } from '../money.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import { Cells } from './cells.ts';
import { CommuneFinder } from './commune.ts';
import type { RowContext } from './context.ts';
import { ContributionColumns, isNoMoney } from './contribution-row.ts';
import { DisbursementColumns } from './disbursement-row.ts';
import { Movement } from './movement.ts';
import { UnitFinder } from './unit-finder.ts';

/** Reads rows of data of a book. All faults of a row are found in one go; they stand in `cells`. */
export class RowReader {
  readonly cells: Cells;
  readonly movement: Movement;
  readonly #context: RowContext;
  readonly #in: ContributionColumns | undefined;
  readonly #out: DisbursementColumns | undefined;

  constructor(kind: BookKind, plan: TablePlan, context: RowContext) {
    this.cells = new Cells(plan);
    this.#context = context;
    this.movement = new Movement(this.cells, context);
    const { registry, holder } = context;
    const units = new UnitFinder(registry, holder);
    const communes = new CommuneFinder(registry, holder);
    if (kind === 'contributions') this.#in = new ContributionColumns(this.cells, communes, units);
    else this.#out = new DisbursementColumns(this.cells, communes, units);
  }

  /** The readable amount of the last row, whatever became of it. */
  get amountVnd(): Vnd | undefined {
    return this.movement.amountVnd;
  }

  /** The entries of a row: one, or two where it tells of money and goods; none when it is set aside. */
  read(raw: RawRow): readonly Entry[] {
    const { cells, movement } = this;
    cells.turnTo(raw);
    movement.read();
    return this.#in
      ? this.#contribution(raw.row, this.#in)
      : this.#out
        ? this.#disbursement(raw.row, this.#out)
        : NONE;
  }

  get #anyDay(): IsoDate {
    return this.#context.period?.from ?? this.#context.receivedOn;
  }

  #contribution(row: number, columns: ContributionColumns): readonly Entry[] {
    const { cells, movement } = this;
    const { day, amountVnd, goods } = movement;
    // Without a day the other cells are read all the same, so that all their faults are told at once.
    columns.read(day ?? this.#anyDay);
    if (isNoMoney(columns.channel) && amountVnd !== undefined && amountVnd !== 0) {
      cells.fault('amount_vnd', 'GOODS_AS_MONEY', movement.amount.text);
    }
    if (day === undefined || cells.faults.length > 0) return NONE;
    const entry = columns.entry(row, day, movement);
    if (goods === undefined) return [withAmount(entry, amountVnd)];
    const second = { ...entry, goods };
    return amountVnd === undefined ? [second] : [withAmount(entry, amountVnd), second];
  }

  #disbursement(row: number, columns: DisbursementColumns): readonly Entry[] {
    const { cells, movement } = this;
    const { day, amountVnd, goods } = movement;
    columns.read(day ?? this.#anyDay);
    if (day === undefined || columns.purpose === undefined || cells.faults.length > 0) return NONE;
    const entry = columns.entry(row, day, columns.purpose, movement);
    if (goods === undefined) return [withAmount(entry, amountVnd)];
    if (amountVnd === undefined) return [{ ...entry, goods }];
    // One source row, two movements; households are told with the first only. Made before the amount is put in.
    const second = { ...entry, goods, households: undefined, persons: undefined };
    return [withAmount(entry, amountVnd), second];
  }
}

const NONE: readonly Entry[] = [];

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The entry was made for this row and nobody has seen it yet. */
function withAmount<E extends Entry>(entry: E, amountVnd: Vnd | undefined): E {
  (entry as Writable<E>).amountVnd = amountVnd;
  return entry;
}
