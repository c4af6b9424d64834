import type { IsoDate } from '#domain/date.ts';
import { compareText } from '#domain/order.ts';
import type { SuccessionRow, UnitChange } from '#domain/units/change.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { CommuneEdge } from './crosswalk.ts';
import type { FormerCommune } from './former.ts';
import type { Overlay, Splits } from './overlay.ts';
import type { Source } from './source.ts';
import { unchangedCommunes, unchangedProvinces } from './unchanged.ts';

/** The first day of the two-level division (Nghị quyết 202/2025/QH15 and the 34 resolutions of 16/6/2025). */
export const FIRST_DAY = '2025-07-01' as IsoDate;

const presentProvinceName = (province: Source['provinces'][number]): string =>
  province.name.startsWith('Thành phố') ? province.name : `Tỉnh ${province.name}`;

interface Division {
  readonly source: Source;
  readonly overlay: Overlay;
  readonly splits: Splits;
  readonly former: readonly FormerCommune[];
  readonly edges: readonly CommuneEdge[];
}

/** The change into the two-level division. What went on as it was is not named. */
export function divisionChange(division: Division): UnitChange {
  const provinces = unchangedProvinces(division.overlay);
  checkProvinces(division);
  return { on: FIRST_DAY, rows: [...provinceRows(division), ...communeRows(division, provinces)] };
}

function provinceRows({ source, overlay }: Division): SuccessionRow[] {
  const names = new Map(source.provinces.map((one) => [one.province_code, presentProvinceName(one)]));
  const { madeOf, act } = overlay.provinces;
  return (Object.keys(madeOf) as UnitCode[]).sort(compareText).flatMap((code) => {
    const name = names.get(code);
    if (name === undefined) throw new Error(`no present province ${code}`);
    return (madeOf[code] ?? []).map((formerCode) => ({ formerCode, extent: 'WHOLE', code, name, act }));
  });
}

function communeRows(
  { source, splits, former, edges }: Division,
  provinces: ReadonlySet<string>,
): SuccessionRow[] {
  const unchanged = unchangedCommunes(former, edges, source.communes, provinces);
  const acts = new Map<string, string>(
    splits.resolutions.map(({ provinceCode, act }) => [provinceCode, act]),
  );
  const into = Map.groupBy(edges, (edge): string => edge.present);
  const place = (commune: Source['communes'][number]) => commune.province_code + commune.ward_code;
  return source.communes
    .filter(({ ward_code }) => !unchanged.has(ward_code))
    .sort((a, b) => compareText(place(a), place(b)))
    .flatMap(({ ward_code, name, province_code }): SuccessionRow[] => {
      const [code, provinceCode] = [ward_code as UnitCode, province_code as UnitCode];
      const act = acts.get(province_code);
      if (act === undefined) throw new Error(`no resolution for province ${province_code}`);
      const told = { code, name, provinceCode, act };
      const origins = [...(into.get(ward_code) ?? [])].sort(ownCodeFirst);
      if (origins.length === 0) return [{ extent: 'WHOLE', ...told }];
      return origins.map(({ former: formerCode, extent }) => ({ formerCode, extent, ...told }));
    });
}

/** What had the code already comes first: the short form of a history then need not tell the code. */
const ownCodeFirst = (a: CommuneEdge, b: CommuneEdge): number =>
  Number(b.former === b.present) - Number(a.former === a.present) || compareText(a.former, b.former);

/** No commune may leave its province but into one that was made of it. */
function checkProvinces({ source, overlay, former, edges }: Division): void {
  const provinceBefore = new Map<string, string>(former.map(({ code, province }) => [code, province]));
  const provinceAfter = new Map(source.communes.map((one) => [one.ward_code, one.province_code]));
  for (const { former: from, present } of edges) {
    const [before, after] = [provinceBefore.get(from) ?? '', provinceAfter.get(present) ?? ''];
    const madeOf: readonly string[] = overlay.provinces.madeOf[after] ?? [after];
    if (!madeOf.includes(before))
      throw new Error(`${from} → ${present} leaves province ${before} for ${after}`);
  }
}
