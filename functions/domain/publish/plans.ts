import type { FundCode } from '../campaigns/campaign.ts';
import type { Indicator } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import { compareText } from '../order.ts';
import { statedDiffers } from '../reconcile/target-findings.ts';
import { meetsPlan, shareOf } from '../targets/share.ts';
import type { TargetLine } from '../targets/targets-schema.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { Across, BookPart, Plan, TargetRef } from './across-schema.ts';
import type { Told } from './across-told.ts';
import { figureOf, wholeYears } from './years.ts';

/** A target of one unit beside what it reached. `whole`: of the upper unit, with all below it. */
export type UnitTarget = Across['unitPlans'][number] & { readonly line: TargetLine; readonly whole: boolean };

/** One target a unit, year and indicator, the greatest where several books set one. */
export function targetLines(
  books: readonly BookPart[],
  upper: (unit: Unit) => boolean,
  registry: UnitRegistry,
): UnitTarget[] {
  const found = new Map<string, UnitTarget>();
  for (const book of books) {
    for (const ref of book.targets) {
      const unit = ref.unitId === undefined ? book.unit : registry.byId(ref.unitId);
      if (unit === undefined) throw new Error(`unit ${ref.unitId} is not in the registry`);
      const made = unitTarget(unit, book.fund, ref, books, upper);
      const key = `${book.fund} ${ref.year} ${ref.indicator} ${unit.id}`;
      const known = found.get(key);
      if (known === undefined || known.target < made.target) found.set(key, made);
    }
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, made]) => made);
}

/** What the upper unit's own tables say was reached, of itself and of units below, where the books show otherwise. */
export const statedFindings = (
  books: readonly BookPart[],
  upper: (unit: Unit) => boolean,
  registry: UnitRegistry,
): Told[] =>
  books
    .filter(({ unit }) => upper(unit))
    .flatMap(({ unit: own, fund, targets }) =>
      targets.flatMap((ref) => {
        const unit = ref.unitId === undefined ? own : registry.byId(ref.unitId);
        if (ref.stated === undefined || unit === undefined) return [];
        const { reached } = unitTarget(unit, fund, ref, books, upper);
        return statedDiffers({ ...ref, stated: ref.stated, reached }, { unit: own.name, fund }).map(
          (finding): Told => ({
            finding,
            fund,
            owner: own,
            parties: [own.id, unit.id],
            sides: [],
            about: [ref.indicator, ref.year, unit.id, String(ref.stated), String(reached)],
            since: ref.since,
          }),
        );
      }),
    );

function unitTarget(
  unit: Unit,
  fund: FundCode,
  { year, indicator, target, digest, row }: TargetRef,
  books: readonly BookPart[],
  upper: (unit: Unit) => boolean,
): UnitTarget {
  const whole = upper(unit);
  const reached = reachedBy(
    books.filter((book) => book.fund === fund && (whole || book.unit.id === unit.id)),
    upper,
    year,
    indicator,
  );
  const line = {
    year: Number(year),
    indicator,
    ...(whole ? {} : { unitId: unit.id }),
    target,
    reached,
    met: reached >= target,
  };
  return { fund, year, indicator, unit, target, reached, digest, row, line, whole };
}

/** What books reached in a year, as the indicator counts. */
function reachedBy(
  books: readonly BookPart[],
  upper: (unit: Unit) => boolean,
  year: string,
  indicator: Indicator,
): number {
  const own = books.filter(({ unit }) => upper(unit)).flatMap(({ years }) => years);
  const below = books.filter(({ unit }) => !upper(unit)).flatMap(({ years }) => years);
  const sum = wholeYears(own, below).find((one) => one.year === year);
  return sum === undefined ? 0 : figureOf(sum, indicator);
}

/** How many units there were below at the end of the year. */
export const unitsBelow = (above: Unit | undefined, registry: UnitRegistry, year: string): number => {
  const day = `${year}-12-31` as IsoDate;
  return above === undefined ? registry.provinces(day).length : registry.communeCount(above.id, day);
};

/** Per fund, year and indicator: the whole's own plan, and the share of the units below that reached theirs. */
export function plansOf(
  books: readonly BookPart[],
  targets: readonly UnitTarget[],
  upper: (unit: Unit) => boolean,
  below: (year: string) => number,
): Plan[] {
  const groups = Map.groupBy(targets, ({ fund, year, indicator }) => `${fund} ${year} ${indicator}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { fund, year, indicator } = first;
    const [share] = shareOf(own.map(({ line }) => line));
    const total = own.find(({ whole }) => whole);
    return [
      {
        fund,
        year,
        indicator,
        ...(total === undefined ? {} : { target: total.target }),
        reached: reachedBy(
          books.filter((book) => book.fund === fund),
          upper,
          year,
          indicator,
        ),
        units: share?.units ?? 0,
        unitsMet: share?.met ?? 0,
        unitsTarget: share?.targetSum ?? 0,
        unitsReached: share?.reachedSum ?? 0,
        unitsBelow: below(year),
        met: meetsPlan(total?.line, share).met,
      },
    ];
  });
}
