import { dayBefore, type IsoDate } from '../date.ts';
import { calledOn, type Unit, type UnitId, type UnitRegistry } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';
import { aroundName, bareKey } from './commune-text.ts';
import { unitsOn } from './units-on.ts';

const CITY = 'Thành phố ';

/**
 * The provinces and districts among which the holder of a book looks for communes, in every division that the
 * registry knows of. Each list is made when it is first asked for.
 */
export class CommuneArea {
  readonly #registry: UnitRegistry;
  readonly #own: Unit | undefined;
  /** By division. */
  readonly #provinces = new Map<string, readonly UnitId[]>();
  readonly #named = new Map<number, ReadonlyMap<string, Unit>>();
  readonly #communes = new Map<number, readonly Unit[]>();
  #everNamed: ReadonlyMap<string, Unit> | undefined;
  #districts: ReadonlySet<string> | undefined;

  constructor(registry: UnitRegistry, holder: Unit | undefined) {
    this.#registry = registry;
    const id = holder?.level === 'TINH' ? holder.id : holder?.provinceId;
    this.#own = id === undefined ? undefined : registry.byId(id);
  }

  /** The last days of the divisions before that of a day, the newest first. */
  formerDays(day: IsoDate): readonly IsoDate[] {
    return this.#registry.changeDays.slice(0, this.#division(day)).map(dayBefore).reverse();
  }

  /** A day of every other division: the former ones first, then the first days of the later ones. */
  otherDays(day: IsoDate): readonly IsoDate[] {
    return [...this.formerDays(day), ...this.#registry.changeDays.slice(this.#division(day))];
  }

  /** How many changes there were up to a day. */
  #division(day: IsoDate): number {
    const next = this.#registry.changeDays.findIndex((change) => change > day);
    return next === -1 ? this.#registry.changeDays.length : next;
  }

  /**
   * The holder's province on a day, as it is seen from another: all that the province of that other day was made of,
   * or all that it went into. None for the centre.
   */
  provinces(day: IsoDate, seenFrom: IsoDate = day): readonly UnitId[] {
    const key = `${this.#division(day)} ${this.#division(seenFrom)}`;
    return known(this.#provinces, key, () =>
      this.#own === undefined ? [] : unitsOn(this.#registry, this.#own, day, seenFrom),
    );
  }

  /** Its communes on a day. */
  communes(day: IsoDate): readonly Unit[] {
    return known(this.#communes, this.#division(day), () => {
      const provinces = new Set(this.provinces(day));
      return this.#registry
        .communes(day)
        .filter(({ provinceId }) => provinceId !== undefined && provinces.has(provinceId));
    });
  }

  /** The province that bears one of the names on a day, else the one that bore it last, or will. */
  provinceCalled(keys: readonly string[], day: IsoDate): Unit | undefined {
    const names = known(this.#named, this.#division(day), () =>
      byName(this.#registry.provinces(day).map((unit) => [unit, calledOn(unit, day).name])),
    );
    this.#everNamed ??= byName(
      this.#registry
        .all()
        .filter(({ level }) => level === 'TINH')
        .flatMap((unit) => [...(unit.formerNames ?? []), unit].map(({ name }) => [unit, name] as const)),
    );
    for (const list of [names, this.#everNamed]) {
      const key = keys.find((one) => list.has(one));
      if (key !== undefined) return list.get(key);
    }
    return undefined;
  }

  /** The province of that name on a day; by the name of another day, the one that it is part of. */
  provinceNamed(keys: readonly string[], day: IsoDate): UnitId | undefined {
    const unit = this.provinceCalled(keys, day);
    const place = unit && whereabouts(this.#registry, unit, day);
    return place !== undefined && 'unit' in place ? place.unit.id : undefined;
  }

  /** The province that a text names, and nothing besides. A city that is none is a former district. */
  provinceIn(text: string, day: IsoDate): Unit | undefined {
    const { kind, keys } = aroundName(text);
    const unit = kind === 'district' ? undefined : this.provinceCalled(keys, day);
    if (unit === undefined || kind !== 'city') return unit;
    return [unit, ...(unit.formerNames ?? [])].some(({ name }) => name.startsWith(CITY)) ? unit : undefined;
  }

  /** Whether a province is, or was or will be part of, the holder's on a day. */
  isOwn(province: Unit, day: IsoDate): boolean {
    const place = whereabouts(this.#registry, province, day);
    const own = this.provinces(day);
    return ('unit' in place ? [place.unit] : place.among).some(({ id }) => own.includes(id));
  }

  /** Whether a district of the holder's province, or of those that it was made of, had that name. */
  hadDistrict(keys: readonly string[]): boolean {
    this.#districts ??= this.#listDistricts();
    const districts = this.#districts;
    return keys.some((key) => districts.has(key));
  }

  #listDistricts(): ReadonlySet<string> {
    const { changeDays } = this.#registry;
    const last = changeDays.at(-1);
    const provinces = new Set(
      last === undefined
        ? [this.#own?.id]
        : [...changeDays.map(dayBefore), last].flatMap((day) => this.provinces(day, last)),
    );
    const districts = this.#registry
      .all()
      .flatMap(({ provinceId, district }) =>
        district !== undefined && provinces.has(provinceId) ? [district] : [],
      );
    return new Set([...new Set(districts)].map(bareKey));
  }

  named(name: string, provinces: readonly UnitId[], day: IsoDate): Unit[] {
    return provinces.flatMap((id) => [...this.#registry.communesByName(name, id, day)]);
  }
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** A hyphen parts the names in a cell, so "Bà Rịa - Vũng Tàu" is known by its first half, too. Later ones win. */
const byName = (units: readonly (readonly [Unit, string])[]): ReadonlyMap<string, Unit> =>
  new Map(
    units.flatMap(([unit, name]) =>
      [bareKey(name), bareKey(name.split(' - ')[0] ?? '')].map((key) => [key, unit] as const),
    ),
  );
