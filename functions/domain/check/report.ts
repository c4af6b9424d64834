import * as v from 'valibot';
import { codesOf, TABLE_KINDS } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { InferenceSchema } from '../parse/reading.ts';
import { Sha256Schema } from '../sha256.ts';
import { RowCountsSchema } from '../submission.ts';

/** Raised when a reader of the former format could misread a report. */
export const REPORT_FORMAT = 1;

const text = v.nullable(v.string());
const amount = v.nullable(VndSchema);

/** One place of an issue: the row, the text found there, and what it should be where that is safe to say. */
const PlaceSchema = v.object({ row: v.number(), value: text, suggestion: text });

const ReportIssueSchema = v.object({
  /** Of the catalogue; stable. */
  code: v.string(),
  layer: v.picklist(['file', 'table', 'column', 'row', 'cell', 'book']),
  severity: v.picklist(['error', 'warning', 'info']),
  consequence: v.picklist(['reject', 'quarantine', 'flag', 'ignore']),
  /** How often; `places` names the first of them. */
  count: v.number(),
  /** The first place. */
  row: v.nullable(v.number()),
  /** Title of the contract's column. */
  column: text,
  /** The text found at the first place. */
  value: text,
  /** What was expected there, Vietnamese. */
  expected: text,
  /** What is wrong and what to do, Vietnamese, ready to read. */
  title: v.string(),
  what: v.string(),
  fix: v.string(),
  /** The same in English. */
  en: v.object({ title: v.string(), what: v.string(), expected: text, fix: v.string() }),
  places: v.array(PlaceSchema),
  expectedVnd: amount,
  actualVnd: amount,
  differenceVnd: amount,
});
export type ReportIssue = v.InferOutput<typeof ReportIssueSchema>;

/** A row of the file as it was understood: its cells by the contract's names, dates and amounts normalised. */
const PreviewRowSchema = v.object({
  row: v.number(),
  fate: v.picklist(['accepted', 'quarantined']),
  cells: v.array(v.string()),
});

/**
 * Everything that can be said of one file before it is handed in: what the page shows and what
 * `so-cong-khai check --json` prints, the same to the last character.
 */
export const CheckReportSchema = v.object({
  format: v.literal(REPORT_FORMAT),
  file: v.object({ name: text, bytes: v.number(), sha256: Sha256Schema }),
  kind: v.nullable(v.picklist(codesOf(TABLE_KINDS))),
  /** The day it was checked as of: nothing can have happened after it. */
  checkedOn: IsoDateSchema,
  state: v.picklist(['accepted', 'acceptedInPart', 'rejected']),
  rows: v.number(),
  accepted: v.number(),
  quarantined: v.number(),
  ignored: v.number(),
  ignoredAs: RowCountsSchema.entries.ignoredAs,
  /**
   * Only of a statement of an account in another currency: its three letters. All amounts of the report are then
   * thousandths of it, whatever their names say.
   */
  currency: v.optional(v.string()),
  /** Sum of accepted rows, whole đồng. Of a bank statement: credits − debits. */
  sumVnd: VndSchema,
  /** Sum of the readable amounts of rows set aside. */
  quarantinedVnd: VndSchema,
  /** Of allocations only: promised and allotted, the same money at two times and never added up. */
  stages: v.optional(v.object({ DANG_KY: VndSchema, PHAN_BO: VndSchema })),
  /** Of a bank statement only. */
  bank: v.nullable(
    v.object({
      credits: v.number(),
      creditVnd: VndSchema,
      debits: v.number(),
      debitVnd: VndSchema,
      openingVnd: amount,
      closingVnd: amount,
      /** Places where the running balance does not follow from the line above. */
      breaks: v.number(),
    }),
  ),
  controlTotals: v.array(
    v.object({ row: v.number(), statedVnd: VndSchema, computedVnd: VndSchema, differenceVnd: VndSchema }),
  ),
  inferred: v.array(v.object({ ...InferenceSchema.entries, text: v.string() })),
  issues: v.array(ReportIssueSchema),
  /** The first rows of data as understood. */
  preview: v.object({
    columns: v.array(v.object({ name: v.string(), title: v.string(), heading: v.string() })),
    rows: v.array(PreviewRowSchema),
  }),
  /** The rows named in `places`, as they stand in the file, for looking at. */
  excerpts: v.array(v.object({ row: v.number(), cells: v.array(v.string()) })),
  /** The file's own headings, by position. */
  headings: v.array(v.string()),
});
export type CheckReport = v.InferOutput<typeof CheckReportSchema>;
