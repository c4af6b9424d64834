import { dayBefore, type IsoDate } from '#domain/date.ts';
import { maxText, minText } from '#domain/order.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import type { RowContext } from '../context.ts';
import { UnitFinder, type UnitFound } from '../unit-finder.ts';
import { TargetArea } from './target-area.ts';

/** A unit for which the holder may set no target is told, too, and that it is outside. */
export type TargetUnit = UnitFound & { readonly outside?: true };

/**
 * Finds units that existed on any day of a year. A plan is written by the map of its own time, so the day of the year
 * that is nearest to the beginning of the file's period is looked at first; then the days around each change, the
 * newest first. Of units that bore one code or name in that year, one in the holder's area comes before one outside.
 */
export class TargetUnits {
  readonly #context: RowContext;
  readonly #units: UnitFinder;
  readonly #area: TargetArea;
  readonly #days = new Map<number, readonly IsoDate[]>();

  constructor(context: RowContext) {
    this.#context = context;
    this.#units = new UnitFinder(context.registry, context.holder);
    this.#area = new TargetArea(context);
  }

  look(text: string, year: number): TargetUnit {
    let first: UnitFound | undefined;
    let outside: TargetUnit | undefined;
    for (const day of this.#daysOf(year)) {
      const found = this.#units.look(text, day);
      const unit = 'id' in found ? this.#unitOf(found.id, year) : undefined;
      if (unit !== undefined && this.#area.holds(unit, this.#daysOf(year))) return found;
      if (unit !== undefined) outside ??= { id: unit.id, outside: true };
      first ??= found;
    }
    return outside ?? (first === undefined || 'id' in first ? {} : first);
  }

  /** "Xã Tam Thăng cũ" is told, too; but it is no unit of a year in which it was former already. */
  #unitOf(id: UnitId, year: number): Unit | undefined {
    const unit = this.#context.registry.byId(id);
    const [from, to] = boundsOf(year);
    if (unit === undefined) return undefined;
    return (unit.validFrom ?? from) <= to && (unit.validTo ?? to) >= from ? unit : undefined;
  }

  #daysOf(year: number): readonly IsoDate[] {
    const known = this.#days.get(year);
    if (known !== undefined) return known;
    const [from, to] = boundsOf(year);
    const asked = this.#context.period?.from ?? this.#context.receivedOn;
    const nearest = maxText(from, minText(asked, to));
    const changes = this.#context.registry.changeDays.filter((day) => from <= day && day <= to).reverse();
    const days = [nearest, to, ...changes.flatMap((day) => [day, dayBefore(day)]), from];
    const within = [...new Set(days)].filter((day) => from <= day && day <= to);
    this.#days.set(year, within);
    return within;
  }
}

const boundsOf = (year: number): readonly [IsoDate, IsoDate] => [
  `${year}-01-01` as IsoDate,
  `${year}-12-31` as IsoDate,
];
