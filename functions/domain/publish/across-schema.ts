/**
 * What can only be told across units: money sent against money received, plans against what the units below reached.
 * One object for the centre with the provinces' own books, one for each province with its communes, beside the tree:
 * who reads a page of sums need not load it. Each book's own part stands in it, so that a change in one book redraws
 * the whole from this object alone.
 */
import * as v from 'valibot';
import { FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf, INDICATORS } from '../codes.ts';
import { InstantSchema, IsoDateSchema, PeriodSchema } from '../date.ts';
import { ExplainedSchema, ResolvedSchema, TrackedFindingSchema } from '../finding.ts';
import { VndSchema } from '../money.ts';
import { Sha256Schema } from '../sha256.ts';
import { UnitCodeSchema, UnitIdSchema, UnitSchema } from '../units/unit.ts';
import { count, version } from './node-parts.ts';

/** Money sent to a lower level (out) or received from a higher one (in), as one row of a book says it. */
export const TransferSchema = v.object({
  direction: v.picklist(['in', 'out']),
  date: IsoDateSchema,
  /** Signed: what was entered wrongly may be taken back. */
  amountVnd: VndSchema,
  row: count,
  digest: Sha256Schema,
  /** The unit at the other end, where the book says so. */
  other: v.optional(UnitIdSchema),
  /** The book names the other end, but no unit can be told by it; absent in summaries of an earlier release. */
  otherUnknown: v.optional(v.literal(true)),
  round: v.optional(v.string()),
  /** When the file came that said so first: a corrected file that says the same changes nothing. */
  since: InstantSchema,
  /** That file, where it is another. */
  first: v.optional(Sha256Schema),
  /** Of lines of that file that say the very same: 1 for the second. */
  nth: v.optional(count),
});
export type Transfer = v.InferOutput<typeof TransferSchema>;

/** What a book said of a transfer until a file without it took the place of its file. */
export const RetractedSchema = v.object({
  ...TransferSchema.entries,
  /** When that file came. */
  until: InstantSchema,
  by: Sha256Schema,
});
export type Retracted = v.InferOutput<typeof RetractedSchema>;

/** So many are kept; of a book that takes more back, earlier states are not known. */
export const MAX_RETRACTED = 200;

/** What a unit says to a finding across units, by its mark. */
export const ExplanationSchema = v.object({
  mark: v.string(),
  ...ExplainedSchema.entries,
  /** When its table came. */
  came: InstantSchema,
});
export type Explanation = v.InferOutput<typeof ExplanationSchema>;

/** What a book reached in a calendar year. */
export const YearSchema = v.object({
  year: v.string(),
  donationsVnd: VndSchema,
  usesVnd: VndSchema,
  /** Signed sums of the households of its payments, by purpose of interest. */
  households: v.pipe(v.number(), v.integer()),
  livelihoods: v.pipe(v.number(), v.integer()),
  newHouses: v.pipe(v.number(), v.integer()),
  repairs: v.pipe(v.number(), v.integer()),
  /** Houses are those handed over by a register; otherwise the households of payments for houses. */
  registered: v.optional(v.literal(true)),
});
export type Year = v.InferOutput<typeof YearSchema>;

/** A target as a book sets it: for its own unit, or for one below it. */
export const TargetRefSchema = v.object({
  year: v.string(),
  indicator: v.picklist(codesOf(INDICATORS)),
  unitId: v.optional(UnitIdSchema),
  /** Đồng where the indicator counts money, else a number of things. */
  target: v.pipe(v.number(), v.safeInteger()),
  /** What the table of targets itself says was reached. */
  stated: v.optional(v.pipe(v.number(), v.safeInteger())),
  digest: Sha256Schema,
  row: count,
  /** When its table came. */
  since: InstantSchema,
});
export type TargetRef = v.InferOutput<typeof TargetRefSchema>;

/** What a book owed of disclosure by the day of its last file: what came due since then, a reader's day tells. */
export const OwedSchema = v.object({
  /** From the first day that any of its files speaks of to the last. */
  period: PeriodSchema,
  /** The day of its last file. */
  updatedOn: IsoDateSchema,
  /** How many duties were not done, by the last day on which they would have been in time. */
  open: v.array(v.tuple([IsoDateSchema, count])),
});
export type Owed = v.InferOutput<typeof OwedSchema>;

/** One book's part in what is told across units. */
export const BookPartSchema = v.object({
  unit: UnitSchema,
  fund: FundCodeSchema,
  asOf: IsoDateSchema,
  /** Of a unit that ended: the day on which the last of its files was handed in. */
  receivedOn: v.optional(IsoDateSchema),
  transfers: v.array(TransferSchema),
  /** In order; the latest MAX_RETRACTED. */
  retracted: v.array(RetractedSchema),
  /** Until then the book said more that is not kept. */
  untold: v.optional(InstantSchema),
  /** Up to which day the book told of its transfers, by when its files came. Both grow. */
  told: v.array(v.tuple([InstantSchema, IsoDateSchema])),
  /** By mark. */
  explanations: v.array(ExplanationSchema),
  years: v.array(YearSchema),
  targets: v.array(TargetRefSchema),
  /** Absent where a province has no book of its own. */
  owed: v.optional(OwedSchema),
});
export type BookPart = v.InferOutput<typeof BookPartSchema>;

/** A side of a transfer: which book's, by its place in `books`, and which of its transfers. */
const SideSchema = v.tuple([count, count]);

/** Sums of one fund's transfers. received − sent = unsent + differing − transit. */
export const ClearedSchema = v.object({
  fund: FundCodeSchema,
  sentVnd: VndSchema,
  receivedVnd: VndSchema,
  /** Sent and not yet received. */
  transitVnd: VndSchema,
  /** Received, and sent by nobody. */
  unsentVnd: VndSchema,
  /** Received less sent, of pairs whose amounts differ. */
  differingVnd: VndSchema,
  /** How many pairs differ, and the sum of their differences without sign; absent in nodes of an earlier release. */
  differingPairs: v.optional(count),
  differingGrossVnd: v.optional(VndSchema),
  pairs: count,
  unpaired: count,
});
export type Cleared = v.InferOutput<typeof ClearedSchema>;

const ClearingSchema = v.object({
  ...ClearedSchema.entries,
  pairing: v.array(v.object({ out: v.array(SideSchema), in: v.array(SideSchema), differenceVnd: VndSchema })),
  open: v.array(SideSchema),
});

/** A plan beside what was reached. `share`: of the units below that have a target. */
export const PlanSchema = v.object({
  fund: FundCodeSchema,
  year: v.string(),
  indicator: v.picklist(codesOf(INDICATORS)),
  /** The whole unit's target, where one is set, and what its own book and those below reached together. */
  target: v.optional(v.pipe(v.number(), v.safeInteger())),
  reached: v.pipe(v.number(), v.safeInteger()),
  /** Units below with a target, how many of them met it, the sum of their targets. */
  units: count,
  unitsMet: count,
  unitsTarget: v.pipe(v.number(), v.safeInteger()),
  /** What those with a target reached, each by its own books; absent in nodes of an earlier release. */
  unitsReached: v.optional(v.pipe(v.number(), v.safeInteger())),
  /** Units that there are below, those without a target too. */
  unitsBelow: count,
  /** The whole met its own target, and every unit below that has one met its. */
  met: v.boolean(),
});
export type Plan = v.InferOutput<typeof PlanSchema>;

/** One unit's plan. */
const UnitPlanSchema = v.object({
  fund: FundCodeSchema,
  year: v.string(),
  indicator: v.picklist(codesOf(INDICATORS)),
  unit: UnitSchema,
  target: v.pipe(v.number(), v.safeInteger()),
  reached: v.pipe(v.number(), v.safeInteger()),
  digest: Sha256Schema,
  row: count,
});

/** A finding between units, in the book in which it is to be mended. */
export const AcrossFindingSchema = v.object({
  ...TrackedFindingSchema.entries,
  fund: FundCodeSchema,
  unitId: UnitIdSchema,
  /** The units that it is between, that one too: each may explain it. */
  parties: v.array(UnitIdSchema),
  /** `unitId` is the one that did. */
  explained: v.optional(v.object({ ...ExplainedSchema.entries, unitId: UnitIdSchema })),
  resolved: v.optional(v.object({ ...ResolvedSchema.entries, unitId: UnitIdSchema })),
});
export type AcrossFinding = v.InferOutput<typeof AcrossFindingSchema>;

export const AcrossSchema = v.object({
  type: v.literal('across'),
  version,
  /** The unit in whose name it stands; absent for the centre with the provinces. */
  unit: v.optional(UnitSchema),
  /** By unit id and fund. */
  books: v.array(BookPartSchema),
  clearing: v.array(ClearingSchema),
  /** Units below on the last day of the books: how many there are, and those of which no file was handed in. */
  below: count,
  silent: v.array(
    v.object({
      id: UnitIdSchema,
      code: UnitCodeSchema,
      name: v.string(),
      validTo: v.optional(IsoDateSchema),
    }),
  ),
  /** Units at the other end of a transfer that keep no book here and are not silent ones either; only where there are any. */
  others: v.optional(
    v.array(
      v.object({
        id: UnitIdSchema,
        name: v.string(),
        /** Of a commune that lies in another province than the object tells of. */
        province: v.optional(v.string()),
      }),
    ),
  ),
  plans: v.array(PlanSchema),
  unitPlans: v.array(UnitPlanSchema),
  /** By fund; the gravest first, then the greatest, and of each fund at most so many as people can read. */
  findings: v.array(AcrossFindingSchema),
  /** Those that are gone, the latest last. */
  resolved: v.array(AcrossFindingSchema),
  /** How many of a fund are not listed, where there are any. */
  unlisted: v.optional(v.array(v.object({ fund: FundCodeSchema, count }))),
  findingCounts: v.object({ error: count, warning: count, info: count }),
});
export type Across = v.InferOutput<typeof AcrossSchema>;

/** What a node of the tree itself says of it. */
export const acrossParts = {
  across: v.optional(Sha256Schema),
  cleared: v.array(ClearedSchema),
  plans: v.array(PlanSchema),
  /** How many findings of each severity the object holds. */
  acrossFindings: v.object({ error: count, warning: count, info: count }),
};
