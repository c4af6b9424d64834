import { addVnd, sumVnd } from '../money.ts';
import { compareText, inKeyOrder, minText } from '../order.ts';
import { addMilli, milli } from '../quantity.ts';
import { accentedKey } from '../text.ts';
import { type Factor, type UnitGroup, unitGroups } from './factors.ts';
import { compareRatios, dividedBy, exactly } from './ratio.ts';
import type { ComparableLine, FactorFault, Stock, StockLine } from './stock-schema.ts';

/** Goods as the summaries of files tell them. */
type GoodsLine = Omit<StockLine, 'balanceMilli'>;

/**
 * Nhập – xuất – tồn: what came in, what was issued, what is left, by item and unit of measure. Units of measure are
 * compared only by recorded factors, never packages with weights otherwise, and only where that is exact in thousandths:
 * nothing is rounded. More issued than received is a shortage, unless what is left of the item in another unit covers it
 * by a recorded factor. Stated values are only ever added to each other. The order of lines and of factors does not matter.
 */
export function stockOf(goods: readonly GoodsLine[], factors: readonly Factor[]): Stock {
  const lines = linesOf(goods);
  const { groups, faults } = unitGroups(factors);
  const comparable = new Map<string, ComparableLine>(lines);
  const covered: StockLine[] = [];
  for (const group of groups) {
    const members = [...group.units.keys()].flatMap((unit) => {
      const line = lines.get(keyOf(group.itemKey, unit));
      return line === undefined ? [] : [{ unit, line }];
    });
    if (members.length < 2) continue;
    const whole = added(group, members);
    if (whole === undefined) {
      const units = members.map(({ line }) => line.unitOfMeasure);
      faults.push({ item: group.item, units, fault: 'NOT_EXACT' });
      continue;
    }
    for (const { unit } of members) comparable.delete(keyOf(group.itemKey, unit));
    comparable.set(keyOf(group.itemKey, accentedKey(whole.unitOfMeasure)), whole);
    if (whole.balanceMilli >= 0) {
      covered.push(...members.map(({ line }) => line).filter((line) => line.balanceMilli < 0));
    }
  }
  const view = inKeyOrder(comparable);
  return {
    lines: inKeyOrder(lines),
    comparable: view,
    shortages: view
      .filter(({ balanceMilli }) => balanceMilli < 0)
      .map((line) => ({ ...shortOf(line), converted: line.converted !== undefined })),
    covered: covered.map(shortOf),
    faults: faults.sort(byPlace),
  };
}

const keyOf = (itemKey: string, unitKey: string): string => `${itemKey}\n${unitKey}`;

const shortOf = ({ item, unitOfMeasure, balanceMilli }: StockLine) => ({
  item,
  unitOfMeasure,
  shortMilli: milli(-balanceMilli),
});

const byPlace = (a: FactorFault, b: FactorFault): number =>
  compareText(a.item, b.item) ||
  compareText(a.units.join('\n'), b.units.join('\n')) ||
  compareText(a.fault, b.fault);

/** Goods are the same when item and unit of measure read the same: accents tell things apart, case does not. */
function linesOf(goods: readonly GoodsLine[]): Map<string, StockLine> {
  const lines = new Map<string, StockLine>();
  for (const { item, unitOfMeasure, inMilli, outMilli, inStatedVnd, outStatedVnd } of goods) {
    const key = keyOf(accentedKey(item), accentedKey(unitOfMeasure));
    const to = lines.get(key);
    const [received, issued] = [
      addMilli(to?.inMilli ?? milli(0), inMilli),
      addMilli(to?.outMilli ?? milli(0), outMilli),
    ];
    lines.set(key, {
      item: minText(to?.item ?? item, item),
      unitOfMeasure: minText(to?.unitOfMeasure ?? unitOfMeasure, unitOfMeasure),
      inMilli: received,
      outMilli: issued,
      balanceMilli: milli(received - issued),
      inStatedVnd: to === undefined ? inStatedVnd : addVnd(to.inStatedVnd, inStatedVnd),
      outStatedVnd: to === undefined ? outStatedVnd : addVnd(to.outStatedVnd, outStatedVnd),
    });
  }
  return lines;
}

interface Member {
  readonly unit: string;
  readonly line: StockLine;
}

/** The lines of a group in its finest unit of measure, where it takes the fewest fractions; undefined where not exact. */
function added(group: UnitGroup, members: readonly Member[]): ComparableLine | undefined {
  const [finest] = [...group.units].sort(([, a], [, b]) => compareRatios(a.worth, b.worth));
  if (finest === undefined) return undefined;
  const [finestKey, { label, worth }] = finest;
  const inFinest = (unit: string, thousandths: number): number | undefined => {
    const own = group.units.get(unit);
    return own && exactly(thousandths, dividedBy(own.worth, worth));
  };
  const sum = (side: 'inMilli' | 'outMilli'): number | undefined =>
    members.reduce<number | undefined>((total, { unit, line }) => {
      const more = inFinest(unit, line[side]);
      return total === undefined || more === undefined ? undefined : total + more;
    }, 0);
  const [received, issued] = [sum('inMilli'), sum('outMilli')];
  if (received === undefined || issued === undefined) return undefined;
  if (![received, issued, received - issued].every(Number.isSafeInteger)) return undefined;
  const items = members.map(({ line }) => line.item);
  return {
    item: items.reduce(minText),
    unitOfMeasure: members.find(({ unit }) => unit === finestKey)?.line.unitOfMeasure ?? label,
    inMilli: milli(received),
    outMilli: milli(issued),
    balanceMilli: milli(received - issued),
    inStatedVnd: sumVnd(members.map(({ line }) => line.inStatedVnd)),
    outStatedVnd: sumVnd(members.map(({ line }) => line.outStatedVnd)),
    converted: { units: members.map(({ line }) => line.unitOfMeasure), factors: [...group.factors] },
  };
}
