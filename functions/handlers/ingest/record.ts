import type { LedgerTable, SubmissionRecord } from '#adapters/ports.ts';
import type { SubmissionState } from '#domain/codes.ts';
import type { Instant } from '#domain/date.ts';
import type { Issue } from '#domain/finding.ts';
import type { HistoryStep, SubmissionId } from '#domain/submission.ts';
import type { Upload } from './event.ts';

/** What came of one handing-in. */
export interface Ending {
  readonly state: Exclude<SubmissionState, 'RECEIVED'>;
  readonly at: Instant;
  readonly because?: string;
  readonly seq?: number;
  readonly findings?: readonly Issue[];
}

const withStep = (history: readonly HistoryStep[], step: HistoryStep): HistoryStep[] =>
  history.some((known) => known.state === step.state && known.at === step.at)
    ? [...history]
    : [...history, step];

/** Opens the record of a file, or finds the one that stands, and notes that it was handed in at that instant. */
export async function open(table: LedgerTable, id: SubmissionId, at: Instant): Promise<SubmissionRecord> {
  const received: HistoryStep = { state: 'RECEIVED', at };
  const known = await table.record(id);
  if (known) return { ...known, history: withStep(known.history, received) };
  const seenAtSeq = await table.head();
  const first: SubmissionRecord = {
    id,
    state: 'RECEIVED',
    history: [received],
    seenAtSeq,
    handled: [],
    findings: [],
  };
  const standing = await table.firstRecord(first);
  return { ...standing, history: withStep(standing.history, received) };
}

/** States that a later handing-in of the same bytes does not take away. */
const ENTERED: ReadonlySet<SubmissionState> = new Set(['ACCEPTED', 'ACCEPTED_WITH_QUARANTINE', 'SUPERSEDED']);

/** Writes down how a handing-in ended. A file that is entered stays so when it comes again as a duplicate. */
export async function close(
  table: LedgerTable,
  record: SubmissionRecord,
  upload: Upload,
  { state, at, because, seq, findings }: Ending,
): Promise<void> {
  const step: HistoryStep = { state, at, ...(because === undefined ? {} : { because }) };
  const entered = ENTERED.has(record.state) && !(ENTERED.has(state) && record.state !== 'SUPERSEDED');
  await table.putRecord({
    ...record,
    state: entered ? record.state : state,
    history: withStep(record.history, step),
    handled: [...new Set([...record.handled, upload.key])],
    ...(seq === undefined ? {} : { seq }),
    findings: findings ?? record.findings,
  });
}
