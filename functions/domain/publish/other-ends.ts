import { compareText } from '../order.ts';
import type { TransferSide } from '../transfer/side.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import type { Across } from './across-schema.ts';

type OtherEnd = NonNullable<Across['others']>[number];

/** How a unit is called where an object tells of it: a commune of another province with its province. */
export function calledFrom(
  above: Unit | undefined,
  { id, name, provinceId }: Unit,
  registry: UnitRegistry,
): OtherEnd {
  const province =
    provinceId === undefined || provinceId === above?.id ? undefined : registry.byId(provinceId)?.name;
  return { id, name, ...(province === undefined ? {} : { province }) };
}

/** Units at the other end of transfers whose names the object would not hold otherwise, by id. */
export function otherEnds(
  above: Unit | undefined,
  sides: readonly TransferSide[],
  named: ReadonlySet<UnitId>,
  registry: UnitRegistry,
): OtherEnd[] {
  const ids = new Set(sides.flatMap(({ other }) => (other === undefined || named.has(other) ? [] : [other])));
  return [...ids]
    .flatMap((id) => registry.byId(id) ?? [])
    .map((unit) => calledFrom(above, unit, registry))
    .sort((a, b) => compareText(a.id, b.id));
}
