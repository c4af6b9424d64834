/**
 * The whitelist: the only fields of a row that any public byte may hold, as pages of the snapshot. What fills them
 * is in `public-row.ts`.
 */
import * as v from 'valibot';
import { CHANNELS, codesOf, DONOR_CLASSES, PURPOSES } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { UnitIdSchema } from '../units/unit.ts';
import { SNAPSHOT_VERSION } from './node-parts.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const version = v.literal(SNAPSHOT_VERSION);

const publicGoods = {
  item: v.optional(v.string()),
  unitOfMeasure: v.optional(v.string()),
  quantityMilli: v.optional(MilliSchema),
  statedValueVnd: v.optional(VndSchema),
};

/** The whitelist for money and goods received. */
const PublicContributionSchema = v.object({
  row: count,
  date: IsoDateSchema,
  /** The organisation; the person where consent is recorded; else "Nhà hảo tâm" or "Ẩn danh". */
  donor: v.string(),
  donorClass: v.picklist(codesOf(DONOR_CLASSES)),
  channel: v.optional(v.picklist(codesOf(CHANNELS))),
  amountVnd: v.optional(VndSchema),
  ...publicGoods,
  /** At most the last four digits of the document number: enough to know one's own gift, not enough to trace another's. */
  documentTail: v.optional(v.string()),
  campaign: v.optional(v.string()),
});
export type PublicContribution = v.InferOutput<typeof PublicContributionSchema>;

/** The whitelist for money and goods given. No hamlet, no beneficiary, nothing that narrows to a household. */
const PublicDisbursementSchema = v.object({
  row: count,
  date: IsoDateSchema,
  purpose: v.picklist(codesOf(PURPOSES)),
  /** Commune of use. */
  communeId: v.optional(UnitIdSchema),
  communeName: v.optional(v.string()),
  amountVnd: v.optional(VndSchema),
  ...publicGoods,
  documentNo: v.optional(v.string()),
  decisionNo: v.optional(v.string()),
  campaign: v.optional(v.string()),
  /** The body whose help it was, where the name is one of a body. */
  organisation: v.optional(v.string()),
  late: v.optional(v.literal(true)),
});
export type PublicDisbursement = v.InferOutput<typeof PublicDisbursementSchema>;

export const RowPageSchema = v.variant('kind', [
  v.object({
    type: v.literal('rows'),
    version,
    kind: v.literal('contributions'),
    digest: Sha256Schema,
    rows: v.array(PublicContributionSchema),
  }),
  v.object({
    type: v.literal('rows'),
    version,
    kind: v.literal('disbursements'),
    digest: Sha256Schema,
    rows: v.array(PublicDisbursementSchema),
  }),
]);
export type RowPage = v.InferOutput<typeof RowPageSchema>;
