import * as v from 'valibot';
import { FundCodeSchema } from './campaigns/campaign.ts';
import { codesOf, SUBMISSION_KINDS, SUBMISSION_STATES } from './codes.ts';
import { InstantSchema, PeriodSchema } from './date.ts';
import { type Finding, FindingSchema } from './finding.ts';
import { BalanceVndSchema, VndSchema } from './money.ts';
import { OverridesSchema } from './parse/reading.ts';
import type { Milli } from './quantity.ts';
import { type HashText, type Sha256, Sha256Schema } from './sha256.ts';
import { UnitCodeSchema, UnitIdSchema } from './units/unit.ts';

/** Half a character, as a cut name may end with, is no text that may be stored. */
const wellFormed = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.transform((text) => text.toWellFormed()),
  );

/** Thousandths of a đồng for one of a currency: more than nothing, and no more than a million đồng. */
const RateMilliSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1),
  v.maxValue(1e9),
  v.transform((n) => n as Milli),
);

/** An account's number, or at least its last four digits. */
const AccountSchema = v.pipe(v.string(), v.regex(/^\d{4,30}$/));

/** What a treasurer says about a file when handing it in. Travels with the file as object metadata. */
export const DeclarationSchema = v.object({
  unit: UnitCodeSchema,
  fund: FundCodeSchema,
  kind: v.picklist(codesOf(SUBMISSION_KINDS)),
  period: PeriodSchema,
  openingVnd: v.optional(BalanceVndSchema),
  closingVnd: v.optional(BalanceVndSchema),
  /** Cash in hand as counted at the end of the period: what the bank does not show of the closing balance. */
  cashVnd: v.optional(BalanceVndSchema),
  /** Of a bank's statement: which account, where its file does not say. Digits; private. */
  account: v.optional(AccountSchema),
  /** Of a statement of an account in another currency: which, and what one of it was worth at the end of the period. */
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  rateMilli: v.optional(RateMilliSchema),
  /** What one of it was worth as the opening balance was booked, where that is another rate: of its first statement. */
  openingRateMilli: v.optional(RateMilliSchema),
  /** The instant of handing in, set by the edge that took the file; orders submissions of one book. */
  receivedAt: InstantSchema,
  /** Who handed it in; private. */
  uploader: v.optional(wellFormed(200)),
  /** The file's name on the treasurer's machine; private. */
  filename: v.optional(wellFormed(255)),
  /** True: adds to what was handed in for the same period. Otherwise the same period is replaced. */
  additional: v.optional(v.boolean()),
  /** True: made up, for trying the product out. Every page that rests on it says so. */
  sample: v.optional(v.boolean()),
  /** Digest of an earlier file of this book that this one replaces, where its period differs. */
  supersedes: v.optional(Sha256Schema),
  /** How the file is to be read, where the treasurer said so. */
  reading: v.optional(OverridesSchema),
});
export type Declaration = v.InferOutput<typeof DeclarationSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Every row of a file ends as exactly one of three; `total` is their sum and the rows in the file. */
export const RowCountsSchema = v.object({
  total: count,
  accepted: count,
  quarantined: count,
  ignored: count,
  /** Why rows were ignored; adds up to `ignored`. */
  ignoredAs: v.object({ heading: count, blank: count, total: count, title: count, footer: count }),
});
export type RowCounts = v.InferOutput<typeof RowCountsSchema>;

/** A sum that the file itself states ("Tổng cộng"), and where. */
export const ControlTotalSchema = v.object({ row: count, statedVnd: VndSchema, computedVnd: VndSchema });
export type ControlTotal = v.InferOutput<typeof ControlTotalSchema>;

/**
 * Identity of a submission: unit's code × fund × kind × digest of the bytes × what was declared of them. Handing the
 * same bytes in with another period or balance is a submission of its own, which replaces the former: see
 * `supersessions`. The same bytes are never counted twice in a book.
 */
export type SubmissionId = string & { readonly __brand: 'SubmissionId' };

/** By the unit's code as it was declared: which unit that is, a change of units that comes later may tell otherwise. */
export const submissionIdOf = (declaration: Declaration, digest: Sha256, hash: HashText): SubmissionId =>
  [
    declaration.unit,
    declaration.fund,
    declaration.kind,
    digest,
    hash(declared(declaration)).slice(0, 16),
  ].join('.') as SubmissionId;

/** What of a declaration changes what the file means. */
const declared = (declaration: Declaration): string => {
  const { period, openingVnd, closingVnd, additional, supersedes, reading } = declaration;
  const { cashVnd, account, currency, rateMilli, openingRateMilli } = declaration;
  const later = [cashVnd, account, currency, rateMilli].map((said) => said ?? null);
  return JSON.stringify([
    period.from,
    period.to,
    openingVnd ?? null,
    closingVnd ?? null,
    additional === true,
    supersedes ?? null,
    ...(reading === undefined ? [] : [reading]),
    // Files that say nothing of these keep the identity that they had before anything could be said of them.
    ...(later.every((said) => said === null) ? [] : [later]),
    ...(openingRateMilli === undefined ? [] : [{ openingRateMilli }]),
  ]);
};

/** Identity of what came without a readable declaration: by its place in the inbox. */
export const undeclaredId = (uploadKey: string, hash: HashText): SubmissionId =>
  `undeclared.${hash(uploadKey)}` as SubmissionId;

/** The header of an accepted submission, as its ledger slot holds it. */
export const SubmissionSchema = v.object({
  id: v.pipe(
    v.string(),
    v.transform((s) => s as SubmissionId),
  ),
  unitId: UnitIdSchema,
  declaration: DeclarationSchema,
  digest: Sha256Schema,
  bytes: count,
  state: v.picklist(['ACCEPTED', 'ACCEPTED_WITH_QUARANTINE']),
  rows: RowCountsSchema,
  acceptedVnd: VndSchema,
  /** Sum of the readable amounts of quarantined rows. */
  quarantinedVnd: VndSchema,
  /** Movements, lines of a bank's statement, or rows of a register. */
  entries: count,
  /** Last digits of the account that a bank's statement is of, as far as it is known. Private. */
  account: v.optional(v.string()),
  controlTotals: v.array(ControlTotalSchema),
  findings: v.array(FindingSchema),
});
export type Submission = v.InferOutput<typeof SubmissionSchema>;

/** One step in the life of a submission, as kept for people: what, when, why. */
export const HistoryStepSchema = v.object({
  state: v.picklist(codesOf(SUBMISSION_STATES)),
  at: InstantSchema,
  /** Rule that decided, or digest of the file that replaced this one. */
  because: v.optional(v.string()),
});
export type HistoryStep = v.InferOutput<typeof HistoryStepSchema>;

export type Rejection = { readonly findings: readonly [Finding, ...Finding[]] };
