/** From an address to everything its page shows: down the tree by hashes, within one snapshot. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Child, Nation, Province, UnitNode } from '#domain/publish/schema.ts';
import {
  NationSchema,
  ProvinceSchema,
  StatementSchema,
  UnitIndexSchema,
  UnitNodeSchema,
} from '#domain/publish/schema.ts';
import type { Result } from '#domain/result.ts';
import { err, never, ok } from '#domain/result.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Route, UnitRef } from '../routes.ts';
import type { Failure } from './failure.ts';
import { LoadFailure } from './failure.ts';
import { loadFile } from './file.ts';
import type { Objects } from './objects.ts';
import type { Common, PageData, ProvinceData, UnitData } from './pages.ts';
import type { Resolved } from './units.ts';
import { resolveUnit } from './units.ts';

const missing = (what: string) => new LoadFailure({ kind: 'missing', what });

/** The page of an address. A snapshot replaced while it was being read is read again, once. */
export async function loadPage(
  objects: Objects,
  route: Route,
  day: IsoDate,
): Promise<Result<PageData, Failure>> {
  if (route.page === 'method') return ok({ page: 'method' });
  if (route.page === 'check') return ok({ page: 'check', day: route.day ?? day });
  if (route.page === 'missing') return err({ kind: 'missing', what: 'Trang này' });
  try {
    const { root } = await objects.pointer();
    try {
      return ok(await read(objects, root, route, day));
    } catch (problem) {
      if (!(problem instanceof LoadFailure) || problem.failure.kind !== 'missing') throw problem;
      objects.expirePointer();
      const again = await objects.pointer();
      if (again.root === root) throw problem;
      return ok(await read(objects, again.root, route, day));
    }
  } catch (problem) {
    if (problem instanceof LoadFailure) return err(problem.failure);
    throw problem;
  }
}

type UnitRoute = Extract<Route, { page: 'unit' | 'statement' | 'file' }>;

async function read(
  objects: Objects,
  root: Sha256,
  route: Exclude<Route, { page: 'method' | 'check' | 'missing' }>,
  day: IsoDate,
): Promise<PageData> {
  const nation = await objects.object(root, NationSchema);
  const common: Common = {
    root,
    position: nation.position,
    campaigns: nation.campaigns,
    hasCentre: nation.centre !== undefined,
  };
  if (route.page === 'nation') return { page: 'nation', ...common, nation, ...chosen(route.fund) };
  const place = await findPlace(objects, nation, route.unit, day);
  if (route.page === 'unit') return unitPage(objects, common, place, route.fund);
  return bookPage(objects, common, place, route);
}

const chosen = (fund: FundCode | undefined): { fund?: FundCode } => (fund === undefined ? {} : { fund });

interface Place {
  readonly resolved: Resolved;
  /** The unit's own books. */
  readonly books?: Child;
  /** The province the books lie under, or which is the unit itself. */
  readonly province?: Province;
}

async function findPlace(objects: Objects, nation: Nation, ref: UnitRef, day: IsoDate): Promise<Place> {
  if (ref.code === 'TW') {
    if (nation.centre === undefined) throw missing('Sổ của Trung ương');
    return { resolved: { unit: nation.centre.unit, endedInstead: false, others: [] }, books: nation.centre };
  }
  const provinces = new Map(nation.provinces.map((child) => [child.unit.id, child]));
  const isProvince = ref.code.length === 2;
  const units = isProvince
    ? nation.provinces.map((child) => child.unit)
    : (await objects.object(nation.index, UnitIndexSchema)).units;
  const resolved = resolveUnit(units, ref, day);
  if (resolved === undefined) throw missing(`Sổ của đơn vị mang mã ${ref.code}`);
  const above = provinces.get((isProvince ? resolved.unit.id : resolved.unit.provinceId) ?? resolved.unit.id);
  if (above === undefined) throw missing(`Sổ của ${resolved.unit.name}`);
  const province = await objects.object(above.object, ProvinceSchema);
  const books = isProvince
    ? province.own
    : province.communes.find(({ unit }) => unit.id === resolved.unit.id);
  return { resolved, province, ...(books && { books }) };
}

async function unitPage(
  objects: Objects,
  common: Common,
  place: Place,
  fund: FundCode | undefined,
): Promise<ProvinceData | UnitData> {
  const { resolved, books, province } = place;
  const { unit } = resolved;
  const node = books && (await objects.object(books.object, UnitNodeSchema));
  if (province !== undefined && province.unit.id === unit.id) {
    return {
      page: 'province',
      ...common,
      resolved,
      unit,
      data: province,
      ...(node && { own: node }),
      ...chosen(fund),
    };
  }
  if (books === undefined || node === undefined) throw missing(`Sổ của ${unit.name}`);
  return { page: 'unit', ...common, resolved, unit, node, ...above(place) };
}

/** The province to name above a unit; nothing above a province itself. */
const above = ({ resolved, province }: Place) =>
  province === undefined || province.unit.id === resolved.unit.id ? {} : { province: province.unit };

async function bookPage(
  objects: Objects,
  common: Common,
  place: Place,
  route: Exclude<UnitRoute, { page: 'unit' }>,
): Promise<PageData> {
  const { resolved, books } = place;
  const node: UnitNode | undefined = books && (await objects.object(books.object, UnitNodeSchema));
  const line = node?.statements.find(({ fund }) => fund === route.fund);
  if (line === undefined) throw missing(`Sổ ${route.fund} của ${resolved.unit.name}`);
  const statement = await objects.object(line.object, StatementSchema);
  const here = { ...common, resolved, unit: resolved.unit, ...above(place) };
  switch (route.page) {
    case 'statement':
      return { page: 'statement', ...here, statement };
    case 'file':
      return { page: 'file', ...here, ...(await loadFile(objects, statement, route)) };
    default:
      return never(route);
  }
}
