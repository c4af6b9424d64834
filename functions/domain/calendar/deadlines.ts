import * as v from 'valibot';
import { codesOf, FUND_KINDS, TABLE_KINDS } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import shipped from './deadlines.data.json' with { type: 'json' };

/** The day from which days are counted: the last of a period, of receiving, of distributing, or a campaign's first. */
const BASES = [
  'RECEIPT_END',
  'DISTRIBUTION_END',
  'MONTH_END',
  'QUARTER_END',
  'HALF_END',
  'YEAR_END',
  'CAMPAIGN_START',
] as const;
export type Basis = (typeof BASES)[number];

/** What a person reads beside a deadline: no number of days is shown as law that was not read in one. */
export const CERTAINTIES = {
  S: 'theo văn bản đã công bố',
  M: 'theo cấu hình, chưa đối chiếu văn bản',
} as const;
export type Certainty = keyof typeof CERTAINTIES;

const text = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(300));

const DeadlineSchema = v.object({
  code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)),
  /** Vietnamese, as people read it. */
  title: text,
  basis: v.picklist(BASES),
  /** Days from the basis day to the last day on which the duty is met in time. */
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660)),
  /** Kinds of files that must all cover the period, or the end that must have come. */
  metBy: v.union([
    v.pipe(v.array(v.picklist(codesOf(TABLE_KINDS))), v.minLength(1)),
    v.picklist(['RECEIPT_END', 'DISTRIBUTION_END']),
  ]),
  appliesTo: v.pipe(v.array(v.picklist(codesOf(FUND_KINDS))), v.minLength(1)),
  source: text,
  certainty: v.picklist(codesOf(CERTAINTIES)),
  /** First and last basis day to which it applies. */
  validFrom: IsoDateSchema,
  validTo: v.optional(IsoDateSchema),
});
export type Deadline = v.InferOutput<typeof DeadlineSchema>;

/** Whether no two versions of a duty are in force for one kind of fund on one day. */
const oneAtATime = (duties: readonly Deadline[]): boolean =>
  duties.every((a, i) =>
    duties
      .slice(i + 1)
      .every(
        (b) =>
          a.code !== b.code ||
          !a.appliesTo.some((kind) => b.appliesTo.includes(kind)) ||
          (a.validTo !== undefined && a.validTo < b.validFrom) ||
          (b.validTo !== undefined && b.validTo < a.validFrom),
      ),
  );

/** Duties with their numbers of days, as dated configuration. */
export const DeadlinesFileSchema = v.object({
  duties: v.pipe(
    v.array(DeadlineSchema),
    v.check((all) => oneAtATime(all), 'two versions of one duty on one day'),
  ),
});

export const SHIPPED_DEADLINES: readonly Deadline[] = v.parse(DeadlinesFileSchema, shipped).duties;
