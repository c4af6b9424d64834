/** Every name under which a place may be sought, and where each leads. */
import type { IsoDate } from '#domain/date.ts';
import { type Unit, type UnitRegistry, validOn } from '#domain/units/unit.ts';
import { whereabouts } from '#domain/units/whereabouts.ts';

/** One name of one unit, and the unit that it leads to. */
export interface Place {
  /** The unit whose page is opened. */
  readonly target: Unit;
  readonly province: Unit | undefined;
  /** The unit that bears or bore the name. */
  readonly bearer: Unit;
  readonly name: string;
  /** Provinces that people may add to the name: that of the bearer, and of the target, today's and earlier ones. */
  readonly provinces: readonly Unit[];
}

/**
 * The places to be found on a day, in the order in which equally good ones are shown: those of today first, provinces
 * before communes, then by province and name. A unit that ended leads to the one that holds all of it; one that was
 * divided leads to its own page.
 */
export function placesOn(registry: UnitRegistry, today: IsoDate): readonly Place[] {
  const places = registry
    .all()
    .filter(({ level }) => level !== 'TW')
    .flatMap((bearer) => placesOf(registry, bearer, today));
  const order = alphabet(places.flatMap(textsOf));
  return places
    .map((place) => ({
      place,
      key: [rankOf(place, today), ...textsOf(place).map((text) => order.get(text) ?? 0)],
    }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ place }) => place);
}

/** Where a text stands among all texts. Comparing numbers is quick, comparing Vietnamese is not. */
function alphabet(texts: readonly string[]): ReadonlyMap<string, number> {
  const collator = new Intl.Collator('vi', { numeric: true });
  const sorted = [...new Set(texts)].sort(collator.compare);
  return new Map(sorted.map((text, at) => [text, at]));
}

const rankOf = ({ target, bearer, name }: Place, today: IsoDate): number =>
  (validOn(bearer, today) && bearer.name === name ? 0 : 2) + (target.level === 'TINH' ? 0 : 1);

const textsOf = ({ target, province, bearer, name }: Place): readonly string[] => [
  province?.name ?? '',
  target.name,
  bearer.district ?? '',
  name,
];

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const order = (a[at] ?? 0) - (b[at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function placesOf(registry: UnitRegistry, bearer: Unit, today: IsoDate): Place[] {
  const target = targetOf(registry, bearer, today);
  const province = provinceOf(registry, target);
  const earlier = registry
    .predecessors(target.id)
    .map(({ from }) => provinceOf(registry, registry.byId(from)));
  const provinces = [province, provinceOf(registry, bearer), ...earlier].filter((one) => one !== undefined);
  const rest = { target, province, bearer, provinces: [...new Set(provinces)] };
  return [bearer, ...(bearer.formerNames ?? [])].map(({ name }) => ({ ...rest, name }));
}

function targetOf(registry: UnitRegistry, bearer: Unit, today: IsoDate): Unit {
  if (bearer.validTo === undefined || bearer.validTo >= today) return bearer;
  const place = whereabouts(registry, bearer, today);
  return 'unit' in place ? place.unit : bearer;
}

const provinceOf = (registry: UnitRegistry, unit: Unit | undefined): Unit | undefined =>
  unit?.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
