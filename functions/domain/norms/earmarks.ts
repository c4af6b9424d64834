import * as v from 'valibot';
import { sumVnd, type Vnd, VndSchema, vnd, ZERO_VND } from '../money.ts';
import { compareText } from '../order.ts';
import { type UnitId, UnitIdSchema } from '../units/unit.ts';

/** Money given for named communes, beside what was used there. */
export const EarmarksSchema = v.object({
  /** Earmarked and not (yet) used where it was to be: it has to be there still. */
  owedVnd: VndSchema,
  /** What of it the balance does not cover: at least so much was spent elsewhere. */
  shortfallVnd: VndSchema,
  /** Every commune that money was given for, by identity. */
  communes: v.array(
    v.object({ communeId: UnitIdSchema, earmarkedVnd: VndSchema, usedVnd: VndSchema, owedVnd: VndSchema }),
  ),
});
export type Earmarks = v.InferOutput<typeof EarmarksSchema>;

/**
 * Whether money given for named communes was spent elsewhere. Money bears no mark, so while the balance covers all that
 * is owed nothing can be said; what the balance does not cover has certainly gone elsewhere. Never an overstatement.
 * @param earmarked gifts for a commune, less what of them was given back to the donor
 * @param usedIn what reached the commune: uses there, and what was passed on or handed over to its own fund
 * @param closingVnd the balance of the whole book; of an overdrawn one nothing is left to cover with
 */
export function earmarkShortfall(
  earmarked: ReadonlyMap<UnitId, Vnd>,
  usedIn: ReadonlyMap<UnitId, Vnd>,
  closingVnd: Vnd,
): Earmarks {
  const communes = [...earmarked]
    .filter(([, earmarkedVnd]) => earmarkedVnd > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([communeId, earmarkedVnd]) => {
      const usedVnd = usedIn.get(communeId) ?? ZERO_VND;
      // Uses below zero are mistakes of other times taken back: they make nothing more owed than was given.
      const owedVnd = vnd(Math.max(0, earmarkedVnd - Math.max(0, usedVnd)));
      return { communeId, earmarkedVnd, usedVnd, owedVnd };
    });
  const owedVnd = sumVnd(communes.map((commune) => commune.owedVnd));
  return { owedVnd, shortfallVnd: vnd(Math.max(0, owedVnd - Math.max(0, closingVnd))), communes };
}
