/** Pages of sums: the nation, a province, a unit. */
import type { IsoDate } from '#domain/date.ts';
import type { Nation } from '#domain/publish/schema.ts';
import { type Unit, validOn } from '#domain/units/unit.ts';
import type { Route, View } from '../routes.ts';
import type { Common, ConserveData, NationData, ProvinceData, UnitData } from './pages.ts';
import { findUnit, mappedProvince, missing, ownBooks, reportedProvince } from './place.ts';
import type { Source } from './source.ts';

type RouteTo<P> = Extract<Route, { page: P }>;

const chosen = ({ fund }: RouteTo<'nation' | 'unit' | 'conserve'>) => (fund === undefined ? {} : { fund });

export const nationPage = (common: Common, nation: Nation, route: RouteTo<'nation'>): NationData => ({
  page: 'nation',
  ...common,
  nation,
  view: route.view ?? 'now',
  ...chosen(route),
});

export async function conservePage(
  source: Source,
  common: Common,
  nation: Nation,
  route: RouteTo<'conserve'>,
  today: IsoDate,
): Promise<ConserveData> {
  const here = { page: 'conserve', ...common, nation, ...chosen(route) } as const;
  if (route.unit === undefined) return here;
  const unit = await findUnit(source, nation, route.unit, today);
  const province = await reportedProvince(source.objects, nation, unit);
  if (province === undefined) throw missing(`Sổ ghi dưới ${unit.name}`);
  return { ...here, province };
}

export async function unitPage(
  source: Source,
  common: Common,
  nation: Nation,
  route: RouteTo<'unit'>,
  today: IsoDate,
): Promise<ProvinceData | UnitData> {
  const unit = await findUnit(source, nation, route.unit, today);
  const onMap = unit.level !== 'TW' && validOn(unit, nation.map.since);
  const view: View = onMap ? (route.view ?? 'now') : 'reported';
  const at = { ...common, unit, onMap, view };
  const has = (children: readonly { readonly unit: Unit }[]) =>
    children.some((child) => child.unit.id === unit.id);
  if (has(nation.provinces) || has(nation.map.provinces)) {
    const sums = await provinceSums(source, nation, unit, view);
    const reportedObject = nation.provinces.find((child) => child.unit.id === unit.id)?.object;
    return {
      ...{ page: 'province', ...at, ...sums, ...chosen(route) },
      ...(reportedObject !== undefined && { reportedObject }),
    };
  }
  return { page: 'unit', ...at, ...(await unitSums(source, common, nation, unit, view)) };
}

async function provinceSums({ objects }: Source, nation: Nation, unit: Unit, view: View) {
  if (view === 'now') {
    const map = await mappedProvince(objects, nation, unit);
    return map === undefined ? {} : { map };
  }
  const reported = await reportedProvince(objects, nation, unit);
  return reported === undefined ? {} : { reported };
}

async function unitSums(
  { objects, atlas }: Source,
  { gazetteer, since }: Common,
  nation: Nation,
  unit: Unit,
  view: View,
): Promise<Pick<UnitData, 'own' | 'mapUnit' | 'province'>> {
  if (view === 'now' && unit.level === 'XA') {
    const map = await mappedProvince(objects, nation, unit);
    const mapUnit = map?.communes.find((commune) => commune.unit.id === unit.id);
    if (map !== undefined) return { province: map.unit, ...(mapUnit && { mapUnit }) };
  }
  const { child: own, province } = await ownBooks(objects, nation, unit);
  if (province !== undefined || own !== undefined)
    return { ...(own && { own }), ...(province && { province }) };
  // No money anywhere near: only the history of all units knows what it lies in.
  const about = await atlas.about(gazetteer, unit, since);
  return about?.province === undefined ? {} : { province: about.province };
}
