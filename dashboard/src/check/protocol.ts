/** What the page and its worker say to each other. Each answer bears the number of its order. */
import type { CheckReport } from '#domain/check/report.ts';
import type { TableKind } from '#domain/codes.ts';
import type { IsoDate, Period } from '#domain/date.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import type { Milli } from '#domain/quantity.ts';
import type { UnitCode } from '#domain/units/unit.ts';

/** A file to check, and what the treasurer says of it. */
export interface CheckJob {
  readonly file: File;
  readonly kind?: TableKind | undefined;
  readonly unit?: UnitCode | undefined;
  readonly period?: Period | undefined;
  /** Of a statement in another currency: which, and thousandths of a đồng for one of it. */
  readonly currency?: string | undefined;
  readonly rateMilli?: Milli | undefined;
  readonly overrides: Overrides;
  /** The day it is checked as of, in Vietnam. */
  readonly day: IsoDate;
}

export type FileFormat = 'csv' | 'xlsx';

/** A row of the file's beginning as it stands. */
export interface RawLine {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Examined {
  readonly report: CheckReport;
  /** Of a file in which no table was found: how it begins. */
  readonly beginning: readonly RawLine[];
  /** Whether it can be given back with its errors marked. */
  readonly repairable: boolean;
}

export type Order =
  | { readonly order: 'check'; readonly job: CheckJob }
  /** The file checked last, with its errors marked. */
  | { readonly order: 'repair'; readonly format: FileFormat }
  /** Names of the sheets of the file checked last, visible ones first; of a workbook only. */
  | { readonly order: 'sheets' }
  | { readonly order: 'template'; readonly kind: TableKind; readonly format: FileFormat }
  /** The name of the one unit that bears a code through a period, with its province. */
  | { readonly order: 'unit'; readonly code: UnitCode; readonly period: Period };

/** Why an order was not carried out: the file was changed or taken away meanwhile, or a bug. */
export type Trouble = 'unreadable' | 'broken';

export interface Results {
  readonly check: Examined;
  readonly repair: Blob;
  readonly sheets: readonly string[];
  readonly template: Blob;
  readonly unit: string | undefined;
}

export interface Asked {
  readonly id: number;
  readonly order: Order;
}

export type Told =
  /** All that the worker needs is here: from now on it asks the network for nothing. */
  | { readonly told: 'ready' }
  | { readonly told: 'progress'; readonly id: number; readonly bytes: number }
  | { readonly told: 'done'; readonly id: number; readonly result: Results[Order['order']] }
  | { readonly told: 'failed'; readonly id: number; readonly trouble: Trouble; readonly detail: string };
