import * as v from 'valibot';
import { codesOf, INDICATORS, type Indicator } from '../codes.ts';
import { compareText } from '../order.ts';
import type { Target } from '../registers/target.ts';
import { accentedKey } from '../text.ts';
import { type UnitId, UnitIdSchema } from '../units/unit.ts';
import { permilleOf, sumOf } from './figures.ts';
import { organisationLabel } from './organisation-label.ts';

const figure = v.pipe(v.number(), v.safeInteger());
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * One target of a year beside what was reached: đồng where the indicator counts money, else a number of things.
 * Lines with an `organisation` are parts of a plan, and the line with `organisations` adds those of one unit up. A
 * target of the unit itself is another view of the same plan and never added to them.
 */
export const TargetLineSchema = v.object({
  year: v.pipe(v.number(), v.integer()),
  indicator: v.picklist(codesOf(INDICATORS)),
  /** Absent: the unit whose book it is or, with `unplaced`, one that could not be told. */
  unitId: v.optional(UnitIdSchema),
  /** Numbers the names of units that could not be told; the names themselves are not shown. */
  unplaced: v.optional(ordinal),
  organisation: v.optional(v.string()),
  /** How many organisations' targets the line adds up. */
  organisations: v.optional(ordinal),
  target: figure,
  /** As the books show it; absent where they cannot tell. 0 is a figure. */
  reached: v.optional(figure),
  /** As the table of targets itself says: beside `reached`, and no ground for `met`. */
  statedReached: v.optional(figure),
  /** Thousandths of the target that were reached, rounded down; absent where nothing was to be reached. */
  permille: v.optional(figure),
  met: v.boolean(),
  /** Several rows set a target for the same; the latest holds. */
  twice: v.optional(v.literal(true)),
});
export type TargetLine = v.InferOutput<typeof TargetLineSchema>;

/** What the books show a unit to have reached, as the indicator counts; undefined where they cannot tell. */
type Reached = (year: number, indicator: Indicator, unitId: UnitId | undefined) => number | undefined;

interface Options {
  /** The unit whose book it is: a row that names it is a row for the own unit. */
  readonly own?: UnitId;
  /** What one organisation reached, by its name as the row writes it. Books seldom tell; a register of houses does. */
  readonly reachedBy?: (
    year: number,
    indicator: Indicator,
    unitId: UnitId | undefined,
    organisation: string,
  ) => number | undefined;
}

const INDICATOR_ORDER = codesOf(INDICATORS);

/** A row with its target, and what tells it from others. */
interface Plan {
  readonly row: Target;
  readonly target: number;
  readonly unitId?: UnitId;
  /** "" for the own unit, an identity, or the name of a unit that could not be told behind a "?". */
  readonly unitKey: string;
  /** "" for a target of the unit itself. */
  readonly organisationKey: string;
  readonly twice: boolean;
}

/**
 * Plans beside what was reached, by year, indicator and unit: the own unit first, those that could not be told last.
 * A later row for the same unit, year, indicator and organisation replaces the earlier, and the line says so. Rows
 * come in the order of handing in and of the file; apart from that their order does not matter. A row without a
 * target has nothing to be measured by and gives no line.
 * Sources: targets by unit and year (Tam Kỳ 2023); by organisation, "theo địa chỉ, số lượng cụ thể" (Lạng Sơn 2016–20).
 */
export function progressOf(
  targets: readonly Target[],
  reached: Reached,
  options: Options = {},
): readonly TargetLine[] {
  const plans = plansOf(targets, options.own);
  const names = [...new Set(plans.map(({ unitKey }) => unitKey).filter(isUnplaced))].sort(compareText);
  const unplaced = new Map(names.map((name, i) => [name, i + 1]));
  const views = Map.groupBy(plans, ({ row, unitKey }) => `${row.year} ${row.indicator} ${unitKey}`);
  return [...views.values()].flatMap((view) => linesOf(view, unplaced, reached, options.reachedBy));
}

const isUnplaced = (unitKey: string): boolean => unitKey.startsWith('?');
const moneyOrCount = <T>(row: Target, money: T, number: T): T =>
  row.indicator === 'VAN_DONG' ? money : number;

function unitOf(row: Target, own: UnitId | undefined): Pick<Plan, 'unitId' | 'unitKey'> {
  if (row.unitId !== undefined && row.unitId !== own) return { unitId: row.unitId, unitKey: row.unitId };
  if (row.unitId === undefined && row.unitText !== undefined)
    return { unitKey: `?${accentedKey(row.unitText)}` };
  return { unitKey: '' };
}

/** The rows that hold, in the order of lines. */
function plansOf(targets: readonly Target[], own: UnitId | undefined): Plan[] {
  const plans = new Map<string, Plan>();
  for (const row of targets) {
    const target = moneyOrCount(row, row.targetVnd, row.target);
    if (target === undefined) continue;
    const unit = unitOf(row, own);
    const organisationKey = row.organisation === undefined ? '' : accentedKey(row.organisation);
    const key = JSON.stringify([row.year, row.indicator, unit.unitKey, organisationKey]);
    plans.set(key, { row, target, ...unit, organisationKey, twice: plans.has(key) });
  }
  return [...plans.values()].sort(
    (a, b) =>
      a.row.year - b.row.year ||
      INDICATOR_ORDER.indexOf(a.row.indicator) - INDICATOR_ORDER.indexOf(b.row.indicator) ||
      Number(isUnplaced(a.unitKey)) - Number(isUnplaced(b.unitKey)) ||
      compareText(a.unitKey, b.unitKey) ||
      compareText(a.organisationKey, b.organisationKey),
  );
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
  const lines: TargetLine[] = [];
  const parts = view.filter(({ organisationKey }) => organisationKey !== '');
  for (const plan of view.filter(({ organisationKey }) => organisationKey === '')) {
    lines.push(line(plan.twice ? { twice: true } : {}, plan.target, known, statedOf(plan)));
  }
  if (parts.length > 0) {
    const stated = parts.map(statedOf).filter((one) => one !== undefined);
    const sum = stated.length === parts.length ? sumOf(stated) : undefined;
    lines.push(line({ organisations: parts.length }, sumOf(parts.map(({ target }) => target)), known, sum));
  }
  for (const plan of parts) {
    const name = plan.row.organisation ?? '';
    const of = { organisation: organisationLabel(name), ...(plan.twice && { twice: true as const }) };
    const got = isUnplaced(unitKey) ? undefined : reachedBy?.(year, indicator, unitId, name);
    lines.push(line(of, plan.target, got, statedOf(plan)));
  }
  return lines;
}
