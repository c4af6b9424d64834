/** What the nodes of the snapshot share: sums, dates, and a part of the tree as its parent shows it. */
import * as v from 'valibot';
import { FundCodeSchema } from '../campaigns/campaign.ts';
import { InstantSchema, IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { Sha256Schema } from '../sha256.ts';
import { UnitSchema } from '../units/unit.ts';

/** Raised when a reader of the former version could misread the new one. */
export const SNAPSHOT_VERSION = 3;

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const version = v.literal(SNAPSHOT_VERSION);

/**
 * Sums of one fund over any part of the tree. Every field adds up from below, and closing = opening + donations +
 * transfersIn + handoversIn + interest + refundsIn − uses − transfersOut − handoversOut − refundsOut − fees.
 */
export const TotalsSchema = v.object({
  openingVnd: VndSchema,
  donationsVnd: VndSchema,
  /** From a higher level (cấp trên chuyển): no donation. */
  transfersInVnd: VndSchema,
  /** Balances taken over from units that ended (nhận bàn giao số dư). */
  handoversInVnd: VndSchema,
  interestVnd: VndSchema,
  /** What came back of money that had been paid (hoàn trả): no donation. */
  refundsInVnd: VndSchema,
  /** Spent for people: all purposes but transfers to a lower level, handovers, refunds and fees. */
  usesVnd: VndSchema,
  transfersOutVnd: VndSchema,
  /** The balance that a unit handed over when it ended (bàn giao số dư). */
  handoversOutVnd: VndSchema,
  /** Given back to donors (hoàn trả người ủng hộ). */
  refundsOutVnd: VndSchema,
  /** What the bank took (phí ngân hàng). */
  feesVnd: VndSchema,
  closingVnd: VndSchema,
  entries: count,
  /** Accepted files, superseded ones too. */
  submissions: count,
  /** Statements that rest on made-up files, handed in to try the product out. */
  samples: count,
  /** Rows set aside and the sum of their readable amounts: in no other figure here. */
  quarantinedRows: count,
  quarantinedVnd: VndSchema,
  statements: count,
  reconciled: count,
  /** Equalities that do not close, and the sum of their differences without sign. */
  variances: count,
  varianceVnd: VndSchema,
  errors: count,
  warnings: count,
});
export type Totals = v.InferOutput<typeof TotalsSchema>;

/** `asOf`: the latest day up to which a statement of this fund goes here. */
export const FundTotalsSchema = v.object({ fund: FundCodeSchema, asOf: IsoDateSchema, totals: TotalsSchema });
export type FundTotals = v.InferOutput<typeof FundTotalsSchema>;

export const dates = {
  /** The day up to which the figures hold: the latest end of a period handed in. */
  asOf: IsoDateSchema,
  /** When the latest file in these figures was handed in. */
  updatedAt: InstantSchema,
};

/** Money handed over between units, as one row of a book says it. */
export const HandoverSchema = v.object({
  direction: v.picklist(['in', 'out']),
  date: IsoDateSchema,
  /** Signed: what was entered wrongly may be taken back. */
  amountVnd: VndSchema,
  /** The file, and the first row of it that says so. */
  digest: Sha256Schema,
  row: count,
});
export type Handover = v.InferOutput<typeof HandoverSchema>;

/** A part of the tree as its parent shows it: who, its sums per fund, and the object with the rest. */
export const ChildSchema = v.object({
  unit: UnitSchema,
  object: Sha256Schema,
  ...dates,
  funds: v.array(FundTotalsSchema),
  /** What the unit's own books hand over or take over; only where they do. */
  handovers: v.optional(v.array(v.object({ fund: FundCodeSchema, ...HandoverSchema.entries }))),
});
export type Child = v.InferOutput<typeof ChildSchema>;
