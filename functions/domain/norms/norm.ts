import * as v from 'valibot';
import { codesOf, isUse, PURPOSES, type Purpose } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';

/** What a rate is counted by: households, persons, houses. */
const PER = { HO: 'hộ', NGUOI: 'người', NHA: 'nhà' } as const;
const BOUND = { MIN: 'tối thiểu', MAX: 'tối đa' } as const;

const use = v.pipe(
  v.picklist(codesOf(PURPOSES)),
  v.check((purpose) => isUse(purpose), 'money passed on is no use: no norm applies to it'),
);
const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

const common = {
  per: v.picklist(codesOf(PER)),
  bound: v.picklist(codesOf(BOUND)),
  /** The case it is meant for, in the words of the document: a purpose may have a rate for each of several cases. */
  case: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  /** The document that sets the rate. */
  source: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(300)),
  /** S: read in a published source; M: believed, not checked against the text, never to be shown as law. */
  certainty: v.optional(v.picklist(['S', 'M'])),
};

const MoneyNormSchema = v.strictObject({
  ...common,
  purpose: use,
  amountVnd: v.pipe(VndSchema, v.minValue(1 as v.InferOutput<typeof VndSchema>)),
});
export type MoneyNorm = v.InferOutput<typeof MoneyNormSchema>;

const GoodsNormSchema = v.strictObject({
  ...common,
  /** Absent: whatever it is given for. */
  purpose: v.optional(use),
  item: label,
  unitOfMeasure: label,
  /** Thousandths of the unit of measure: for one, and for one month where `months` is there. */
  quantityMilli: v.pipe(MilliSchema, v.minValue(1 as v.InferOutput<typeof MilliSchema>)),
  /** A monthly rate: one row may give so many months at once. */
  months: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
});
export type GoodsNorm = v.InferOutput<typeof GoodsNormSchema>;

/**
 * A rate of a campaign, a least or a most for one household, person or house. Configuration with its source.
 * Source: Decree 93/2021/NĐ-CP art. 14 (rates of each campaign are published); rates as in HD 16/2025.
 */
export const NormSchema = v.union([MoneyNormSchema, GoodsNormSchema]);
export type Norm = v.InferOutput<typeof NormSchema>;

export const isGoodsNorm = (norm: Norm): norm is GoodsNorm => 'quantityMilli' in norm;

/** What a campaign may say of how its money is to be used and when. All of it may be absent, and then binds nobody. */
export const campaignTerms = {
  norms: v.optional(v.pipe(v.array(NormSchema), v.maxLength(100))),
  /** The only purposes it may pay for. */
  allowedPurposes: v.optional(v.pipe(v.array(use), v.minLength(1))),
  /** The last day on which gifts are received, and the last day on which they are to be given out. */
  receiptTo: v.optional(IsoDateSchema),
  distributionTo: v.optional(IsoDateSchema),
};

/**
 * Whether a campaign may pay for a purpose. One without a list may pay for anything; what is passed on, handed over,
 * given back or taken by the bank is no use and always may be.
 */
export const campaignAllows = (allowed: readonly Purpose[] | undefined, purpose: Purpose): boolean =>
  allowed === undefined || !isUse(purpose) || allowed.includes(purpose);
