import * as v from 'valibot';
import { codesOf, INDICATORS } from '../codes.ts';
import { compareText, inKeyOrder } from '../order.ts';
import { permilleOf, sumOf } from './figures.ts';
import type { TargetLine } from './targets-schema.ts';

const figure = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How many of the units below reached their target of a year. */
export const ShareSchema = v.object({
  year: v.pipe(v.number(), v.integer()),
  indicator: v.picklist(codesOf(INDICATORS)),
  /** Units with a target; those that met it; those of which the books do not tell what was reached. */
  units: count,
  met: count,
  unknown: count,
  /** Thousandths of the units with a target that met it, rounded down. */
  permille: v.optional(count),
  targetSum: figure,
  /** Of the units of which the books tell. */
  reachedSum: figure,
});
export type Share = v.InferOutput<typeof ShareSchema>;

/**
 * The share of the units below that reached their target, by year and indicator. A unit counts once: by its own target
 * where it has one, else by the sum of its organisations' targets. Of several own targets (one in its own book, one in
 * the book of the level above) the greatest counts. Lines of the unit whose book it is are not below it: they are left
 * out, so whoever adds the lines of a lower unit's own book names that unit in them.
 */
export function shareOf(lines: readonly TargetLine[]): readonly Share[] {
  const views = Map.groupBy(
    lines.filter((line) => unitKey(line) !== '' && line.organisation === undefined),
    ({ year, indicator }) => `${year} ${String(INDICATOR_ORDER.indexOf(indicator))}`,
  );
  return inKeyOrder(views).flatMap(shareOfView);
}

const INDICATOR_ORDER = codesOf(INDICATORS);
const unitKey = ({ unitId, unplaced }: TargetLine): string => unitId ?? (unplaced ? `?${unplaced}` : '');

/** Own targets before sums of organisations' targets, the greatest first, what is known before what is not. */
const byWeight = (a: TargetLine, b: TargetLine): number =>
  Number(a.organisations !== undefined) - Number(b.organisations !== undefined) ||
  b.target - a.target ||
  Number(b.met) - Number(a.met) ||
  (b.reached ?? Number.MIN_SAFE_INTEGER) - (a.reached ?? Number.MIN_SAFE_INTEGER);

function shareOfView(view: readonly TargetLine[]): Share[] {
  const units = new Map<string, TargetLine>();
  for (const line of [...view].sort((a, b) => compareText(unitKey(a), unitKey(b)) || byWeight(a, b))) {
    if (!units.has(unitKey(line))) units.set(unitKey(line), line);
  }
  const own = [...units.values()];
  const [first] = own;
  if (first === undefined) return [];
  const met = own.filter((line) => line.met).length;
  const known = own.map(({ reached }) => reached).filter((reached) => reached !== undefined);
  const permille = permilleOf(met, own.length);
  return [
    {
      year: first.year,
      indicator: first.indicator,
      units: own.length,
      met,
      unknown: own.length - known.length,
      ...(permille !== undefined && { permille }),
      targetSum: sumOf(own.map(({ target }) => target)),
      reachedSum: sumOf(known),
    },
  ];
}

interface PlanMet {
  /** The whole reached its own target. */
  readonly totalMet: boolean;
  /** Every unit below that has a target reached it. */
  readonly allMet: boolean;
  readonly met: boolean;
}

/**
 * Whether a plan of two conditions is met: so much in all, and every unit below that was given a target reaches it.
 * Without a target there is nothing to meet, so nothing is called met.
 * Source: Tam Kỳ 2023: at least 2 tỷ đồng in the whole city, and 100 % of its communes reach their plan.
 */
export function meetsPlan(total: TargetLine | undefined, share: Share | undefined): PlanMet {
  const totalMet = total?.met ?? false;
  const allMet = share !== undefined && share.met === share.units;
  return { totalMet, allMet, met: totalMet && allMet };
}
