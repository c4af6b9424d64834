import type { IsoDate } from '../date.ts';
import { type Unit, type UnitRegistry, validOn } from '../units/unit.ts';
import { whereabouts } from '../units/whereabouts.ts';
import type { CommuneFault } from './commune-fault.ts';
import { dayIn, fateOf, nameAndCode } from './unit-words.ts';

/** A province where a commune should stand; nothing where the province had no commune that day, as far as is known. */
export function provinceInstead(
  registry: UnitRegistry,
  province: Unit,
  date: IsoDate,
): CommuneFault | undefined {
  const place = whereabouts(registry, province, date);
  const provinces = 'unit' in place ? [place.unit] : place.among;
  const ids = new Set<Unit['provinceId']>(provinces.map(({ id }) => id));
  const communes = registry.communes(date).filter(({ provinceId }) => ids.has(provinceId));
  // Of a former province, one that was made of its communes.
  const isOf = ({ id }: Unit): boolean =>
    !validOn(province, date) &&
    registry.predecessors(id).some(({ from }) => registry.byId(from)?.provinceId === province.id);
  const example = communes.find(isOf) ?? communes[0];
  if (example === undefined) return undefined;
  const own = dayIn(province, date);
  const fate = fateOf(registry, province, own, date);
  return {
    fault: 'COMMUNE_IS_PROVINCE',
    params: {
      unit: [nameAndCode(province, own), ...(fate === '' ? [] : [fate])].join(', '),
      communes: communes.length,
      example: nameAndCode(example, date),
    },
  };
}
