import type { LedgerTable, SubmissionRecord } from '#adapters/ports.ts';
import type { SubmissionState } from '#domain/codes.ts';
import type { Instant } from '#domain/date.ts';
import type { Finding, Issue } from '#domain/finding.ts';
import type { SubmissionId } from '#domain/submission.ts';
import { withEnd, withStep } from '../record-steps.ts';
import type { Counts } from '../shell/queue-function.ts';
import type { Upload } from './event.ts';

/** What came of one handing-in. */
export interface Ending {
  readonly state: Exclude<SubmissionState, 'RECEIVED'>;
  readonly at: Instant;
  readonly because?: string;
  readonly seq?: number;
  readonly findings?: readonly Issue[];
}

/** Opens the record of a file, or finds the one that stands, and notes that it was handed in at that instant. */
export async function open(table: LedgerTable, id: SubmissionId, at: Instant): Promise<SubmissionRecord> {
  const received = { state: 'RECEIVED' as const, at };
  if ((await table.record(id)) === undefined) {
    // Before the record is there: whoever finds one may rely on every slot of this file lying after its place.
    const seenAtSeq = await table.head();
    await table.firstRecord({
      id,
      state: 'RECEIVED',
      history: [received],
      seenAtSeq,
      handled: [],
      findings: [],
    });
  }
  return table.changeRecord(id, (standing) => withStep(standing, received));
}

/**
 * Writes down how a handing-in ended, on the record as it stands by now: others may have changed it since it
 * was opened. A file that is entered stays so when it comes again as a duplicate.
 */
export async function close(
  table: LedgerTable,
  { id }: Pick<SubmissionRecord, 'id'>,
  upload: Upload,
  { state, at, because, ...rest }: Ending,
): Promise<void> {
  const step = { state, at, ...(because === undefined ? {} : { because }) };
  await table.changeRecord(id, (standing) => withEnd(standing, { key: upload.key, step, ...rest }));
}

/** How a handing-in that is not entered comes to its end: with the one reason why. */
export const sendingBack =
  (
    { table }: { readonly table: LedgerTable },
    record: Pick<SubmissionRecord, 'id'>,
    upload: Upload,
    at: Instant,
  ) =>
  async (finding: Finding): Promise<Counts> => {
    await close(table, record, upload, { state: 'REJECTED', at, because: finding.rule, findings: [finding] });
    return { rejected: 1 };
  };
