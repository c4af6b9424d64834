import * as v from 'valibot';
import { BENEFICIARY_CLASSES, CHANNELS, codesOf, DONOR_CLASSES, PURPOSES } from './codes.ts';
import { IsoDateSchema } from './date.ts';
import { VndSchema } from './money.ts';
import { MilliSchema } from './quantity.ts';
import { UnitIdSchema } from './units/unit.ts';

const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.optional(v.string());

/** Goods have a quantity in their unit of measure and a stated value with its basis; they are never cash. */
const GoodsSchema = v.object({
  item: v.string(),
  unitOfMeasure: v.string(),
  quantityMilli: MilliSchema,
  statedValueVnd: v.optional(VndSchema),
  valueBasis: text,
});

/** Money given in another currency; `amountVnd` of the entry is what it came to. */
const ForeignSchema = v.object({
  currency: v.string(),
  amountMilli: MilliSchema,
  /** Thousandths of a đồng for one of the currency. */
  rateMilli: MilliSchema,
  rateDate: IsoDateSchema,
});

const common = {
  /** Row of the file it came from, as a spreadsheet counts. With the submission's digest: the source ref. */
  row: rowNumber,
  date: IsoDateSchema,
  /** Money, or goods; a row with both gives two entries. Signed: a reversal is negative. */
  amountVnd: v.optional(VndSchema),
  goods: v.optional(GoodsSchema),
  foreign: v.optional(ForeignSchema),
  documentNo: text,
  campaign: text,
  note: text,
  /** Of a transfer between levels: the unit at its other end where known; the text of the cell stays beside it. */
  otherUnitId: v.optional(UnitIdSchema),
  otherUnitText: text,
  /** Round of allocation (đợt phân bổ) that a transfer belongs to. */
  round: text,
  /** Cells of columns that the contract does not know, by heading. Private. */
  extra: v.optional(v.record(v.string(), v.string())),
};

const ContributionSchema = v.object({
  ...common,
  direction: v.literal('in'),
  /** Absent where the file does not say. */
  channel: v.optional(v.picklist(codesOf(CHANNELS))),
  donor: text,
  donorClass: v.picklist(codesOf(DONOR_CLASSES)),
  /** Recorded consent to publish the donor's name. */
  publishName: v.boolean(),
  /** For what or for where; the commune's identity stands beside it where the text names one. */
  earmark: text,
  earmarkId: v.optional(UnitIdSchema),
});
export type Contribution = v.InferOutput<typeof ContributionSchema>;

const DisbursementSchema = v.object({
  ...common,
  direction: v.literal('out'),
  purpose: v.picklist(codesOf(PURPOSES)),
  decisionNo: text,
  /** Commune of use: identity where known; the text of the cell stays in `communeText`. */
  communeId: v.optional(UnitIdSchema),
  communeText: text,
  hamlet: text,
  beneficiaryClass: v.optional(v.picklist(codesOf(BENEFICIARY_CLASSES))),
  households: v.optional(rowNumber),
  persons: v.optional(rowNumber),
  beneficiaryRef: text,
  /** The body whose help it was, as the cell names it; absent in entries of an earlier release. */
  organisation: text,
  /** A later payment to households left out before (chi bổ sung). */
  late: v.boolean(),
});
export type Disbursement = v.InferOutput<typeof DisbursementSchema>;

/** One movement in the ledger. Private as it stands; what may be public is derived by a whitelist. */
export const EntrySchema = v.variant('direction', [ContributionSchema, DisbursementSchema]);
export type Entry = v.InferOutput<typeof EntrySchema>;
