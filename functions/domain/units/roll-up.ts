import type { IsoDate } from '../date.ts';
import type { Unit, UnitId, UnitRegistry } from './unit.ts';
import { provinceOfWhereabouts, type UndeterminedReason, whereabouts } from './whereabouts.ts';

/** Something of one unit as it was reported: a book, a sum, an entry. */
export interface Reported<T> {
  readonly unit: Unit;
  readonly value: T;
}

/** A unit of the map, and everything that belongs to it there. */
export interface Placed<T> {
  readonly unit: Unit;
  readonly parts: readonly Reported<T>[];
}

/** What no single unit of the map can be given, and why. */
export interface Loose<T> {
  /** The province of the map that holds all places where it may belong; absent where there is no single one. */
  readonly province?: Unit;
  readonly reason: UndeterminedReason;
  readonly among: readonly Unit[];
  readonly part: Reported<T>;
}

export interface RolledUp<T> {
  readonly placed: readonly Placed<T>[];
  readonly undetermined: readonly Loose<T>[];
}

/**
 * Puts what units reported onto the map of a day. Each part ends in exactly one place, so whatever is summed over the
 * parts is the same sum over the places and the undetermined together. Places come in the order of their first part.
 */
export function rollUp<T>(registry: UnitRegistry, day: IsoDate, parts: readonly Reported<T>[]): RolledUp<T> {
  const placed = new Map<UnitId, { unit: Unit; parts: Reported<T>[] }>();
  const undetermined: Loose<T>[] = [];
  for (const part of parts) {
    const place = whereabouts(registry, part.unit, day);
    if ('unit' in place) {
      const known = placed.get(place.unit.id);
      if (known) known.parts.push(part);
      else placed.set(place.unit.id, { unit: place.unit, parts: [part] });
      continue;
    }
    const province = provinceOfWhereabouts(registry, part.unit, place, day);
    undetermined.push({
      ...(province === undefined ? {} : { province }),
      reason: place.undetermined,
      among: place.among,
      part,
    });
  }
  return { placed: [...placed.values()], undetermined };
}
