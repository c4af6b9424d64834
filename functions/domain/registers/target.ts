import * as v from 'valibot';
import { codesOf, INDICATORS } from '../codes.ts';
import { VndSchema } from '../money.ts';
import { UnitIdSchema } from '../units/unit.ts';
import { count, extra, rowNumber, text } from './parts.ts';

/** What a unit was to reach in a year. Money in đồng where the indicator counts money, else a number of things. */
export const TargetSchema = v.object({
  row: rowNumber,
  year: v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2100)),
  indicator: v.picklist(codesOf(INDICATORS)),
  /** For whom; absent: for the unit whose book it is, or for one that could not be told (then `unitText` is there). */
  unitId: v.optional(UnitIdSchema),
  unitText: text,
  /** Where the plan is that of one organisation ("theo địa chỉ, số lượng cụ thể"). */
  organisation: text,
  targetVnd: v.optional(VndSchema),
  target: v.optional(count),
  /** What the table itself says was reached; what the books show stands beside it. */
  statedVnd: v.optional(VndSchema),
  stated: v.optional(count),
  note: text,
  extra,
});
export type Target = v.InferOutput<typeof TargetSchema>;
