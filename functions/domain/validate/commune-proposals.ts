import type { IsoDate } from '../date.ts';
import { calledOn, type Unit, type UnitRegistry } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';
import type { CommuneFault } from './commune-fault.ts';
import type { CommuneSearch } from './commune-search.ts';
import { fateOf, lifeOf, listed, nameAndCode, nameInFull } from './unit-words.ts';

const MAX_CANDIDATES = 3;

/** A commune, and a day on which it bore the name or code in question. */
export interface Once {
  readonly unit: Unit;
  readonly day: IsoDate;
}

/** Puts into words what a cell may have meant. What is proposed to be written is found when it is. */
export class CommuneProposals {
  readonly #registry: UnitRegistry;
  readonly #search: CommuneSearch;

  constructor(registry: UnitRegistry, search: CommuneSearch) {
    this.#registry = registry;
    this.#search = search;
  }

  /** Communes of the day that are nearly what is written; none where they are too many to tell apart. */
  alike(units: readonly Unit[], date: IsoDate): CommuneFault {
    const [only, ...others] = units;
    const suggestions =
      others.length === 0
        ? [only && this.#written(only, date)]
        : units.map((unit) => this.#finding([nameAndCode(unit, date)], unit, date));
    const found = suggestions.filter((text) => text !== undefined);
    return found.length === 0 || units.length > MAX_CANDIDATES
      ? { fault: 'COMMUNE_UNKNOWN' }
      : { fault: 'COMMUNE_UNKNOWN', suggestions: found };
  }

  /** Communes of other days: who they were, from when to when, and what became of them. */
  otherDate(once: readonly Once[], date: IsoDate): CommuneFault {
    const told = once.map(({ unit, day }) =>
      [nameInFull(unit, day), lifeOf(this.#registry, unit, day), fateOf(this.#registry, unit, day, date)]
        .filter((words) => words !== '')
        .join(', '),
    );
    const suggestion = this.#inTheirPlace(once, date);
    return {
      fault: 'COMMUNE_OTHER_DATE',
      params: { candidates: listed(told, '; ', MAX_CANDIDATES) },
      ...(suggestion === undefined ? {} : { suggestions: [suggestion] }),
    };
  }

  /**
   * The one commune of the day in which all of them are, wholly: it alone holds their money then. Of one that was split
   * nobody knows the part that was meant, so its former name is to be marked as such.
   */
  #inTheirPlace(once: readonly Once[], date: IsoDate): string | undefined {
    const places = once.map(({ unit }) => whereabouts(this.#registry, unit, date));
    const [unit, ...others] = new Set(places.map((place) => ('unit' in place ? place.unit : undefined)));
    if (unit !== undefined && others.length === 0) return this.#written(unit, date);
    const [one, ...more] = once;
    return one === undefined || more.length > 0 ? undefined : this.#asFormer(one, date);
  }

  #asFormer({ unit, day }: Once, date: IsoDate): string | undefined {
    const name = `${calledOn(unit, day).name} cũ`;
    return this.#finding([name, `${name}, ${unit.district}`, `${name} (${unit.code})`], unit, date);
  }

  #written(unit: Unit, date: IsoDate): string | undefined {
    return this.#finding([calledOn(unit, date).name, nameAndCode(unit, date)], unit, date);
  }

  /** The shortest of some texts that means this commune and no other. */
  #finding(texts: readonly string[], unit: Unit, date: IsoDate): string | undefined {
    return texts.find((text) => {
      const found = this.#search.find(text, date);
      return found.length === 1 && found[0] === unit;
    });
  }
}
