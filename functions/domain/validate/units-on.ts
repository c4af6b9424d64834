import { dayBefore, type IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import { type Unit, type UnitId, type UnitRegistry, validOn } from '../units/unit.ts';

/**
 * The units of a day that the unit of another day was made of, or went into, wholly or in part. That unit is found the
 * same way: a holder may be of a third day.
 */
export function unitsOn(
  registry: UnitRegistry,
  holder: Unit,
  day: IsoDate,
  seenFrom: IsoDate,
): readonly UnitId[] {
  const own = reach(registry, holder, seenFrom, holder.validFrom ?? seenFrom);
  const found = own.flatMap((unit) => reach(registry, unit, day, seenFrom));
  return [...new Set(found.map(({ id }) => id))].sort(compareText);
}

/** The units of a day that lead to a unit which is there on a later day, or to which it leads. */
function reach(registry: UnitRegistry, unit: Unit, day: IsoDate, later: IsoDate): readonly Unit[] {
  const at = (id: UnitId): Unit[] => [registry.byId(id) ?? []].flat();
  const ended = unit.validTo;
  if (ended !== undefined && ended < day) {
    const steps = registry.successors(unit.id).filter(({ on }) => on > ended);
    return steps.flatMap(({ to }) => at(to).flatMap((next) => reach(registry, next, day, later)));
  }
  // A step back leads to a division before, so two units that gave parts to each other do not lead round.
  const steps = registry.predecessors(unit.id).filter(({ on }) => on > day && on <= later);
  return [
    ...(validOn(unit, day) ? [unit] : []),
    ...steps.flatMap(({ from, on }) => at(from).flatMap((next) => reach(registry, next, day, dayBefore(on)))),
  ];
}
