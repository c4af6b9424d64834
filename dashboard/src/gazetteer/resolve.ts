import type { IsoDate } from '#domain/date.ts';
import { type Unit, validOn } from '#domain/units/unit.ts';
import type { UnitRef } from '../routes.ts';

const byAge = (a: Unit, b: Unit): number => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1);

/**
 * Every unit among those given that an address may mean, the likeliest first: with an end, the one that ended that
 * day; without, the one valid today, then those that ended, the latest first.
 */
export function candidates(units: Iterable<Unit>, { code, validTo }: UnitRef, today: IsoDate): Unit[] {
  const bearers = [...units].filter((unit) => unit.code === code);
  if (validTo !== undefined) return bearers.filter((unit) => unit.validTo === validTo);
  const present = bearers.filter((unit) => validOn(unit, today));
  const others = bearers.filter((unit) => !validOn(unit, today)).sort(byAge);
  return [...present, ...others.reverse()];
}

/** The unit that an address means. Undefined when none of those given bears the code. */
export const resolveUnit = (units: Iterable<Unit>, ref: UnitRef, today: IsoDate): Unit | undefined =>
  candidates(units, ref, today)[0];
