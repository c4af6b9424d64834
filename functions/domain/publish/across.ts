import type { IsoDate } from '../date.ts';
import { compareText, maxText, minText } from '../order.ts';
import type { HashText } from '../sha256.ts';
import { clearTransfers } from '../transfer/clear.ts';
import { wholePredecessors } from '../transfer/heirs.ts';
import type { Unit, UnitRegistry } from '../units/unit.ts';
import { findingsAcross } from './across-findings.ts';
import type { Across, BookPart } from './across-schema.ts';
import { Sides } from './across-sides.ts';
import { SNAPSHOT_VERSION } from './node-parts.ts';
import { otherEnds } from './other-ends.ts';
import { plansOf, targetLines, unitsBelow } from './plans.ts';
import type { Province } from './schema.ts';

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
  hash: HashText,
): Across {
  const books = [...parts].sort(byBook);
  const upper = (unit: Unit) => (above === undefined ? unit.level === 'TW' : unit.id === above.id);
  const sides = new Sides(books, upper);
  const options = {
    isAbove: (a: Unit, b: Unit) => upper(a) && !upper(b),
    madeOf: wholePredecessors(registry),
  };
  const clearing = clearTransfers(sides.all, options);
  const said = findingsAcross({ above, books, upper, clearing, sides, options, registry, hash });
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
    ...said,
  };
}

/** What a node of the tree says of it. */
export const acrossParts = ({ clearing, plans, findingCounts }: Across): AcrossParts => ({
  cleared: clearing.map(({ pairing: _pairing, open: _open, ...sums }) => sums),
  plans,
  acrossFindings: findingCounts,
});

const byBook = (a: BookPart, b: BookPart): number =>
  compareText(a.unit.id, b.unit.id) || compareText(a.fund, b.fund);

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
