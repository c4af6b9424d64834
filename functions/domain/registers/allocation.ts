import * as v from 'valibot';
import { ALLOCATION_STAGES, codesOf } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { UnitIdSchema } from '../units/unit.ts';
import { extra, rowNumber, text } from './parts.ts';

/** One line of a table of promises and allotments. Money of another stage than the book's: never added to it. */
export const AllocationSchema = v.object({
  row: rowNumber,
  stage: v.picklist(codesOf(ALLOCATION_STAGES)),
  date: IsoDateSchema,
  amountVnd: VndSchema,
  /** Round of allocation (đợt phân bổ), as it was written. */
  round: text,
  /** The unit that it was allotted to; the text of the cell stays in `toText`. */
  toId: v.optional(UnitIdSchema),
  toText: text,
  decisionNo: text,
  /** Who promised. Private. */
  donor: text,
  note: text,
  extra,
});
export type Allocation = v.InferOutput<typeof AllocationSchema>;
