import type { FundCode } from '../campaigns/campaign.ts';
import type { Indicator } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Finding, Severity } from '../finding.ts';
import { compareText, maxText, minText } from '../order.ts';
import { finding } from '../reconcile/make-finding.ts';
import type { TargetLine } from '../targets/progress.ts';
import { meetsPlan, shareOf } from '../targets/share.ts';
import { clearTransfers, lateTransfers } from '../transfer/clear.ts';
import type { TransferClearing, TransferSide } from '../transfer/side.ts';
import type { Unit, UnitId, UnitRegistry } from '../units/unit.ts';
import type { Across, BookPart, Plan, TargetRef } from './across-schema.ts';
import { SNAPSHOT_VERSION } from './node-parts.ts';
import type { Province } from './schema.ts';
import { figureOf, wholeYears } from './years.ts';

/** Money sent is to be entered by its receiver within so many days; then it is named. Practice, not law. */
export const TRANSFER_DAYS = 30;

type AcrossParts = Pick<Province, 'cleared' | 'plans' | 'acrossFindings'>;

/**
 * What is told across the books of a unit and of those below it: its transfers against theirs, plans against what was
 * reached. A pure function of the parts, in any order.
 * @param above the unit in whose name it stands; undefined for the centre with the provinces
 */
export function acrossOf(
  above: Unit | undefined,
  parts: readonly BookPart[],
  registry: UnitRegistry,
): Across {
  const books = [...parts].sort(byBook);
  const upper = (unit: Unit) => (above === undefined ? unit.level === 'TW' : unit.id === above.id);
  const sides = new Sides(books, upper);
  const clearing = clearTransfers(sides.all, {
    isAbove: (a, b) => upper(a) && !upper(b),
  });
  const all = clearing.flatMap((one) => transferFindings(one, books, registry));
  const targets = targetLines(books, upper, registry);
  return {
    type: 'across',
    version: SNAPSHOT_VERSION,
    ...(above === undefined ? {} : { unit: above }),
    books,
    clearing: clearing.map(({ pairs, unpaired, ...sums }) => ({
      ...sums,
      pairs: pairs.length,
      unpaired: unpaired.length,
      pairing: pairs.map((pair) => ({
        out: pair.out.map(sides.placeOf),
        in: pair.in.map(sides.placeOf),
        differenceVnd: pair.differenceVnd,
      })),
      open: unpaired.map(sides.placeOf),
    })),
    ...silentBelow(above, books, registry),
    plans: plansOf(books, targets, upper, (year) => unitsBelow(above, registry, year)),
    unitPlans: targets.filter(({ whole }) => !whole).map(({ line: _line, whole: _whole, ...plan }) => plan),
    findings: all.toSorted(byGravity).slice(0, MAX_FINDINGS),
    findingCounts: {
      error: severe(all, 'error'),
      warning: severe(all, 'warning'),
      info: severe(all, 'info'),
    },
  };
}

/** What a node of the tree says of it. */
export const acrossParts = ({ clearing, plans, findingCounts }: Across): AcrossParts => ({
  cleared: clearing.map(({ pairing: _pairing, open: _open, ...sums }) => sums),
  plans,
  acrossFindings: findingCounts,
});

/** Beyond this nobody reads on; the sums of the clearing tell the whole. */
const MAX_FINDINGS = 500;

const severe = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((one) => one.severity === severity).length;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;
const byGravity = (a: Finding, b: Finding): number => GRAVITY[a.severity] - GRAVITY[b.severity];

const byBook = (a: BookPart, b: BookPart): number =>
  compareText(a.unit.id, b.unit.id) || compareText(a.fund, b.fund);

/** Transfers between the upper unit and those below, each with its place: which book's, and which of its transfers. */
class Sides {
  readonly all: TransferSide[] = [];
  readonly #places = new Map<TransferSide, [number, number]>();

  constructor(books: readonly BookPart[], upper: (unit: Unit) => boolean) {
    for (const [at, { unit, fund, transfers }] of books.entries()) {
      for (const [i, transfer] of transfers.entries()) {
        if (!belongs(unit, transfer.direction, upper(unit))) continue;
        const side = { unit, fund, ...transfer };
        this.all.push(side);
        this.#places.set(side, [at, i]);
      }
    }
  }

  placeOf = (side: TransferSide): [number, number] => {
    const place = this.#places.get(side);
    if (place === undefined) throw new Error('a side of a transfer that no book has');
    return place;
  };
}

/** A province receives from the centre, which is told there; what it sends is told with its communes. */
const belongs = ({ level }: Unit, direction: 'in' | 'out', isUpper: boolean): boolean => {
  if (isUpper) return direction === 'out' || level === 'TW';
  return direction === 'in' || level !== 'TINH';
};

function transferFindings(
  clearing: TransferClearing,
  books: readonly BookPart[],
  registry: UnitRegistry,
): Finding[] {
  const { fund, pairs, unpaired } = clearing;
  const asOf = books
    .filter((book) => book.fund === fund)
    .map((book) => book.asOf)
    .reduce<IsoDate>(maxText, '1900-01-01' as IsoDate);
  const nameOf = (id: UnitId | undefined) =>
    id === undefined ? 'cấp dưới' : (registry.byId(id)?.name ?? id);
  const place = ({ digest, row, date }: TransferSide) => ({ digest, rows: [row], date });
  return [
    ...pairs.flatMap(({ out: [sent], in: [received], differenceVnd, ...pair }) =>
      differenceVnd === 0 || sent === undefined || received === undefined
        ? []
        : [differing({ ...pair, differenceVnd }, sent, received, place(sent))],
    ),
    ...lateTransfers(clearing, asOf, TRANSFER_DAYS).map((side) =>
      finding('TRANSFER_NOT_RECEIVED', {
        ...place(side),
        actualVnd: side.amountVnd,
        params: { unit: side.unit.name, fund, other: nameOf(side.other), days: TRANSFER_DAYS },
      }),
    ),
    ...unpaired
      .filter(({ direction }) => direction === 'in')
      .map((side) =>
        finding('TRANSFER_FROM_NOBODY', {
          ...place(side),
          actualVnd: side.amountVnd,
          params: { unit: side.unit.name, fund },
        }),
      ),
  ];
}

const differing = (
  { differenceVnd }: { readonly differenceVnd: Finding['differenceVnd'] },
  sent: TransferSide,
  received: TransferSide,
  place: Partial<Finding>,
): Finding =>
  finding('TRANSFER_AMOUNTS_DIFFER', {
    ...place,
    expectedVnd: sent.amountVnd,
    actualVnd: received.amountVnd,
    differenceVnd,
    params: { unit: sent.unit.name, fund: sent.fund, other: received.unit.name },
  });

/** A target of one unit beside what it reached. `whole`: of the upper unit, with all below it. */
type UnitTarget = Across['unitPlans'][number] & { readonly line: TargetLine; readonly whole: boolean };

/** One target a unit, year and indicator, the greatest where several books set one. */
function targetLines(
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

/**
 * Who says nothing: units below that have no book of any fund. On the last day of the books, or of a unit that ended.
 * Silence is told as such; it is no fault by itself.
 */
function silentBelow(
  above: Unit | undefined,
  books: readonly BookPart[],
  registry: UnitRegistry,
): Pick<Across, 'below' | 'silent'> {
  const last = books.map(({ asOf }) => asOf).reduce<IsoDate>(maxText, '1900-01-01' as IsoDate);
  const day = above?.validTo === undefined ? last : minText(above.validTo, last);
  const there =
    above === undefined
      ? registry.provinces(day)
      : registry.communes(day).filter(({ provinceId }) => provinceId === above.id);
  const heard = new Set(books.map(({ unit }) => unit.id));
  return {
    below: there.length,
    silent: there
      .filter(({ id }) => !heard.has(id))
      .map(({ id, code, name, validTo }) => ({
        id,
        code,
        name,
        ...(validTo === undefined ? {} : { validTo }),
      }))
      .sort((a, b) => compareText(a.id, b.id)),
  };
}

/** How many units there were below at the end of the year. */
const unitsBelow = (above: Unit | undefined, registry: UnitRegistry, year: string): number => {
  const day = `${year}-12-31` as IsoDate;
  return above === undefined ? registry.provinces(day).length : registry.communeCount(above.id, day);
};

/** Per fund, year and indicator: the whole's own plan, and the share of the units below that reached theirs. */
function plansOf(
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
    const unitCount = below(year);
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
        unitsBelow: unitCount,
        met: meetsPlan(total?.line, share, unitCount).met,
      },
    ];
  });
}
