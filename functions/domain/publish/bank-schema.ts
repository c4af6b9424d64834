/** What the snapshot says of a book's bank accounts: sums, days and differences, never a line or an account number. */
import * as v from 'valibot';
import { codesOf } from '../codes.ts';
import { IsoDateSchema, PeriodSchema } from '../date.ts';
import { MATCH_LEVELS } from '../match/match.ts';
import { VndSchema } from '../money.ts';
import { MilliSchema } from '../quantity.ts';
import { Sha256Schema } from '../sha256.ts';
import { count } from './node-parts.ts';

/** Days of a period that are covered by a file, by more than one, or by none. */
export const StretchSchema = v.object({
  from: IsoDateSchema,
  to: IsoDateSchema,
  state: v.picklist(['COVERED', 'OVERLAP', 'MISSING']),
});

/** Between two consecutive statements: days that none covers, or a balance that does not go on. */
const GapSchema = v.object({
  from: IsoDateSchema,
  to: IsoDateSchema,
  days: count,
  before: Sha256Schema,
  after: Sha256Schema,
  /** Opening of the later less closing of the earlier: what the missing days hide. */
  differenceVnd: v.optional(VndSchema),
});

const AccountSchema = v.object({
  /** "TK 1": accounts in order; their numbers are not public. */
  label: v.string(),
  period: PeriodSchema,
  files: count,
  /** Absent where the bank prints no balance. */
  openingVnd: v.optional(VndSchema),
  closingVnd: v.optional(VndSchema),
  credits: count,
  creditVnd: VndSchema,
  debits: count,
  debitVnd: VndSchema,
  /** Breaks of the running balance: money that moved and is not listed. */
  unlistedIns: count,
  unlistedInVnd: VndSchema,
  unlistedOuts: count,
  unlistedOutVnd: VndSchema,
  /** Of an account in another currency: thousandths of it. Its figures in đồng above are these at the rate. */
  foreign: v.optional(
    v.object({
      currency: v.string(),
      /** Thousandths of a đồng for one of it, at the end of the period. */
      rateMilli: v.pipe(v.number(), v.safeInteger()),
      /** The rate at which its opening was booked, where that is another. */
      openingRateMilli: v.optional(v.pipe(v.number(), v.safeInteger())),
      openingMilli: v.optional(MilliSchema),
      closingMilli: v.optional(MilliSchema),
      creditMilli: MilliSchema,
      debitMilli: MilliSchema,
    }),
  ),
  /** Lines that stand in more than one file and count once. */
  repeatedLines: count,
  coverage: v.array(StretchSchema),
  gaps: v.array(GapSchema),
});

/** Rows of one side that have no other side. */
const LeftSchema = v.object({ count, inVnd: VndSchema, outVnd: VndSchema });

const MatchingSchema = v.object({
  lines: count,
  entries: count,
  levels: v.array(
    v.object({
      level: v.picklist(codesOf(MATCH_LEVELS)),
      matches: count,
      lines: count,
      entries: count,
      /** Sum of the lines without sign. */
      amountVnd: VndSchema,
    }),
  ),
  /** In the bank and not in the books. */
  linesLeft: LeftSchema,
  /** In the books and not in the bank, cash apart. */
  entriesLeft: LeftSchema,
  /** Entries known to be cash: no bank line is expected. */
  cash: LeftSchema,
});

export const BankSchema = v.object({
  accounts: v.array(AccountSchema),
  /** The last day that the statements of all accounts cover. */
  day: IsoDateSchema,
  /** Sum of the accounts at the end of that day; absent where a bank prints no balance. */
  balanceVnd: v.optional(VndSchema),
  /** What accounts in another currency are worth more at their last rates than the book says of the same money. */
  revaluationVnd: v.optional(VndSchema),
  /** Cash in hand as counted and declared for that day. */
  cashVnd: v.optional(VndSchema),
  /** The book's balance at the end of that day. */
  bookVnd: VndSchema,
  matching: v.optional(MatchingSchema),
});
export type Bank = v.InferOutput<typeof BankSchema>;
