import type { Indicator } from '../codes.ts';
import { compareText } from '../order.ts';
import type { Target } from '../registers/target.ts';
import type { Sha256 } from '../sha256.ts';
import type { UnitId } from '../units/unit.ts';
import { permilleOf, sumOf } from './figures.ts';
import { countsHouses, isUnplaced, moneyOrCount, type TargetInForce, targetsInForce } from './in-force.ts';
import { organisationLabel } from './organisation-label.ts';
import type { TargetLine } from './targets-schema.ts';

/** What the books show a unit to have reached, as the indicator counts; undefined where they cannot tell. */
type Reached = (year: number, indicator: Indicator, unitId: UnitId | undefined) => number | undefined;

/** What one organisation reached, by its name as the row writes it. A register of houses tells, and rows of disbursement do that name who helped. */
export type ReachedBy = (
  year: number,
  indicator: Indicator,
  unitId: UnitId | undefined,
  organisation: string,
) => PartReached | undefined;

interface Options {
  /** The unit whose book it is: a row that names it is a row for the own unit. */
  readonly own?: UnitId;
  readonly reachedBy?: ReachedBy;
}

/** What one organisation reached, and how many of it others paid for too. */
export interface PartReached {
  readonly reached: number;
  readonly shared: number;
}

/** A row, and the file that it stands in where that is known. */
type Row = Target & { readonly digest?: Sha256 };
type Plan = TargetInForce<Row>;

/**
 * Plans beside what was reached, by year, indicator and unit: the own unit first, those that could not be told last.
 * A later row for the same unit, year, indicator and organisation replaces the earlier, and the line says so. Rows
 * come in the order of handing in and of the file; apart from that their order does not matter. A row without a
 * target has nothing to be measured by and gives no line.
 * Sources: targets by unit and year (Tam Kỳ 2023); by organisation, "theo địa chỉ, số lượng cụ thể" (Lạng Sơn 2016–20).
 */
export function progressOf(
  targets: readonly Row[],
  reached: Reached,
  options: Options = {},
): readonly TargetLine[] {
  const plans = targetsInForce(targets, options.own);
  const names = [...new Set(plans.map(({ unitKey }) => unitKey).filter(isUnplaced))].sort(compareText);
  const unplaced = new Map(names.map((name, i) => [name, i + 1]));
  const views = Map.groupBy(plans, ({ row, unitKey }) => `${row.year} ${row.indicator} ${unitKey}`);
  return [...views.values()].flatMap((view) => linesOf(view, unplaced, reached, options.reachedBy));
}

/** The lines of one unit, year and indicator: its own target, the sum of organisations' targets, each of those. */
function linesOf(
  view: readonly Plan[],
  unplaced: ReadonlyMap<string, number>,
  reached: Reached,
  reachedBy: Options['reachedBy'],
): TargetLine[] {
  const [first] = view;
  if (first === undefined) return [];
  const { unitId, unitKey } = first;
  const { year, indicator } = first.row;
  const known = isUnplaced(unitKey) ? undefined : reached(year, indicator, unitId);
  const head = {
    year,
    indicator,
    ...(unitId && { unitId }),
    ...(isUnplaced(unitKey) && { unplaced: unplaced.get(unitKey) ?? 0 }),
  };
  const line = (
    of: Partial<TargetLine>,
    target: number,
    got: number | undefined,
    stated: number | undefined,
  ) => {
    const permille = got === undefined ? undefined : permilleOf(got, target);
    return {
      ...head,
      ...of,
      target,
      ...(got !== undefined && { reached: got }),
      ...(stated !== undefined && { statedReached: stated }),
      ...(permille !== undefined && { permille }),
      met: got !== undefined && got >= target,
    };
  };
  const statedOf = ({ row }: Plan) => moneyOrCount(row, row.statedVnd, row.stated);
  const placeOf = ({ row: { digest, row }, twice }: Plan) => ({
    ...(twice && { twice: true as const }),
    ...(digest !== undefined && { digest, row }),
  });
  const lines: TargetLine[] = [];
  const parts = view.filter(({ organisationKey }) => organisationKey !== '');
  for (const plan of view.filter(({ organisationKey }) => organisationKey === '')) {
    lines.push(line(placeOf(plan), plan.target, known, statedOf(plan)));
  }
  if (parts.length > 0) {
    const stated = parts.map(statedOf).filter((one) => one !== undefined);
    // What each says of houses may be one house told by several: that is not added.
    const adds = stated.length === parts.length && !countsHouses(indicator);
    const sum = adds ? sumOf(stated) : undefined;
    lines.push(line({ organisations: parts.length }, sumOf(parts.map(({ target }) => target)), known, sum));
  }
  for (const plan of parts) {
    const name = plan.row.organisation ?? '';
    const got = isUnplaced(unitKey) ? undefined : reachedBy?.(year, indicator, unitId, name);
    const of = {
      organisation: organisationLabel(name),
      ...placeOf(plan),
      ...(got !== undefined && got.shared > 0 && { shared: got.shared }),
    };
    lines.push(line(of, plan.target, got?.reached, statedOf(plan)));
  }
  return lines;
}
