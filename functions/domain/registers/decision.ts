import * as v from 'valibot';
import { IsoDateSchema } from '../date.ts';
import { MilliSchema } from '../quantity.ts';
import { extra, rowNumber, text } from './parts.ts';

/** The beginning of a file's digest, as reports print it: enough to find one file of a book by. */
const DigestStart = v.pipe(v.string(), v.regex(/^[0-9a-f]{8,64}$/));
const source = v.object({ digest: DigestStart, row: rowNumber });

const common = {
  row: rowNumber,
  /** Why. Of an explanation it is published, where it names nobody. */
  reason: v.string(),
  /** In what office (chức danh), no name of a person. */
  by: v.string(),
  date: v.optional(IsoDateSchema),
  extra,
};

/** What a person in charge decided about a reconciliation; the ledger keeps who and why. None of it changes a sum. */
export const DecisionSchema = v.variant('action', [
  v.object({
    ...common,
    action: v.picklist(['XAC_NHAN_KHOP', 'BO_KHOP']),
    line: source,
    entry: source,
  }),
  v.object({
    ...common,
    action: v.literal('GIAI_TRINH'),
    /** The mark of the finding, as pages and reports print it. */
    finding: v.string(),
  }),
  v.object({
    ...common,
    action: v.literal('QUY_DOI'),
    item: v.string(),
    /** 1 of `from` is `factorMilli` thousandths of `to`: 1 thùng = 30 gói. */
    from: v.string(),
    to: v.string(),
    factorMilli: MilliSchema,
    basis: text,
  }),
]);
export type DecisionRecord = v.InferOutput<typeof DecisionSchema>;
