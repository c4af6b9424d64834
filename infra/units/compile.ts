import { writeFileSync } from 'node:fs';
import { compareText } from '#domain/order.ts';
import { type BaseUnit, byDay, type UnitHistory } from '#domain/units/change.ts';
import { encodeHistory } from '#domain/units/history-codec.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { communeEdges } from './crosswalk.ts';
import { divisionChange, FIRST_DAY } from './division.ts';
import { type FormerCommune, formerCommunes, type Tally } from './former.ts';
import { historyText } from './history-text.ts';
import { type Overlay, readFormerNames, readOtherChanges, readOverlay, readSplits } from './overlay.ts';
import { readSource } from './source.ts';

/** Provinces, then communes by province and district; a district stands where its lowest code does. */
function baseUnits({ formerProvinces }: Overlay, communes: readonly FormerCommune[]): BaseUnit[] {
  const provinces = formerProvinces.codes.map((line) => ({
    code: line.slice(0, 2) as UnitCode,
    name: line.slice(3),
  }));
  const byCode = [...communes].sort((a, b) => compareText(a.code, b.code));
  const byProvince = byCode.toSorted((a, b) => compareText(a.province, b.province));
  const districts = Map.groupBy(byProvince, ({ province, district }) => `${province} ${district}`);
  return [
    ...provinces,
    ...[...districts.values()].flat().map(({ code, name, province, district }) => ({
      code,
      name,
      provinceCode: province as UnitCode,
      district,
    })),
  ];
}

/** Compiles the history of units from the package and the overlay. Deterministic; also tells what was left out. */
export function compileHistory(): { history: UnitHistory; tally: Tally } {
  const [source, overlay, splits, others] = [readSource(), readOverlay(), readSplits(), readOtherChanges()];
  const former = formerCommunes(source, overlay, readFormerNames());
  const division = (ended: ReadonlySet<string>) => {
    const edges = communeEdges(former, overlay, splits, ended);
    return divisionChange({ source, overlay, splits, former: former.communes, edges });
  };
  const rowsBefore = others.filter(({ on }) => on < FIRST_DAY).flatMap(({ rows }) => rows);
  const ended = rowsBefore.flatMap(({ formerCode, extent }) =>
    formerCode !== undefined && extent === 'WHOLE' ? [formerCode] : [],
  );
  return {
    history: {
      base: baseUnits(overlay, former.communes),
      changes: [division(new Set(ended)), ...others].sort(byDay),
      codeAliases: new Map(overlay.codeAliases.map(({ alias, code }) => [alias, code])),
    },
    tally: former.tally,
  };
}

export const HISTORY_FILE = new URL('../../functions/domain/units/history.data.json', import.meta.url);

if (import.meta.main) {
  const { history, tally } = compileHistory();
  writeFileSync(HISTORY_FILE, historyText(encodeHistory(history)));
  console.log(
    tally,
    history.base.length,
    history.changes.map(({ on, rows }) => `${on}: ${rows.length}`),
  );
}
