import type { IsoDate } from '../date.ts';
import type { Finding, Severity } from '../finding.ts';
import { compareText, maxText, minText } from '../order.ts';
import { clearTransfers } from '../transfer/clear.ts';
import { wholePredecessors } from '../transfer/heirs.ts';
import type { TransferSide } from '../transfer/side.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import type { Across, BookPart } from './across-schema.ts';
import { SNAPSHOT_VERSION } from './node-parts.ts';
import { otherEnds } from './other-ends.ts';
import { plansOf, statedFindings, targetLines, unitsBelow } from './plans.ts';
import type { Province } from './schema.ts';
import { transferFindings } from './transfer-findings.ts';

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
    madeOf: wholePredecessors(registry),
  });
  const all = [
    ...clearing.flatMap((one) => transferFindings(one, above, books, registry)),
    ...statedFindings(books, upper, registry),
  ];
  const targets = targetLines(books, upper, registry);
  const { below, silent } = silentBelow(above, books, registry);
  const named = new Set([...books.map(({ unit }) => unit.id), ...silent.map(({ id }) => id)]);
  const others = otherEnds(above, sides.all, named, registry);
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
    below,
    silent,
    ...(others.length === 0 ? {} : { others }),
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
