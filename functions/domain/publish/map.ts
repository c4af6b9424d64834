/** The snapshot's books on the map in force: which day's map, and its nodes, each a pure function of its children. */
import { type Instant, type IsoDate, vietnamDay } from '../date.ts';
import type { Finding } from '../finding.ts';
import { compareText, maxText } from '../order.ts';
import { clearHandovers } from '../reconcile/handover.ts';
import { rule } from '../rules/catalogue.ts';
import { type Loose, type Reported, rollUp } from '../units/roll-up.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import { provinceOfWhereabouts, whereabouts } from '../units/whereabouts.ts';
import {
  BEFORE_MEMORY,
  type Clearing,
  type LooseChild,
  type MapUnit,
  type ProvinceMap,
} from './map-schema.ts';
import { type Child, SNAPSHOT_VERSION } from './node-parts.ts';
import { sumFunds } from './totals.ts';

/**
 * First day of the division in force by the last thing the ledger knows: a file or a change of units that was handed
 * in. No clock, so the same ledger gives the same map.
 */
export function mapDay(registry: UnitRegistry, updatedAt: Instant): IsoDate {
  const { importedAt } = registry.inForce;
  const known = vietnamDay(importedAt === undefined ? updatedAt : maxText(importedAt, updatedAt));
  return registry.changeDays.filter((day) => day <= known).at(-1) ?? BEFORE_MEMORY;
}

/** First days of every division into other provinces, up to the map's day. */
export const breaksUntil = (registry: UnitRegistry, since: IsoDate): IsoDate[] => {
  const days = registry
    .all()
    .flatMap(({ level, validFrom }) => (level === 'TINH' && validFrom ? [validFrom] : []));
  return [...new Set(days)].filter((day) => day <= since).sort();
};

type Landing = ReadonlyMap<UnitId, ReadonlySet<UnitId>>;

/** One registry serves many publications on one map. */
const landings = new WeakMap<UnitRegistry, { readonly since: IsoDate; readonly landing: Landing }>();

/** The provinces of the map, by identity, among which communes of a province as it was reported lie now. */
export function landing(registry: UnitRegistry, since: IsoDate): Landing {
  const known = landings.get(registry);
  if (known?.since === since) return known.landing;
  const made = landingOf(registry, since);
  landings.set(registry, { since, landing: made });
  return made;
}

function landingOf(registry: UnitRegistry, since: IsoDate): Landing {
  const found = new Map<UnitId, Set<UnitId>>();
  for (const unit of registry.all()) {
    if (unit.level === 'TW') continue;
    const reported = unit.provinceId ?? unit.id;
    const now = provinceOfWhereabouts(registry, unit, whereabouts(registry, unit, since), since);
    if (now === undefined) continue;
    const lands = found.get(reported);
    if (lands) lands.add(now.id);
    else found.set(reported, new Set([now.id]));
  }
  return found;
}

/** Where the books of some provinces, as they were reported, are on the map. */
export interface OnMap {
  readonly provinces: readonly ProvinceMap[];
  /** What lies in no single province. */
  readonly undetermined: readonly LooseChild[];
}

/**
 * The nodes of the map for provinces and communes with books. Σ over the nodes and the undetermined = Σ over the books.
 * @param books each unit's own books as the tree has them, without the centre's
 */
export function onMap(registry: UnitRegistry, since: IsoDate, books: readonly Child[]): OnMap {
  const parts = [...books]
    .sort((a, b) => compareText(a.unit.id, b.unit.id))
    .map((child) => ({ unit: registry.byId(child.unit.id) ?? child.unit, value: child }));
  const { placed, undetermined } = rollUp(registry, since, parts);
  const byProvince = new Map<UnitId, Held>();
  const heldBy = (province: Unit): Held => {
    const known = byProvince.get(province.id) ?? { province, communes: [], loose: [] };
    byProvince.set(province.id, known);
    return known;
  };
  const homeless: LooseChild[] = [];
  for (const { unit, parts: own } of placed) {
    const mapUnit = mapUnitOf(unit, own);
    if (unit.level === 'TINH') heldBy(unit).own = mapUnit;
    else heldBy(provinceOf(registry, unit)).communes.push(mapUnit);
  }
  for (const loose of undetermined) {
    if (loose.province === undefined) homeless.push(looseChild(loose));
    else heldBy(loose.province).loose.push(looseChild(loose));
  }
  const provinces = [...byProvince.values()]
    .sort((a, b) => compareText(a.province.id, b.province.id))
    .map((held) => provinceMap(registry, since, held));
  return { provinces, undetermined: homeless };
}

interface Held {
  readonly province: Unit;
  own?: MapUnit;
  readonly communes: MapUnit[];
  readonly loose: LooseChild[];
}

function provinceOf(registry: UnitRegistry, { id, provinceId }: Unit): Unit {
  const province = provinceId === undefined ? undefined : registry.byId(provinceId);
  if (province === undefined) throw new Error(`unit ${id} belongs to no province`);
  return province;
}

const latest = (parts: readonly Pick<Child, 'asOf' | 'updatedAt'>[]): Pick<Child, 'asOf' | 'updatedAt'> => ({
  asOf: parts.map(({ asOf }) => asOf).reduce(maxText),
  updatedAt: parts.map(({ updatedAt }) => updatedAt).reduce(maxText),
});

function mapUnitOf(unit: Unit, parts: readonly Reported<Child>[]): MapUnit {
  const children = parts.map(({ value }) => value);
  return { unit, ...latest(children), funds: sumFunds(children.map(({ funds }) => funds)), parts: children };
}

const looseChild = ({ reason, among, part }: Loose<Child>): LooseChild => ({
  child: part.value,
  reason,
  among: [...among],
});

function provinceMap(
  registry: UnitRegistry,
  since: IsoDate,
  { province, own, communes, loose }: Held,
): ProvinceMap {
  const units = own === undefined ? communes : [own, ...communes];
  const dated = [...units, ...loose.map(({ child }) => child)];
  const children = [...units.flatMap(({ parts }) => parts), ...loose.map(({ child }) => child)];
  const clearing = clearHandovers(
    registry,
    children.flatMap(({ unit, handovers = [] }) => handovers.map((line) => ({ unit, ...line }))),
  );
  return {
    type: 'map',
    version: SNAPSHOT_VERSION,
    unit: province,
    since,
    ...latest(dated),
    funds: sumFunds(dated.map(({ funds }) => funds)),
    ...(own === undefined ? {} : { own }),
    communes: [...communes].sort((a, b) => compareText(a.unit.id, b.unit.id)),
    undetermined: loose,
    clearing,
    findings: clearing.flatMap(unpaired),
    communeCount: registry.communeCount(province.id, since),
  };
}

/** A balance that was handed over and that nobody took over, or the other way round: a finding with its amount. */
const unpaired = ({ fund, unpaired: sides }: Clearing): Finding[] =>
  sides.map(({ unit, direction, amountVnd, date, digest, row }) => ({
    rule: direction === 'out' ? 'HANDOVER_NOT_TAKEN' : 'HANDOVER_FROM_NOBODY',
    severity: rule(direction === 'out' ? 'HANDOVER_NOT_TAKEN' : 'HANDOVER_FROM_NOBODY').severity,
    count: 1,
    digest,
    rows: [row],
    date,
    actualVnd: amountVnd,
    params: { fund, unit: unit.name },
  }));
