/** What stands in a statement beside its movements: stages of money, duties of disclosure. */
import * as v from 'valibot';
import { IsoDateSchema, PeriodSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { count } from './node-parts.ts';

/** đăng ký → tiếp nhận → phân bổ → giải ngân of one book. A stage that nobody handed in is absent; 0 is an amount. */
export const FunnelSchema = v.object({
  pledgedVnd: v.optional(VndSchema),
  receivedVnd: VndSchema,
  allocatedVnd: v.optional(VndSchema),
  /** Uses of this book itself. */
  disbursedVnd: VndSchema,
  /** Sent to a lower level, which disburses it: beside what this unit disbursed, never in it. */
  sentVnd: VndSchema,
  /** Rounds of allocation (đợt phân bổ), by first day. */
  rounds: v.array(
    v.object({
      round: v.string(),
      date: IsoDateSchema,
      allocatedVnd: VndSchema,
      sentVnd: VndSchema,
      /** Sent less allocated. */
      differenceVnd: VndSchema,
      receivers: count,
    }),
  ),
  /** Sent in the name of a round of which no allocation was handed in. */
  sentUnallocated: v.array(v.object({ round: v.string(), sentVnd: VndSchema })),
  /** Allocated less what was at hand (opening balance and received), where more was allocated. */
  overAllocatedVnd: v.optional(VndSchema),
  /** Rows of days after the last of the book's movements, where there are any: in no other figure here. */
  laterRows: v.optional(count),
});

/** A duty of disclosure with its day. How many days are left is the reader's to count: what is published has no clock. */
export const DutySchema = v.object({
  code: v.string(),
  title: v.string(),
  forPeriod: PeriodSchema,
  due: IsoDateSchema,
  /** The day on which the file came that meets it. */
  doneOn: v.optional(IsoDateSchema),
  state: v.picklist(['DONE', 'DONE_LATE', 'OPEN']),
  lateDays: v.optional(count),
  /** S: read in a published source; M: configured, not checked against the text, never to be shown as law. */
  certainty: v.picklist(['S', 'M']),
  source: v.string(),
});
