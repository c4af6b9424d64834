import type { IsoDate } from '../date.ts';
import { addDays } from '../days.ts';
import { type Finding, MAX_PLACES } from '../finding.ts';
import { formatMilli } from '../format.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import type { Milli } from '../quantity.ts';
import type { FactorFault } from '../stock/stock-schema.ts';
import { accentedKey } from '../text.ts';
import type { BesideView } from './beside-sums.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';
import { someOf } from './some-of.ts';

/**
 * Goods that were issued and never received, or received only later: a finding for each item and unit of measure, so
 * that what is said of one explains no other. A shortage that another unit covers by a recorded factor is none.
 */
export const goodsFindings = (
  { stock, early }: Pick<BesideView, 'stock' | 'early'>,
  book: Book,
): Finding[] => [
  ...someOf(
    stock.shortages.map((short) => finding('GOODS_NEGATIVE', { params: shortOf(short) })),
    book,
  ),
  ...someOf(
    early.map(({ month, ...short }) =>
      finding('GOODS_BEFORE_RECEIPT', { date: lastDayOf(month), params: shortOf(short) }),
    ),
    book,
  ),
];

interface Short {
  readonly item: string;
  readonly unitOfMeasure: string;
  readonly shortMilli: Milli;
}

/** Summaries of an earlier release hold labels that a later list no longer prints. */
function shortOf({ item, unitOfMeasure, shortMilli }: Short) {
  const quantity = `${formatMilli(shortMilli)} ${publicUnitOfMeasure(unitOfMeasure)}`.trimEnd();
  return { item: publicItem(item), quantity };
}

/** Of "2024-02": 2024-02-29. */
function lastDayOf(month: string): IsoDate {
  const inNext = addDays(`${month}-28` as IsoDate, 4);
  return addDays(`${inNext.slice(0, 7)}-01` as IsoDate, -1);
}

/** Recorded factors that are not followed: which goods, why, and in which rows of which file they stand. */
export const factorFindings = (faults: readonly FactorFault[], book: Book): Finding[] =>
  someOf(
    faults.flatMap((fault) => {
      const { item, units, fault: why } = fault;
      const params = { item, units: units.join(', '), why };
      const byFile = Map.groupBy(rowsOf(fault, book), ({ digest }) => digest);
      if (byFile.size === 0) return [finding('FACTOR_NOT_FOLLOWED', { params })];
      return [...byFile].map(([digest, rows]) =>
        finding('FACTOR_NOT_FOLLOWED', {
          count: rows.length,
          digest,
          rows: rows.map(({ row }) => row).slice(0, MAX_PLACES),
          params,
        }),
      );
    }),
    book,
  );

/** The rows that record factors between the units of a fault. */
function rowsOf({ item, units }: FactorFault, { beside }: Book) {
  const itemKey = accentedKey(item);
  const unitKeys = new Set(units.map(accentedKey));
  const isOf = (unit: string) => unitKeys.has(accentedKey(publicUnitOfMeasure(unit)));
  return beside.decisions.filter(
    (row) =>
      row.action === 'QUY_DOI' &&
      accentedKey(publicItem(row.item)) === itemKey &&
      (isOf(row.from) || isOf(row.to)),
  );
}
