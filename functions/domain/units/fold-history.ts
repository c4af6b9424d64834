import { dayBefore, type IsoDate } from '../date.ts';
import { err, ok, type Result } from '../result.ts';
import type { BaseUnit, SuccessionRow, UnitChange, UnitHistory } from './change.ts';
import { byDay } from './change.ts';
import { type ChangeFault, faultsOfRows } from './change-faults.ts';
import { communeKind, isProvinceCode } from './kind.ts';
import type { Succession, Unit, UnitCode, UnitId } from './unit.ts';

/** All units that a history tells of, and what went into what. */
export interface Folded {
  readonly units: readonly Unit[];
  readonly successions: readonly Succession[];
}

/**
 * The day of the two-level division. Up to it the first bearer of a code is known by the code alone; a unit of any
 * later change by `code@day`, so that changes may become known in any order without a name changing its meaning.
 */
const PLAIN_CODES_UNTIL = '2025-07-01';

/** Units while a history is told. Those that live are known by their code. */
class Telling {
  readonly all = new Map<UnitId, Unit>();
  readonly living = new Map<UnitCode, Unit>();
  readonly successions: Succession[] = [];

  born(unit: Unit): void {
    this.all.set(unit.id, unit);
    this.living.set(unit.code, unit);
  }

  /** The same unit, told of anew. */
  goesOn(unit: Unit): void {
    this.born(unit);
  }

  ends(unit: Unit, validTo: IsoDate): void {
    this.all.set(unit.id, { ...unit, validTo });
    this.living.delete(unit.code);
  }

  freshId(code: UnitCode, on: IsoDate): UnitId {
    const plain = on <= PLAIN_CODES_UNTIL && !this.all.has(code as string as UnitId);
    return (plain ? code : `${code}@${on}`) as UnitId;
  }
}

/**
 * Tells a history from its beginning: every unit with its life, and every succession. A change that does not follow
 * from what was before it ends the telling, with everything that is wrong with it.
 */
export function foldHistory({ base, changes }: UnitHistory): Result<Folded, readonly ChangeFault[]> {
  const telling = new Telling();
  for (const unit of base) telling.born(baseUnit(unit));
  for (const change of [...changes].sort(byDay)) {
    const faults = faultsOfRows(change, telling.living);
    if (faults.length > 0) return err(faults);
    apply(change, telling);
  }
  return ok({ units: [...telling.all.values()], successions: telling.successions });
}

const baseUnit = ({ code, name, provinceCode, district }: BaseUnit): Unit => ({
  id: code as string as UnitId,
  code,
  level: isProvinceCode(code) ? 'TINH' : 'XA',
  name,
  ...kindOf(code, name),
  ...(provinceCode === undefined ? {} : { provinceId: provinceCode as string as UnitId }),
  ...(district === undefined ? {} : { district }),
});

function kindOf(code: UnitCode, name: string): Pick<Unit, 'kind'> {
  const kind = isProvinceCode(code) ? undefined : communeKind(name);
  return kind === undefined ? {} : { kind };
}

function apply(change: UnitChange, telling: Telling): void {
  // Communes are born into provinces of their own day.
  const [provinces, communes] = [true, false].map((wanted) =>
    change.rows.filter(({ code }) => isProvinceCode(code) === wanted),
  );
  for (const rows of [provinces, communes]) applyRows(change.on, rows ?? [], telling);
}

function applyRows(on: IsoDate, rows: readonly SuccessionRow[], telling: Telling): void {
  const before = new Map(telling.living);
  const eve = dayBefore(on);
  const kept = new Set(rows.flatMap(({ extent, code }) => (extent === 'KEPT' ? [code] : [])));
  const former = (row: SuccessionRow) =>
    row.formerCode === undefined ? undefined : before.get(row.formerCode);
  for (const unit of new Set(rows.flatMap((row) => former(row) ?? []))) {
    if (!kept.has(unit.code)) telling.ends(unit, eve);
  }
  for (const row of rows) {
    if (row.extent === 'KEPT') telling.goesOn(renamed(former(row) as Unit, row.name, eve));
  }
  for (const row of rows) {
    if (!telling.living.has(row.code)) telling.born(newUnit(row, on, telling));
  }
  for (const row of rows) {
    const [from, to] = [former(row), telling.living.get(row.code)];
    if (row.extent === 'KEPT' || from === undefined || to === undefined) continue;
    telling.successions.push({ from: from.id, to: to.id, extent: row.extent, on, act: row.act });
  }
}

function renamed(unit: Unit, name: string, validTo: IsoDate): Unit {
  if (name === unit.name) return unit;
  const former = {
    name: unit.name,
    ...(unit.kind === undefined ? {} : { kind: unit.kind }),
    validTo,
  };
  return {
    ...unit,
    name,
    ...kindOf(unit.code, name),
    formerNames: [...(unit.formerNames ?? []), former],
  };
}

function newUnit({ code, name, provinceCode }: SuccessionRow, on: IsoDate, telling: Telling): Unit {
  const province = provinceCode === undefined ? undefined : telling.living.get(provinceCode);
  return {
    id: telling.freshId(code, on),
    code,
    level: isProvinceCode(code) ? 'TINH' : 'XA',
    name,
    ...kindOf(code, name),
    ...(province === undefined ? {} : { provinceId: province.id }),
    validFrom: on,
  };
}
