import type { IsoDate } from '../date.ts';
import type { UnitId, UnitRegistry } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';

/**
 * The units that are in a unit on a day, each whole: what was sent to them before they ended, that unit receives. One
 * that went into several is in none of them, as nobody can tell which of them has its money.
 */
export function wholePredecessors(registry: UnitRegistry) {
  const known = new Map<string, readonly UnitId[]>();
  return (into: UnitId, day: IsoDate): readonly UnitId[] => {
    const key = `${into} ${day}`;
    const made = known.get(key) ?? predecessorsOn(registry, into, day);
    known.set(key, made);
    return made;
  };
}

function predecessorsOn(registry: UnitRegistry, into: UnitId, day: IsoDate): readonly UnitId[] {
  const found = new Set([into]);
  for (const id of found) for (const { from } of registry.predecessors(id)) found.add(from);
  return [...found].filter((id) => {
    const unit = registry.byId(id);
    if (unit === undefined || id === into) return false;
    const place = whereabouts(registry, unit, day);
    return 'unit' in place && place.unit.id === into;
  });
}
