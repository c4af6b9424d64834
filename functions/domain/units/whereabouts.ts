import type { IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import { type Succession, type Unit, type UnitId, type UnitRegistry, validOn } from './unit.ts';

/** Why money of a unit cannot be given to one unit of another day. */
export const UNDETERMINED_REASONS = {
  SPLIT: 'Đơn vị cũ đã chia cho nhiều xã, phường; không chia tiền theo tỷ lệ',
  MERGED: 'Đơn vị này gộp từ nhiều đơn vị cũ; không chia ngược theo tỷ lệ',
  NO_TRACE: 'Danh mục chưa cho biết đơn vị này thành đơn vị nào',
} as const;
export type UndeterminedReason = keyof typeof UNDETERMINED_REASONS;

/** Where a unit is found on the map of a day: in one unit, or nobody can tell in which of several. */
export type Whereabouts =
  | { readonly unit: Unit }
  | { readonly undetermined: UndeterminedReason; readonly among: readonly Unit[] };

/**
 * Where a unit is on the map of a day. Forward in time it is in one unit only where every step went there whole; back
 * in time only where it was made of one unit, wholly, and of nothing else. Shares are never computed.
 */
export function whereabouts(registry: UnitRegistry, unit: Unit, day: IsoDate): Whereabouts {
  if (validOn(unit, day)) return { unit };
  const forward = unit.validTo !== undefined && unit.validTo < day;
  return forward ? later(registry, unit, day) : earlier(registry, unit, day);
}

function later(registry: UnitRegistry, unit: Unit, day: IsoDate): Whereabouts {
  // What it gave away while it lived is no part of what it ended with.
  const steps = registry
    .successors(unit.id)
    .filter(({ on }) => unit.validTo !== undefined && on > unit.validTo);
  const [only, ...others] = steps;
  if (only === undefined) return { undetermined: 'NO_TRACE', among: [] };
  if (others.length === 0 && only.extent === 'WHOLE') {
    return whereabouts(registry, known(registry, only.to), day);
  }
  return { undetermined: 'SPLIT', among: among(registry, steps, 'to', day) };
}

function earlier(registry: UnitRegistry, unit: Unit, day: IsoDate): Whereabouts {
  // What it took in later is no part of what it was made of.
  const steps = registry.predecessors(unit.id).filter(({ on }) => on === unit.validFrom);
  const [only, ...others] = steps;
  if (only === undefined) return { undetermined: 'NO_TRACE', among: [] };
  if (others.length === 0 && only.extent === 'WHOLE') {
    return whereabouts(registry, known(registry, only.from), day);
  }
  return { undetermined: 'MERGED', among: among(registry, steps, 'from', day) };
}

/** Every unit of that day that some path of steps leads to, by identity. */
function among(
  registry: UnitRegistry,
  steps: readonly Succession[],
  end: 'from' | 'to',
  day: IsoDate,
): readonly Unit[] {
  const found = new Map<UnitId, Unit>();
  for (const step of steps) {
    const place = whereabouts(registry, known(registry, step[end]), day);
    for (const unit of 'unit' in place ? [place.unit] : place.among) found.set(unit.id, unit);
  }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}

function known(registry: UnitRegistry, id: UnitId): Unit {
  const unit = registry.byId(id);
  if (unit === undefined) throw new Error(`unit ${id} is not in the registry`);
  return unit;
}

/** The province, on that day, that holds all places where a unit may be; undefined where there is no single one. */
export function provinceOfWhereabouts(
  registry: UnitRegistry,
  unit: Unit,
  place: Whereabouts,
  day: IsoDate,
): Unit | undefined {
  const units = 'unit' in place ? [place.unit] : place.among;
  const provinces = new Set(units.map(({ level, id, provinceId }) => (level === 'TINH' ? id : provinceId)));
  const [only, ...others] = provinces;
  if (only !== undefined) return others.length === 0 ? registry.byId(only) : undefined;
  // Nothing is known of the commune; perhaps of its province.
  const province = unit.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
  if (province === undefined) return undefined;
  const above = whereabouts(registry, province, day);
  return 'unit' in above ? above.unit : undefined;
}
