import type { IsoDate } from '#domain/date.ts';
import type { Vnd } from '#domain/money.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { RegisterRecord } from '#domain/registers/register.ts';
import type { Cells } from '../cells.ts';
import type { Collector } from '../collector.ts';
import type { DateColumn } from '../date-column.ts';
import type { FigureCells } from '../figure-cells.ts';

/** What one kind of register makes of its rows. Holds the last row read. */
export interface RegisterRows {
  readonly cells: Cells;
  readonly figures: readonly FigureCells[];
  readonly date: DateColumn | undefined;
  /** Đồng of the row, as far as it could be read, whatever became of it; absent where it tells of no money to add up. */
  readonly amountVnd: Vnd | undefined;
  /** Every figure of money in the row, for keeping sums exact. */
  readonly weight: number;
  /** The record; undefined when the row must be set aside, its faults stand in `cells`. */
  read(raw: RawRow): RegisterRecord | undefined;
  /** Looks at the record of the row read last, which is entered whatever is found. */
  flag(collector: Collector): void;
  /** What only all rows together show. */
  end(collector: Collector): void;
}

/** The value of a cell that no row may leave blank. */
export function needed<T>(cells: Cells, name: string, read: () => T | undefined): T | undefined {
  const before = cells.faults.length;
  const value = read();
  if (value === undefined && cells.faults.length === before) cells.fault(name, 'FIELD_MISSING', '');
  return value;
}

/** A day that is not after the day of handing in. */
export function pastDay(cells: Cells, column: DateColumn, receivedOn: IsoDate): IsoDate | undefined {
  const day = column.read();
  if (day === undefined || day <= receivedOn) return day;
  cells.fault(column.name, 'DATE_FUTURE', column.text);
  return undefined;
}

/** Whole đồng, not below zero. */
export function notNegative(cells: Cells, column: FigureCells): Vnd | undefined {
  const amount = column.money();
  if (amount === undefined || amount >= 0) return amount;
  cells.fault(column.name, 'NEGATIVE_NOT_ALLOWED', column.text);
  return undefined;
}
