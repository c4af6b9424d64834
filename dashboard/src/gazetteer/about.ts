/** What a unit was, what it was made of, and where it went: everything its page says of its life. */
import type { IsoDate } from '#domain/date.ts';
import { compareText } from '#domain/order.ts';
import type { Succession, Unit, UnitRegistry } from '#domain/units/unit.ts';
import { type UndeterminedReason, whereabouts } from '#domain/units/whereabouts.ts';
import type { UnitRef } from '../routes.ts';
import { resolveUnit } from './resolve.ts';

/** A unit with the province that it lies in, or lay in. */
export interface Placed {
  readonly unit: Unit;
  readonly province?: Unit;
}

/** One unit that this one was made of, or went into. */
export interface Step extends Placed {
  readonly extent: Succession['extent'];
  /** First day of the new division. */
  readonly on: IsoDate;
  readonly act: string;
}

/** What a unit was made of, with what that was made of in turn. */
export interface Origin extends Step {
  readonly origins: readonly Origin[];
}

export interface About extends Placed {
  /** Other units that bear or bore its code, oldest first. */
  readonly others: readonly Unit[];
  readonly origins: readonly Origin[];
  /** What it went into. A unit that lives on may have given parts away. */
  readonly successors: readonly Step[];
  /** Of a unit that ended: the one unit of the day that holds all of it. */
  readonly now?: Placed;
  /** Of a unit that ended and is in no single one: why, and among which units of the day it may be. */
  readonly undetermined?: { readonly reason: UndeterminedReason; readonly among: readonly Placed[] };
}

/** The unit that an address means, today; undefined where its code was never borne. */
export function findUnit(registry: UnitRegistry, ref: UnitRef, today: IsoDate): Unit | undefined {
  const bearers = registry.versions(ref.code);
  // A code that another source gives leads to units that we know by their own.
  const code = bearers[0]?.code ?? ref.code;
  return resolveUnit(bearers, { ...ref, code }, today);
}

/** @param since first day of the division that the figures are shown in */
export function aboutUnit(
  registry: UnitRegistry,
  { id }: Pick<Unit, 'id'>,
  since: IsoDate,
): About | undefined {
  const unit = registry.byId(id);
  if (unit === undefined) return undefined;
  return {
    ...placed(registry, unit),
    others: registry.versions(unit.code).filter((other) => other.id !== unit.id),
    origins: originsOf(registry, unit),
    successors: registry.successors(unit.id).map((edge) => stepTo(registry, edge, edge.to)),
    ...whereNow(registry, unit, since),
  };
}

function placed(registry: UnitRegistry, unit: Unit): Placed {
  const province = unit.provinceId === undefined ? undefined : registry.byId(unit.provinceId);
  return province === undefined ? { unit } : { unit, province };
}

function stepTo(registry: UnitRegistry, { extent, on, act }: Succession, id: Unit['id']): Step {
  const unit = registry.byId(id);
  if (unit === undefined) throw new Error(`unit ${id} is not in the gazetteer`);
  return { ...placed(registry, unit), extent, on, act };
}

/** Only what came earlier is told of an origin: two units may have given parts to each other. */
function originsOf(registry: UnitRegistry, unit: Unit, before?: IsoDate): readonly Origin[] {
  return registry
    .predecessors(unit.id)
    .filter(({ on }) => before === undefined || on < before)
    .map((edge) => stepTo(registry, edge, edge.from))
    .sort((a, b) => compareText(a.on, b.on) || compareText(a.unit.id, b.unit.id))
    .map((step) => ({ ...step, origins: originsOf(registry, step.unit, step.on) }));
}

function whereNow(registry: UnitRegistry, unit: Unit, since: IsoDate): Pick<About, 'now' | 'undetermined'> {
  if (unit.validTo === undefined || unit.validTo >= since) return {};
  const place = whereabouts(registry, unit, since);
  if ('unit' in place) return { now: placed(registry, place.unit) };
  const among = place.among.map((one) => placed(registry, one));
  return { undetermined: { reason: place.undetermined, among } };
}
