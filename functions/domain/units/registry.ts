import type { IsoDate } from '../date.ts';
import { accentedKey } from '../text.ts';
import { foldedKey, lowerName, type SplitName, splitKind } from './name.ts';
import { decodeUnits, type RegistryData } from './registry-data.ts';
import type { Unit, UnitCode, UnitId, UnitRegistry } from './unit.ts';

const CENTRE: Unit = { id: 'TW' as UnitId, code: 'TW' as UnitCode, level: 'TW', name: 'Trung ương' };

const validOn = (unit: Unit, day: IsoDate): boolean =>
  (unit.validFrom === undefined || unit.validFrom <= day) &&
  (unit.validTo === undefined || day <= unit.validTo);

const byCode = (a: Unit, b: Unit): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function groupBy<K>(units: readonly Unit[], keyOf: (unit: Unit) => K): Map<K, Unit[]> {
  const groups = new Map<K, Unit[]>();
  for (const unit of units) {
    const key = keyOf(unit);
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return groups;
}

/** Who writes the kind without its accent writes the name without, too. */
const UNACCENTED_KIND = /^(?:xa|phuong|thi tran|dac khu) /;
/** "Mĩ" and "Mỹ" are one spelling with two fashions, as "quí" and "quý" are; "tai" and "tay" are two words. */
const iForY = (key: string): string => key.replace(/(?<=^|[ bcdđghklmnprstvx]|qu)y/g, 'i');
const accentedName = (lower: string): string => iForY(accentedKey(lower));
const foldedName = (lower: string): string => iForY(foldedKey(lower));

/** One spelling of every name of a province: the bare name's key to its communes. */
type NameIndex = ReadonlyMap<string, readonly Unit[]>;
type Spelling = (lower: string) => string;

const nameIndex = (communes: readonly Unit[], spelling: Spelling): NameIndex =>
  groupBy(communes, (unit) => spelling(splitKind(lowerName(unit.name)).bare));

/** Communes by whole text as a bare name ("Xa Dung"), else with the kind that its first word tells. */
function lookUp(index: NameIndex, spelling: Spelling, lower: string, split: SplitName, day: IsoDate): Unit[] {
  const whole = (index.get(spelling(lower)) ?? []).filter((unit) => validOn(unit, day));
  if (whole.length > 0 || split.kind === undefined) return whole;
  const named = index.get(spelling(split.bare)) ?? [];
  return named.filter((unit) => unit.kind === split.kind && validOn(unit, day));
}

/**
 * The registry over the compiled data. A name with a kind ("xã Tam Thăng") matches communes of that kind only.
 * Throws when the data are broken.
 */
export function makeRegistry(data: RegistryData): UnitRegistry {
  const units = [CENTRE, ...decodeUnits(data)];
  const ids = new Map(units.map((unit) => [unit.id, unit]));
  const codes = groupBy(units, (unit) => unit.code);
  const provinces = units.filter((unit) => unit.level === 'TINH').sort(byCode);
  const communes = units.filter((unit) => unit.level === 'XA').sort(byCode);
  const inProvince = groupBy(communes, (unit) => unit.provinceId);
  // Names are indexed when a province is first asked for: most runs touch a few of the 86.
  const indexes = new Map<UnitId, { accented: NameIndex; folded: NameIndex }>();

  const indexOf = (provinceId: UnitId) => {
    const known = indexes.get(provinceId);
    if (known) return known;
    const own = inProvince.get(provinceId) ?? [];
    const made = { accented: nameIndex(own, accentedName), folded: nameIndex(own, foldedName) };
    indexes.set(provinceId, made);
    return made;
  };

  return {
    byId: (id) => ids.get(id),
    at: (code, day) => codes.get(code)?.find((unit) => validOn(unit, day)),
    versions: (code) => codes.get(code) ?? [],
    communesByName: (name, provinceId, day) => {
      const lower = lowerName(name);
      if (lower === '') return [];
      const split = splitKind(lower);
      const { accented, folded } = indexOf(provinceId);
      const exact = UNACCENTED_KIND.test(lower) ? [] : lookUp(accented, accentedName, lower, split, day);
      return exact.length > 0 ? exact : lookUp(folded, foldedName, lower, split, day);
    },
    communeCount: (provinceId, day) =>
      (inProvince.get(provinceId) ?? []).reduce((count, unit) => count + (validOn(unit, day) ? 1 : 0), 0),
    communes: (day) => communes.filter((unit) => validOn(unit, day)),
    provinces: (day) => provinces.filter((unit) => validOn(unit, day)),
  };
}
