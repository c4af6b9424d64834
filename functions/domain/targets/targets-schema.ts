import * as v from 'valibot';
import { codesOf, INDICATORS } from '../codes.ts';
import { Sha256Schema } from '../sha256.ts';
import { UnitIdSchema } from '../units/unit.ts';

const figure = v.pipe(v.number(), v.safeInteger());
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * One target of a year beside what was reached: đồng where the indicator counts money, else a number of things.
 * Lines with an `organisation` are parts of a plan, and the line with `organisations` adds those of one unit up. A
 * target of the unit itself is another view of the same plan and never added to them.
 */
export const TargetLineSchema = v.object({
  year: v.pipe(v.number(), v.integer()),
  indicator: v.picklist(codesOf(INDICATORS)),
  /** Absent: the unit whose book it is or, with `unplaced`, one that could not be told. */
  unitId: v.optional(UnitIdSchema),
  /** What that unit is called. */
  unitName: v.optional(v.string()),
  /** Numbers the names of units that could not be told; the names themselves are not shown. */
  unplaced: v.optional(ordinal),
  organisation: v.optional(v.string()),
  /** How many organisations' targets the line adds up. */
  organisations: v.optional(ordinal),
  target: figure,
  /** As the books show it; absent where they cannot tell. 0 is a figure. */
  reached: v.optional(figure),
  /** Of one organisation: how many of what it reached others paid for too, so that sums of such lines exceed the whole. */
  shared: v.optional(ordinal),
  /** As the table of targets itself says: beside `reached`, and no ground for `met`. */
  statedReached: v.optional(figure),
  /** Thousandths of the target that were reached, rounded down; absent where nothing was to be reached. */
  permille: v.optional(figure),
  met: v.boolean(),
  /** Several rows set a target for the same; the latest holds. */
  twice: v.optional(v.literal(true)),
  /** The row that sets it; absent of a sum. */
  digest: v.optional(Sha256Schema),
  row: v.optional(ordinal),
});
export type TargetLine = v.InferOutput<typeof TargetLineSchema>;
