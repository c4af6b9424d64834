import { codesOf, PURPOSES, SOURCES } from '../codes.ts';
import { vnd } from '../money.ts';
import { compareText, inKeyOrder, maxText, minText } from '../order.ts';
import { milli } from '../quantity.ts';
import { goodsKey, type Summary } from '../validate/summary.ts';

/** Adds the lines of several files up by key. */
function mergeLines<L>(
  lines: readonly L[],
  keyOf: (line: L) => string,
  add: (a: L, b: L) => L,
): Map<string, L> {
  const byKey = new Map<string, L>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? line : add(known, line));
  }
  return byKey;
}

const tally = <L extends { amountVnd: Summary['bySource'][number]['amountVnd']; entries: number }>(
  a: L,
  b: L,
): L => ({
  ...a,
  amountVnd: vnd(a.amountVnd + b.amountVnd),
  entries: a.entries + b.entries,
});

type Sources = Summary['bySource'];
type Purposes = Summary['byPurpose'];

/** Received by source, in the order of the code list. */
export function mergeSources(parts: readonly { readonly bySource: Sources }[]): Sources {
  const lines = mergeLines(
    parts.flatMap((s) => s.bySource),
    (line) => line.source,
    tally,
  );
  return codesOf(SOURCES).flatMap((source) => lines.get(source) ?? []);
}

/** Given by purpose, in the order of the code list. */
export function mergePurposes(parts: readonly { readonly byPurpose: Purposes }[]): Purposes {
  const lines = mergeLines(
    parts.flatMap((s) => s.byPurpose),
    (line) => line.purpose,
    (a, b) => ({ ...tally(a, b), households: a.households + b.households }),
  );
  return codesOf(PURPOSES).flatMap((purpose) => lines.get(purpose) ?? []);
}

export type Month = NonNullable<Summary['months']>[number];

/** Received and given by calendar month, in order. */
export function mergeMonths(summaries: readonly Summary[]): Month[] {
  const parts = Map.groupBy(
    summaries.flatMap(({ months = [] }) => months),
    ({ month }) => month,
  );
  return [...parts.keys()].sort(compareText).map((month) => {
    const own = parts.get(month) ?? [];
    return { month, bySource: mergeSources(own), byPurpose: mergePurposes(own) };
  });
}

/** Received and given by the campaign that rows name, by code. */
export function mergeCampaigns(summaries: readonly Summary[]): NonNullable<Summary['campaigns']> {
  const parts = Map.groupBy(
    summaries.flatMap(({ campaigns = [] }) => campaigns),
    ({ campaign }) => campaign,
  );
  return inKeyOrder(parts).flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            campaign: first.campaign,
            from: others.map(({ from }) => from).reduce(minText, first.from),
            to: others.map(({ to }) => to).reduce(maxText, first.to),
            bySource: mergeSources([first, ...others]),
            byPurpose: mergePurposes([first, ...others]),
          },
        ],
  );
}

/** Uses by commune, by identity; the unknown first. */
export function mergeCommunes(summaries: readonly Summary[]): Summary['byCommune'] {
  const lines = mergeLines(
    summaries.flatMap((s) => s.byCommune),
    (line) => line.communeId,
    tally,
  );
  return inKeyOrder(lines);
}

/** Quantities of goods by month, of all files; undefined where a file does not tell its goods by month. */
export function goodsByMonth(
  summaries: readonly Summary[],
): readonly NonNullable<Summary['goodsByMonth']>[number][] | undefined {
  if (summaries.some((summary) => summary.goods.length > 0 && summary.goodsByMonth === undefined))
    return undefined;
  return summaries.flatMap((summary) => summary.goodsByMonth ?? []);
}

/** Goods by item and unit of measure, with what is left. */
export function mergeGoods(summaries: readonly Summary[]) {
  const lines = mergeLines(
    summaries.flatMap((s) => s.goods),
    (line) => goodsKey(line.item, line.unitOfMeasure),
    (a, b) => ({
      // Of several spellings the first in code-unit order: whichever file came first must not matter.
      item: minText(a.item, b.item),
      unitOfMeasure: minText(a.unitOfMeasure, b.unitOfMeasure),
      inMilli: milli(a.inMilli + b.inMilli),
      outMilli: milli(a.outMilli + b.outMilli),
      inStatedVnd: vnd(a.inStatedVnd + b.inStatedVnd),
      outStatedVnd: vnd(a.outStatedVnd + b.outStatedVnd),
    }),
  );
  return inKeyOrder(lines).map((line) => ({ ...line, balanceMilli: milli(line.inMilli - line.outMilli) }));
}
