import * as v from 'valibot';
import { type IsoDate, IsoDateSchema } from '../date.ts';
import { type UnitCode, UnitCodeSchema } from './unit.ts';

/**
 * How a unit went into another.
 *  - KEPT: the same unit goes on under its code, perhaps with another name or kind, perhaps larger or smaller.
 *  - WHOLE: all of it went there; the unit itself ended.
 *  - PARTIAL: part of it went there. Where its money belongs now, nobody can tell.
 */
export const EXTENTS = ['KEPT', 'WHOLE', 'PARTIAL'] as const;
export type Extent = (typeof EXTENTS)[number];

const actText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/** Of a province or a commune: the centre never changes. */
const AreaCodeSchema = v.pipe(
  UnitCodeSchema,
  v.check((code) => code !== 'TW'),
);

/** One edge of the crosswalk, with what the unit that it leads to is called. */
export const SuccessionRowSchema = v.object({
  /** Code on the day before; absent for a unit that was made of none. */
  formerCode: v.exactOptional(AreaCodeSchema),
  extent: v.picklist(EXTENTS),
  code: AreaCodeSchema,
  /** Full official name with its kind. */
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)),
  /** The province that a commune belongs to from that day on. */
  provinceCode: v.exactOptional(AreaCodeSchema),
  /** The legal act that says so. */
  act: actText,
});
export type SuccessionRow = v.InferOutput<typeof SuccessionRowSchema>;

/** Everything that changed on one day. Units that no row names go on as they were. */
export const UnitChangeSchema = v.object({
  /** First day of the new division. */
  on: IsoDateSchema,
  rows: v.pipe(v.array(SuccessionRowSchema), v.minLength(1)),
});
export type UnitChange = v.InferOutput<typeof UnitChangeSchema>;

/** A unit of the oldest division that the registry remembers. */
export interface BaseUnit {
  readonly code: UnitCode;
  readonly name: string;
  /** Of a commune. */
  readonly provinceCode?: UnitCode;
  /** Of a commune: the full name of its district. */
  readonly district?: string;
}

/** The history of all units: the oldest division that is remembered, and every change since, by day. */
export interface UnitHistory {
  readonly base: readonly BaseUnit[];
  readonly changes: readonly UnitChange[];
  /** Codes that some sources give to a unit of ours, to the code that we know it by. */
  readonly codeAliases: ReadonlyMap<UnitCode, UnitCode>;
}

export const byDay = (a: { readonly on: IsoDate }, b: { readonly on: IsoDate }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;
