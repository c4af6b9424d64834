/**
 * The same books on the map in force: nation → province → commune, each commune with what it reported itself and what
 * the units reported that went into it whole. Its leaves are the unit nodes of the tree as reported.
 */
import * as v from 'valibot';
import { FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf } from '../codes.ts';
import { type IsoDate, IsoDateSchema } from '../date.ts';
import { FindingSchema } from '../finding.ts';
import { VndSchema } from '../money.ts';
import { UnitSchema } from '../units/unit.ts';
import { UNDETERMINED_REASONS } from '../units/whereabouts.ts';
import { ChildSchema, count, dates, FundTotalsSchema, HandoverSchema, version } from './node-parts.ts';

/** Stands for the unknown first day of the oldest division that the registry remembers. */
export const BEFORE_MEMORY = '1900-01-01' as IsoDate;

/** A book-keeping unit that no unit of the map can be given, and why. */
const LooseChildSchema = v.object({
  child: ChildSchema,
  reason: v.picklist(codesOf(UNDETERMINED_REASONS)),
  /** The units of the map among which its money may belong. */
  among: v.array(UnitSchema),
});
export type LooseChild = v.InferOutput<typeof LooseChildSchema>;

/** A unit of the map: sums over everything that belongs to it there, and what that is. */
const MapUnitSchema = v.object({
  unit: UnitSchema,
  ...dates,
  funds: v.array(FundTotalsSchema),
  /** Units as they reported: itself, and those that went into it whole. By id. */
  parts: v.array(ChildSchema),
});
export type MapUnit = v.InferOutput<typeof MapUnitSchema>;

const HandoverSideSchema = v.object({ unit: UnitSchema, fund: FundCodeSchema, ...HandoverSchema.entries });
export type HandoverSide = v.InferOutput<typeof HandoverSideSchema>;

/**
 * What units that ended handed over, against what the units after them took over, per fund.
 * Σ out − Σ in = limbo, and a pair nets to zero.
 */
const ClearingSchema = v.object({
  fund: FundCodeSchema,
  outVnd: VndSchema,
  inVnd: VndSchema,
  /** Signed: handed over and taken over by nobody, less taken over from nobody. */
  limboVnd: VndSchema,
  /** Sides that net to zero together: as a rule one that gives and one that takes. */
  pairs: v.array(v.object({ out: v.array(HandoverSideSchema), in: v.array(HandoverSideSchema) })),
  unpaired: v.array(HandoverSideSchema),
});
export type Clearing = v.InferOutput<typeof ClearingSchema>;

/** A province of the map in force. Σ communes + own + undetermined = funds. */
export const ProvinceMapSchema = v.object({
  type: v.literal('map'),
  version,
  unit: UnitSchema,
  /** First day of the division shown. */
  since: IsoDateSchema,
  ...dates,
  funds: v.array(FundTotalsSchema),
  /** The province's own books and those of the provinces that went into it whole. */
  own: v.optional(MapUnitSchema),
  /** By unit id. */
  communes: v.array(MapUnitSchema),
  undetermined: v.array(LooseChildSchema),
  clearing: v.array(ClearingSchema),
  findings: v.array(FindingSchema),
  /** How many communes the province has, with or without money. */
  communeCount: count,
});
export type ProvinceMap = v.InferOutput<typeof ProvinceMapSchema>;

/** The nation on the map in force. */
export const NationMapSchema = v.object({
  /** First day of the division shown. */
  since: IsoDateSchema,
  /** First days of every division into other provinces, up to this one: where a series of months has a break. */
  breaks: v.array(IsoDateSchema),
  /** Each with the object of its `ProvinceMap`; by unit id. */
  provinces: v.array(ChildSchema),
  /** What not even one province can be given. */
  undetermined: v.array(LooseChildSchema),
});
export type NationMap = v.InferOutput<typeof NationMapSchema>;
