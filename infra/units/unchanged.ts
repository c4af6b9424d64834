import type { CommuneEdge } from './crosswalk.ts';
import type { FormerCommune } from './former.ts';
import type { Overlay } from './overlay.ts';
import type { PresentCommune } from './source.ts';

/** Provinces that went on as they were: no other was made of them. */
export function unchangedProvinces({ formerProvinces, provinces }: Overlay): Set<string> {
  const gone = new Set<string>(Object.values(provinces.madeOf).flat());
  return new Set(formerProvinces.codes.map((line) => line.slice(0, 2)).filter((code) => !gone.has(code)));
}

/**
 * Communes that went on as they were: one predecessor with the same code and full name, which went
 * nowhere else. The province must have gone on as well: a unit belongs to one province throughout its life.
 */
export function unchangedCommunes(
  former: readonly FormerCommune[],
  edges: readonly CommuneEdge[],
  present: readonly PresentCommune[],
  provinces: ReadonlySet<string>,
): Set<string> {
  const names = new Map<string, string>(former.map(({ code, name }) => [code, name]));
  const into = Map.groupBy(edges, (edge): string => edge.present);
  const same = ({ ward_code, name, province_code }: PresentCommune): boolean => {
    const [only, ...others] = into.get(ward_code) ?? [];
    return (
      only !== undefined &&
      others.length === 0 &&
      only.extent === 'WHOLE' &&
      only.former === ward_code &&
      names.get(only.former) === name &&
      provinces.has(province_code)
    );
  };
  return new Set(present.filter(same).map((commune) => commune.ward_code));
}
