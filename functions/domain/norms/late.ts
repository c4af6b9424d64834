import * as v from 'valibot';
import type { Entry } from '../entry.ts';
import { addVnd, VndSchema, ZERO_VND } from '../money.ts';

/** Payments to households that were left out before (chi bổ sung), shown as such. No fault. */
export const LateSchema = v.object({
  /** Movements; what takes one back is one too. */
  entries: v.pipe(v.number(), v.integer(), v.minValue(0)),
  amountVnd: VndSchema,
  /** Signed: the households of a payment taken back are taken off again. */
  households: v.pipe(v.number(), v.integer()),
});
export type Late = v.InferOutput<typeof LateSchema>;

/**
 * The late payments among entries. Goods count as movements and for their households; their stated value is no money.
 * Source: households left out are paid later, +94 households at 2 triệu each in one published list.
 */
export function lateOf(entries: Iterable<Entry>): Late {
  let late: Late = { entries: 0, amountVnd: ZERO_VND, households: 0 };
  for (const entry of entries) {
    if (entry.direction !== 'out' || !entry.late) continue;
    const isBack = (entry.amountVnd ?? entry.goods?.quantityMilli ?? 0) < 0;
    const households = entry.households ?? 0;
    late = {
      entries: late.entries + 1,
      amountVnd: addVnd(late.amountVnd, entry.amountVnd ?? ZERO_VND),
      households: late.households + (isBack ? -households : households),
    };
  }
  return late;
}
