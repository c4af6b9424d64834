import { codesOf, INDICATORS } from '../codes.ts';
import { compareText } from '../order.ts';
import type { Target } from '../registers/target.ts';
import { accentedKey } from '../text.ts';
import type { UnitId } from '../units/unit.ts';

/** A row that holds, with its target, and what tells it from others. */
export interface TargetInForce<Row extends Target = Target> {
  readonly row: Row;
  readonly target: number;
  readonly unitId?: UnitId;
  /** "" for the own unit, an identity, or the name of a unit that could not be told behind a "?". */
  readonly unitKey: string;
  /** "" for a target of the unit itself. */
  readonly organisationKey: string;
  /** It took the place of another. */
  readonly twice: boolean;
}

const INDICATOR_ORDER = codesOf(INDICATORS);

/** Of a row's two figures the one that its indicator counts: đồng, or a number of things. */
export const moneyOrCount = <T>(row: Target, money: T, number: T): T =>
  row.indicator === 'VAN_DONG' ? money : number;

export const countsHouses = (indicator: Target['indicator']): boolean =>
  indicator === 'NHA_XAY_MOI' || indicator === 'NHA_SUA_CHUA';

export const isUnplaced = (unitKey: string): boolean => unitKey.startsWith('?');

/**
 * The rows that hold, by year, indicator and unit. A later row for the same unit, year, indicator and organisation
 * replaces the earlier, whether the own unit is named in it or left blank. A row without a target of its kind is none.
 * @param own the unit whose book it is: a row that names it is a row for the own unit
 */
export function targetsInForce<Row extends Target>(
  targets: readonly Row[],
  own: UnitId | undefined,
): readonly TargetInForce<Row>[] {
  const held = new Map<string, TargetInForce<Row>>();
  for (const row of targets) {
    const target = moneyOrCount(row, row.targetVnd, row.target);
    if (target === undefined) continue;
    const unit = unitOf(row, own);
    const organisationKey = row.organisation === undefined ? '' : accentedKey(row.organisation);
    const key = JSON.stringify([row.year, row.indicator, unit.unitKey, organisationKey]);
    held.set(key, { row, target, ...unit, organisationKey, twice: held.has(key) });
  }
  return [...held.values()].sort(
    (a, b) =>
      a.row.year - b.row.year ||
      INDICATOR_ORDER.indexOf(a.row.indicator) - INDICATOR_ORDER.indexOf(b.row.indicator) ||
      Number(isUnplaced(a.unitKey)) - Number(isUnplaced(b.unitKey)) ||
      compareText(a.unitKey, b.unitKey) ||
      compareText(a.organisationKey, b.organisationKey),
  );
}

function unitOf(row: Target, own: UnitId | undefined): Pick<TargetInForce, 'unitId' | 'unitKey'> {
  if (row.unitId !== undefined && row.unitId !== own) return { unitId: row.unitId, unitKey: row.unitId };
  if (row.unitId === undefined && row.unitText !== undefined)
    return { unitKey: `?${accentedKey(row.unitText)}` };
  return { unitKey: '' };
}
