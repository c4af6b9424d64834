import type { IsoDate } from '../date.ts';
import { formerProvinceCodes, LAST_FORMER_DAY } from '../units/former-provinces.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import { bareKey } from './commune-text.ts';

/**
 * The provinces and former districts among which the holder of a book looks for communes. Each list is made when
 * it is first asked for.
 */
export class CommuneArea {
  readonly #registry: UnitRegistry;
  readonly #own: Unit | undefined;
  readonly #provinces = new Map<boolean, ReadonlyMap<string, Unit>>();
  #districts: ReadonlySet<string> | undefined;

  constructor(registry: UnitRegistry, holder: Unit | undefined) {
    this.#registry = registry;
    const id = holder?.level === 'TINH' ? holder.id : holder?.provinceId;
    this.#own = id === undefined ? undefined : registry.byId(id);
  }

  /** The holder's province on a day; of former days, all that it was made of. None for the centre. */
  provinces(day: IsoDate): readonly UnitId[] {
    const own = this.#own;
    if (own === undefined) return [];
    return day > LAST_FORMER_DAY ? [own.id] : this.#former(own);
  }

  #former(province: Unit): readonly UnitId[] {
    return formerProvinceCodes(province).flatMap(
      (code) => this.#registry.at(code, LAST_FORMER_DAY)?.id ?? [],
    );
  }

  /** The province of that name on a day; by a former name, the one that it went into. */
  provinceNamed(keys: readonly string[], day: IsoDate): UnitId | undefined {
    for (const key of keys) {
      const found = this.#provinceNamed(key, day);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #provinceNamed(key: string, day: IsoDate): UnitId | undefined {
    const former = this.#named(false).get(key);
    if (day <= LAST_FORMER_DAY) return former?.id;
    const present = this.#named(true);
    const found = present.get(key);
    if (found !== undefined || former === undefined) return found?.id;
    return [...present.values()].find((unit) => formerProvinceCodes(unit).includes(former.code))?.id;
  }

  #named(present: boolean): ReadonlyMap<string, Unit> {
    const known = this.#provinces.get(present);
    if (known !== undefined) return known;
    const units = this.#registry.provinces(present ? FIRST_PRESENT_DAY : LAST_FORMER_DAY);
    // A hyphen parts the names in a cell, so "Bà Rịa - Vũng Tàu" is known by its first half, too.
    const made = new Map(
      units.flatMap((unit) =>
        [bareKey(unit.name), bareKey(unit.name.split(' - ')[0] ?? '')].map((key) => [key, unit]),
      ),
    );
    this.#provinces.set(present, made);
    return made;
  }

  /** Whether a district of the holder's province, or of those that it was made of, had that name. */
  hadDistrict(keys: readonly string[]): boolean {
    this.#districts ??= this.#listDistricts();
    const districts = this.#districts;
    return keys.some((key) => districts.has(key));
  }

  #listDistricts(): ReadonlySet<string> {
    const provinces = new Set(this.provinces(LAST_FORMER_DAY));
    const communes = this.#registry.communes(LAST_FORMER_DAY);
    return new Set(
      communes.flatMap(({ provinceId, district }) =>
        district !== undefined && provinceId !== undefined && provinces.has(provinceId)
          ? [bareKey(district)]
          : [],
      ),
    );
  }

  named(name: string, provinces: readonly UnitId[], day: IsoDate): Unit[] {
    return provinces.flatMap((id) => [...this.#registry.communesByName(name, id, day)]);
  }
}

const FIRST_PRESENT_DAY = '2025-07-01' as IsoDate;
