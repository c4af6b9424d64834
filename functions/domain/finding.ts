import * as v from 'valibot';
import { IsoDateSchema } from './date.ts';
import { VndSchema } from './money.ts';
import { compareText } from './order.ts';
import { Sha256Schema } from './sha256.ts';

/** error: the figures cannot be relied on as they stand; warning: a person must look; info: good to know. */
const SeveritySchema = v.picklist(['error', 'warning', 'info']);
export type Severity = v.InferOutput<typeof SeveritySchema>;

/** How many places a finding names; `count` always tells them all. */
export const MAX_PLACES = 20;

/** In order of their names: a store may give the members of a map back in any order. */
const ParamsSchema = v.pipe(
  v.record(v.string(), v.union([v.string(), v.number()])),
  v.transform((params) => Object.fromEntries(Object.entries(params).sort(([a], [b]) => compareText(a, b)))),
);

/**
 * One thing noticed, by one rule of the catalogue. Safe to publish as it stands: it holds rule, place and
 * amounts, never the text of a cell. Texts are rendered from the catalogue.
 */
export const FindingSchema = v.object({
  rule: v.string(),
  severity: SeveritySchema,
  /** How often within the file or the statement; `rows` lists the first places. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Digest of the file it was found in. */
  digest: v.optional(Sha256Schema),
  /** Row numbers as a spreadsheet shows them, 1 for the first. At most MAX_PLACES. */
  rows: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  /** The contract's name of the column. */
  column: v.optional(v.string()),
  date: v.optional(IsoDateSchema),
  expectedVnd: v.optional(VndSchema),
  actualVnd: v.optional(VndSchema),
  /** actual − expected, signed. */
  differenceVnd: v.optional(VndSchema),
  /** Facts for the rule's text: codes, dates, counts, headings of the contract. Never a value out of a file. */
  params: v.optional(ParamsSchema),
});
export type Finding = v.InferOutput<typeof FindingSchema>;

/** What a unit says to a finding: text and office, and the row of the file that says so. */
export const ExplainedSchema = v.object({
  text: v.string(),
  by: v.string(),
  on: IsoDateSchema,
  digest: Sha256Schema,
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type Explained = v.InferOutput<typeof ExplainedSchema>;

/** The file with which a finding was gone. */
export const ResolvedSchema = v.object({ digest: Sha256Schema, on: IsoDateSchema });

/**
 * A finding with what has become of it. Explaining it takes nothing away and changes no sum. Its mark is told by its
 * rule, its place and its amounts: the same finding has the same mark as long as it stands. The mark of one between
 * units begins with a letter.
 */
export const TrackedFindingSchema = v.object({
  ...FindingSchema.entries,
  mark: v.pipe(v.string(), v.regex(/^[txk]?[0-9a-f]{10}$/)),
  /** The day of handing in since which it stands. */
  since: IsoDateSchema,
  status: v.picklist(['OPEN', 'EXPLAINED', 'RESOLVED']),
  explained: v.optional(ExplainedSchema),
  resolved: v.optional(ResolvedSchema),
});
export type TrackedFinding = v.InferOutput<typeof TrackedFindingSchema>;

export const FINDING_STATUSES = {
  OPEN: 'Đang mở',
  EXPLAINED: 'Đã giải trình',
  RESOLVED: 'Đã xử lý',
} as const;

const text = v.optional(v.string());

/**
 * What the treasurer is told beside a finding: the text of the first cells concerned, and what they should be
 * where that is safe to say. Private, never published.
 */
export const IssueSchema = v.object({
  ...FindingSchema.entries,
  value: text,
  /** At most MAX_PLACES, in step with `rows`. */
  places: v.optional(v.array(v.object({ row: v.number(), value: text, suggestion: text }))),
});
export type Issue = v.InferOutput<typeof IssueSchema>;
