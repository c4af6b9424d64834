import { writeFileSync } from 'node:fs';
import type { RegistryData } from '#domain/units/registry-data.ts';
import { type FormerCommune, formerCommunes, type Tally } from './former.ts';
import { type Overlay, type PresentCommune, readOverlay, readSource, type Source } from './source.ts';
import { unchangedCommunes, unchangedProvinces } from './unchanged.ts';

/**
 * The first day of the two-level division (Nghị quyết 202/2025/QH15 and the resolutions of 16/6/2025). Changes
 * after it, such as Đồng Nai becoming a city on 30/4/2026, are not in the source and not told here.
 */
const LINE = '2025-07-01';

const presentProvinceName = (province: Source['provinces'][number]): string =>
  province.name.startsWith('Thành phố') ? province.name : `Tỉnh ${province.name}`;

const sorted = (lines: string[]): string[] => lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

const place = (commune: { province: string; district: string }): string =>
  `${commune.province}|${commune.district}`;

function compileProvinces(source: Source, overlay: Overlay, unchanged: ReadonlySet<string>) {
  const present = source.provinces.map(
    (province) => `${province.province_code}|${presentProvinceName(province)}`,
  );
  const kept = (line: string) => unchanged.has(line.slice(0, 2));
  return {
    former: sorted(overlay.formerProvinces.codes.filter((line) => !kept(line))),
    present: sorted(present.filter((line) => !kept(line))),
    unchanged: sorted(present.filter(kept)),
  };
}

function compileCommunes(former: FormerCommune[], present: PresentCommune[], unchanged: ReadonlySet<string>) {
  const districts = sorted([...new Set(former.map(place))]);
  const index = new Map(districts.map((district, i) => [district, i]));
  const old = (commune: FormerCommune) =>
    [
      commune.code,
      commune.name,
      index.get(place(commune)),
      ...(commune.validTo ? [commune.validTo] : []),
    ].join('|');
  return {
    districts,
    communes: {
      former: sorted(former.filter((commune) => !unchanged.has(commune.code)).map(old)),
      present: sorted(
        present
          .filter((commune) => !unchanged.has(commune.ward_code))
          .map((commune) => [commune.ward_code, commune.name, commune.province_code].join('|')),
      ),
      unchanged: sorted(former.filter((commune) => unchanged.has(commune.code)).map(old)),
    },
  };
}

/** Compiles the registry from the package and the overlay. Deterministic; also tells what was left out. */
export function compileRegistry(): { data: RegistryData; tally: Tally } {
  const source = readSource();
  const overlay = readOverlay();
  const { communes: former, successors, tally } = formerCommunes(source, overlay);
  const names = new Map(source.provinces.map((p) => [p.province_code, presentProvinceName(p)]));
  const provinces = unchangedProvinces(former, successors, source.communes, names, overlay);
  const communes = unchangedCommunes(former, successors, source.communes, provinces);
  return {
    data: {
      line: LINE,
      provinces: compileProvinces(source, overlay, provinces),
      ...compileCommunes(former, source.communes, communes),
    },
    tally,
  };
}

/** One unit per line, so that a change of the registry reads as a diff. */
export const registryText = (data: RegistryData): string => `${JSON.stringify(data, null, 1)}\n`;

export const REGISTRY_FILE = new URL('../../functions/domain/units/registry.data.json', import.meta.url);

if (import.meta.main) {
  const { data, tally } = compileRegistry();
  writeFileSync(REGISTRY_FILE, registryText(data));
  console.log(tally, data.communes.unchanged.length, data.provinces.unchanged.join(', '));
}
