import { ZERO_VND } from '../money.ts';
import { compareText, inKeyOrder, minText } from '../order.ts';
import { type Milli, milli } from '../quantity.ts';
import { accentedKey } from '../text.ts';
import { type Factor, itemKeyOf } from './factors.ts';
import { stockOf } from './stock.ts';

/** Goods of one kind that came and went in one month. */
interface MonthLine {
  readonly month: string;
  readonly item: string;
  readonly unitOfMeasure: string;
  readonly inMilli: Milli;
  readonly outMilli: Milli;
}

/** Goods that were issued before they were received: the month at whose end most of them was missing. */
export interface EarlyIssue {
  readonly item: string;
  readonly unitOfMeasure: string;
  readonly month: string;
  /** Issued less received by then, above zero. */
  readonly shortMilli: Milli;
}

interface Short extends EarlyIssue {
  readonly key: string;
}

/**
 * Goods whose stock is below zero at the end of some month by more than at the end: what was missing then came later.
 * Units of measure are compared as in `stockOf`. Within a month nobody can tell what came first.
 */
export function issuedEarly(lines: readonly MonthLine[], factors: readonly Factor[]): readonly EarlyIssue[] {
  const factorsOf = Map.groupBy(factors, itemKeyOf);
  const byItem = Map.groupBy(lines, ({ item }) => accentedKey(item));
  return inKeyOrder(byItem).flatMap((own) => {
    const monthly = [...Map.groupBy(own, ({ month }) => month)].sort(([a], [b]) => compareText(a, b));
    const ofItem = factorsOf.get(accentedKey(own[0]?.item ?? '')) ?? [];
    return ofItem.length === 0 ? earlyOf(balances(monthly)) : earlyOf(comparable(monthly, ofItem));
  });
}

type Monthly = readonly (readonly [string, readonly MonthLine[]])[];
/** By month in order: what is short by its end. */
type Shorts = readonly (readonly Short[])[];

/** Each unit of measure by itself. */
function balances(monthly: Monthly): Shorts {
  const running = new Map<string, { item: string; unitOfMeasure: string; leftMilli: number }>();
  return monthly.map(([month, lines]) => {
    for (const { item, unitOfMeasure, inMilli, outMilli } of lines) {
      const key = accentedKey(unitOfMeasure);
      const before = running.get(key);
      running.set(key, {
        item: minText(before?.item ?? item, item),
        unitOfMeasure: minText(before?.unitOfMeasure ?? unitOfMeasure, unitOfMeasure),
        leftMilli: (before?.leftMilli ?? 0) + inMilli - outMilli,
      });
    }
    return [...running].flatMap(([key, { leftMilli, ...kind }]) =>
      leftMilli < 0 ? [{ ...kind, key, month, shortMilli: milli(-leftMilli) }] : [],
    );
  });
}

/** Units of measure added up where recorded factors allow it. */
function comparable(monthly: Monthly, factors: readonly Factor[]): Shorts {
  const soFar: Omit<MonthLine, 'month'>[] = [];
  return monthly.map(([month, lines]) => {
    soFar.push(...lines);
    const goods = soFar.map((line) => ({ ...line, inStatedVnd: ZERO_VND, outStatedVnd: ZERO_VND }));
    return stockOf(goods, factors).shortages.map(({ item, unitOfMeasure, shortMilli }) => ({
      ...{ key: accentedKey(unitOfMeasure), item, unitOfMeasure, month, shortMilli },
    }));
  });
}

function earlyOf(shorts: Shorts): EarlyIssue[] {
  const worst = new Map<string, Short>();
  for (const short of shorts.flat()) {
    const known = worst.get(short.key);
    if (known === undefined || short.shortMilli > known.shortMilli) worst.set(short.key, short);
  }
  const atEnd = new Map(shorts.at(-1)?.map(({ key, shortMilli }) => [key, shortMilli] as const));
  return inKeyOrder(worst)
    .filter(({ key, shortMilli }) => shortMilli > (atEnd.get(key) ?? 0))
    .map(({ key: _key, ...early }) => early);
}
