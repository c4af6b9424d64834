/** From an address to a unit, and from a unit to where its money stands in the snapshot. */
import type { IsoDate } from '#domain/date.ts';
import { type ProvinceMap, ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import { type Nation, type Province, ProvinceSchema, UnitIndexSchema } from '#domain/publish/schema.ts';
import { type Unit, validOn } from '#domain/units/unit.ts';
import { resolveUnit } from '../gazetteer/resolve.ts';
import type { UnitRef } from '../routes.ts';
import { LoadFailure } from './failure.ts';
import type { Objects } from './objects.ts';
import type { Source } from './source.ts';

export const missing = (what: string) => new LoadFailure({ kind: 'missing', what });

/** Units of a level with money in them, by which most addresses are understood. */
export async function unitsWithMoney(objects: Objects, nation: Nation, { code }: UnitRef): Promise<Unit[]> {
  if (code.length === 5) return (await objects.object(nation.index, UnitIndexSchema)).units;
  const units = [...nation.provinces, ...nation.map.provinces].map(({ unit }) => unit);
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

/**
 * The unit that an address means. The history of all units is asked only where those with money leave it open: they
 * cannot tell who bears a code today unless it is one of them.
 */
export async function findUnit(
  { objects, atlas }: Source,
  nation: Nation,
  ref: UnitRef,
  today: IsoDate,
): Promise<Unit> {
  if (ref.code === 'TW') {
    if (nation.centre === undefined) throw missing('Sổ của Trung ương');
    return nation.centre.unit;
  }
  const known = resolveUnit(await unitsWithMoney(objects, nation, ref), ref, today);
  if (known !== undefined && (ref.validTo !== undefined || validOn(known, today))) return known;
  const unit = await atlas.resolve(nation.gazetteer, ref, today);
  if (unit === undefined) throw missing(`Đơn vị mang mã ${ref.code}`);
  return unit;
}

const provinceIdOf = ({ level, id, provinceId }: Unit): Unit['id'] | undefined =>
  level === 'TINH' ? id : provinceId;

const inProvince = (children: readonly Child[], unit: Unit): Child | undefined =>
  children.find((child) => child.unit.id === provinceIdOf(unit));

/** The node of the province that a unit reported under, or is; absent where none of them reported anything. */
export async function reportedProvince(
  objects: Objects,
  nation: Nation,
  unit: Unit,
): Promise<Province | undefined> {
  const child = inProvince(nation.provinces, unit);
  return child && objects.object(child.object, ProvinceSchema);
}

/** The node of the province on the present map that a unit lies in, or is; absent where it holds no money. */
export async function mappedProvince(
  objects: Objects,
  nation: Nation,
  unit: Unit,
): Promise<ProvinceMap | undefined> {
  const child = inProvince(nation.map.provinces, unit);
  return child && objects.object(child.object, ProvinceMapSchema);
}

/** A unit's own books and the province that they stand under. */
export interface OwnBooks {
  readonly child?: Child;
  readonly province?: Unit;
}

export async function ownBooks(objects: Objects, nation: Nation, unit: Unit): Promise<OwnBooks> {
  if (unit.level === 'TW') return nation.centre === undefined ? {} : { child: nation.centre };
  const province = await reportedProvince(objects, nation, unit);
  if (province === undefined) return {};
  if (unit.level === 'TINH') return province.own === undefined ? {} : { child: province.own };
  const child = province.communes.find((commune) => commune.unit.id === unit.id);
  return { province: province.unit, ...(child && { child }) };
}
