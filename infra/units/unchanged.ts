import type { FormerCommune } from './former.ts';
import type { Overlay, PresentCommune } from './source.ts';

type Successors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Provinces that crossed the line as they were: the same code and name on both sides, all their communes'
 * successors are theirs, and every predecessor of these was theirs already.
 */
export function unchangedProvinces(
  former: readonly FormerCommune[],
  successors: Successors,
  present: readonly PresentCommune[],
  presentNames: ReadonlyMap<string, string>,
  overlay: Overlay,
): Set<string> {
  const unchanged = new Set(
    overlay.formerProvinces.codes
      .map((line) => [line.slice(0, 2), line.slice(3)] as const)
      .filter(([code, name]) => presentNames.get(code) === name)
      .map(([code]) => code),
  );
  const provinceNow = new Map(present.map((commune) => [commune.ward_code, commune.province_code]));
  for (const commune of former) {
    for (const next of successors.get(commune.code) ?? []) {
      const now = provinceNow.get(next);
      if (now === commune.province) continue;
      unchanged.delete(commune.province);
      unchanged.delete(now ?? '');
    }
  }
  return unchanged;
}

/**
 * Communes that crossed the line as they were: one predecessor with the same code and full name, which went
 * nowhere else. The province must have crossed as well: a unit belongs to one province throughout its life.
 */
export function unchangedCommunes(
  former: readonly FormerCommune[],
  successors: Successors,
  present: readonly PresentCommune[],
  provinces: ReadonlySet<string>,
): Set<string> {
  const predecessors = new Map<string, FormerCommune[]>();
  for (const commune of former) {
    for (const next of successors.get(commune.code) ?? []) {
      predecessors.set(next, [...(predecessors.get(next) ?? []), commune]);
    }
  }
  const same = (now: PresentCommune): boolean => {
    const [only, ...others] = predecessors.get(now.ward_code) ?? [];
    return (
      only !== undefined &&
      others.length === 0 &&
      provinces.has(now.province_code) &&
      only.code === now.ward_code &&
      only.name === now.name &&
      successors.get(only.code)?.size === 1
    );
  };
  return new Set(present.filter(same).map((commune) => commune.ward_code));
}
