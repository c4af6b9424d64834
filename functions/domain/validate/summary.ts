import * as v from 'valibot';
import { FundCodeSchema } from '../campaigns/campaign.ts';
import { codesOf, PURPOSES, SOURCES } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { accentedKey } from '../text.ts';
import { UnitIdSchema } from '../units/unit.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const bySource = v.array(
  v.object({ source: v.picklist(codesOf(SOURCES)), amountVnd: VndSchema, entries: count }),
);
const byPurpose = v.array(
  v.object({
    purpose: v.picklist(codesOf(PURPOSES)),
    amountVnd: VndSchema,
    entries: count,
    /** Signed: the households of a reversed payment are taken off again. */
    households: v.pipe(v.number(), v.integer()),
  }),
);

/**
 * What one accepted file adds to its book, small enough to reconcile from: everything a statement shows, and
 * nothing of any person. Lists are sorted, so the same file gives the same bytes.
 */
export const SummarySchema = v.object({
  days: v.array(v.object({ date: IsoDateSchema, inVnd: VndSchema, outVnd: VndSchema })),
  bySource,
  byPurpose,
  /** The same by calendar month, in order. Absent in summaries of an earlier release, which are summed anew. */
  months: v.optional(v.array(v.object({ month: v.string(), bySource, byPurpose }))),
  /**
   * The same by the campaign that rows name, known or not, with the first and last day of those rows. Absent in
   * summaries of an earlier release, which are summed anew.
   */
  campaigns: v.optional(
    v.array(
      v.object({ campaign: FundCodeSchema, from: IsoDateSchema, to: IsoDateSchema, bySource, byPurpose }),
    ),
  ),
  /** Uses only, by commune of use; "" where none is known. */
  byCommune: v.array(
    v.object({ communeId: v.union([UnitIdSchema, v.literal('')]), amountVnd: VndSchema, entries: count }),
  ),
  goods: v.array(
    v.object({
      item: v.string(),
      unitOfMeasure: v.string(),
      inMilli: MilliSchema,
      outMilli: MilliSchema,
      inStatedVnd: VndSchema,
      outStatedVnd: VndSchema,
    }),
  ),
  /**
   * Quantities of the same by calendar month. Absent in summaries of an earlier release, and of a file with more kinds
   * and months than any store has.
   */
  goodsByMonth: v.optional(
    v.array(
      v.object({
        month: v.string(),
        item: v.string(),
        unitOfMeasure: v.string(),
        inMilli: MilliSchema,
        outMilli: MilliSchema,
      }),
    ),
  ),
  /** Balances handed over (out) or taken over (in), a line each; very many of one day are one line, by its first row. */
  handovers: v.optional(
    v.array(
      v.object({
        direction: v.picklist(['in', 'out']),
        date: IsoDateSchema,
        amountVnd: VndSchema,
        row: count,
      }),
    ),
    [],
  ),
  /** Money from a higher level (in) or to a lower one (out), as the handovers above. */
  transfers: v.optional(
    v.array(
      v.object({
        direction: v.picklist(['in', 'out']),
        date: IsoDateSchema,
        amountVnd: VndSchema,
        row: count,
        other: v.optional(UnitIdSchema),
        /** The book names the other end, but no unit can be told by it; absent in summaries of an earlier release. */
        otherUnknown: v.optional(v.literal(true)),
        round: v.optional(v.string()),
      }),
    ),
    [],
  ),
  /** Uses for households left out before (chi bổ sung); only where there are any. */
  late: v.optional(
    v.object({ amountVnd: VndSchema, entries: count, households: v.pipe(v.number(), v.integer()) }),
  ),
  /**
   * Households by the organisation that rows name as helping them, by year and purpose: only names that may be printed.
   * `households`, signed, is absent where no such row counts any. None in summaries of an earlier release.
   */
  organisations: v.optional(
    v.array(
      v.object({
        organisation: v.string(),
        year: v.pipe(v.number(), v.integer()),
        purpose: v.picklist(codesOf(PURPOSES)),
        households: v.optional(v.pipe(v.number(), v.integer())),
      }),
    ),
  ),
  /** Rows name more organisations than give help anywhere: nothing is told by organisation. */
  organisationsUntold: v.optional(v.literal(true)),
  /** Gifts meant for a commune, by commune. */
  earmarked: v.optional(v.array(v.object({ communeId: UnitIdSchema, amountVnd: VndSchema })), []),
  /** Of a bank's statement: balances before its first line and after its last, and where they do not follow. */
  bank: v.optional(
    v.object({
      openingVnd: v.optional(VndSchema),
      closingVnd: v.optional(VndSchema),
      breaks: v.array(
        v.object({
          row: count,
          date: v.optional(IsoDateSchema),
          expectedVnd: VndSchema,
          actualVnd: VndSchema,
          differenceVnd: VndSchema,
        }),
      ),
    }),
  ),
  /** Pages of public rows, in the order of the file. */
  pages: v.array(v.object({ object: Sha256Schema, firstRow: count, lastRow: count, entries: count })),
});
export type Summary = v.InferOutput<typeof SummarySchema>;
export type Sums = Omit<Summary, 'pages'>;

/** Goods are the same when item and unit of measure read the same: accents tell things apart, case does not. */
export const goodsKey = (item: string, unitOfMeasure: string): string =>
  `${accentedKey(item)}\n${accentedKey(unitOfMeasure)}`;

/** What a file without movements adds to its book: a bank's statement, a register. */
export const NO_SUMS: Sums = {
  days: [],
  bySource: [],
  byPurpose: [],
  months: [],
  campaigns: [],
  byCommune: [],
  goods: [],
  goodsByMonth: [],
  handovers: [],
  transfers: [],
  earmarked: [],
};
