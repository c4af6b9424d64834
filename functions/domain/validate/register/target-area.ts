import type { IsoDate } from '#domain/date.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import type { RowContext } from '../context.ts';
import { unitsOn } from '../units-on.ts';

/**
 * For whom the holder of a book may set targets: the centre for every unit, a province for itself and its communes, a
 * commune for itself. On a day of another division the holder is all that it was made of, or went into.
 */
export class TargetArea {
  readonly #context: RowContext;
  readonly #holders = new Map<IsoDate, ReadonlySet<UnitId>>();

  constructor(context: RowContext) {
    this.#context = context;
  }

  /** Whether a unit is the holder, or is of it, on one of the days. Of an unknown holder nothing is outside. */
  holds(unit: Unit, days: readonly IsoDate[]): boolean {
    const { holder } = this.#context;
    if (holder === undefined || holder.level === 'TW') return true;
    return days.some((day) => {
      const holders = this.#holdersOn(holder, day);
      if (holders.has(unit.id)) return true;
      return unit.provinceId !== undefined && holders.has(unit.provinceId);
    });
  }

  #holdersOn(holder: Unit, day: IsoDate): ReadonlySet<UnitId> {
    const known = this.#holders.get(day);
    if (known !== undefined) return known;
    const { registry, period, receivedOn } = this.#context;
    const holders = new Set(unitsOn(registry, holder, day, period?.from ?? receivedOn));
    this.#holders.set(day, holders);
    return holders;
  }
}
