import type { IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import type { InForce } from './history-in-force.ts';
import { NameIndex, nameKeysReader } from './name-index.ts';
import {
  type Succession,
  type Unit,
  type UnitCode,
  type UnitId,
  type UnitRegistry,
  validOn,
} from './unit.ts';

const CENTRE: Unit = { id: 'TW' as UnitId, code: 'TW' as UnitCode, level: 'TW', name: 'Trung ương' };

const byCode = (a: Unit, b: Unit): number =>
  compareText(a.code, b.code) || compareText(a.validFrom ?? '', b.validFrom ?? '');

const NONE: readonly Succession[] = [];

/** The registry over the history in force. */
export function makeRegistry(inForce: InForce): UnitRegistry {
  const { history, folded, retired } = inForce;
  const { units, successions } = folded;
  const ids = new Map([...retired, CENTRE, ...units].map((unit) => [unit.id, unit]));
  const sorted = [...units].sort(byCode);
  const codes = Map.groupBy([CENTRE, ...sorted], (unit) => unit.code);
  const provinces = sorted.filter((unit) => unit.level === 'TINH');
  const communes = sorted.filter((unit) => unit.level === 'XA');
  const inProvince = Map.groupBy(communes, (unit) => unit.provinceId);
  const from = Map.groupBy(successions, (edge) => edge.from);
  const to = Map.groupBy(successions, (edge) => edge.to);
  // Names are indexed when a province is first asked for: most runs touch a few of the 86.
  const names = new Map<UnitId, NameIndex>();
  const keysOf = nameKeysReader();

  const namesOf = (provinceId: UnitId): NameIndex => {
    const known = names.get(provinceId);
    if (known) return known;
    const made = new NameIndex(inProvince.get(provinceId) ?? []);
    names.set(provinceId, made);
    return made;
  };
  const bearers = (code: UnitCode): readonly Unit[] => codes.get(code) ?? [];
  const aliased = (code: UnitCode): readonly Unit[] => bearers(history.codeAliases.get(code) ?? code);
  const versions = (code: UnitCode): readonly Unit[] => (codes.has(code) ? bearers(code) : aliased(code));
  const valid = (list: readonly Unit[], day: IsoDate): Unit[] => list.filter((unit) => validOn(unit, day));

  return {
    inForce,
    changeDays: [...new Set(history.changes.map(({ on }) => on))].sort(),
    byId: (id) => ids.get(id),
    // A code may have been a unit's own, and be what another source calls it by later.
    at: (code, day) => valid(bearers(code), day)[0] ?? valid(aliased(code), day)[0],
    versions,
    communesByName: (name, provinceId, day) => namesOf(provinceId).find(keysOf(name), day),
    communeCount: (provinceId, day) => valid(inProvince.get(provinceId) ?? [], day).length,
    communes: (day) => valid(communes, day),
    provinces: (day) => valid(provinces, day),
    all: () => [CENTRE, ...provinces, ...communes],
    successors: (id) => from.get(id) ?? NONE,
    predecessors: (id) => to.get(id) ?? NONE,
  };
}
