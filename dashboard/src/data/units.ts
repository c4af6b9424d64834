import type { IsoDate } from '#domain/date.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { UnitRef } from '../routes.ts';

export interface Resolved {
  readonly unit: Unit;
  /** The address names no ended unit, yet only an ended one keeps books here. */
  readonly endedInstead: boolean;
  /** Other units that bear or bore this code and keep books here, oldest first. */
  readonly others: readonly Unit[];
}

const isValid = (unit: Unit, day: IsoDate): boolean =>
  (unit.validFrom ?? '') <= day && (unit.validTo === undefined || day <= unit.validTo);

/**
 * Which unit an address means, among those given: with an end, the one that ended that day; without, the one
 * valid on `day`, else the latest that has ended. Undefined when none of them bears the code.
 */
export function resolveUnit(units: Iterable<Unit>, ref: UnitRef, day: IsoDate): Resolved | undefined {
  const bearers = [...units]
    .filter((unit) => unit.code === ref.code)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  const unit =
    ref.validTo === undefined
      ? (bearers.find((bearer) => isValid(bearer, day)) ?? bearers.at(-1))
      : bearers.find((bearer) => bearer.validTo === ref.validTo);
  if (unit === undefined) return undefined;
  return {
    unit,
    endedInstead: ref.validTo === undefined && !isValid(unit, day),
    others: bearers.filter((bearer) => bearer !== unit),
  };
}
