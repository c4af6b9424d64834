import type { BookNote, LedgerTable, ObjectStore, Outbox, SubmissionRecord } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import type { TableKind } from '#domain/codes.ts';
import type { Instant } from '#domain/date.ts';
import type { Finding, Issue } from '#domain/finding.ts';
import { err } from '#domain/result.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type Submission, submissionIdOf, undeclaredId } from '#domain/submission.ts';
import { toFinding, toRecord } from '#domain/validate/collector.ts';
import type { BookContext } from '#domain/validate/context.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { campaignsOf } from '../campaigns-in-force.ts';
import type { Counts } from '../shell/queue-function.ts';
import type { UnitsInForce } from '../units-in-force.ts';
import { type Committed, commit, standing } from './commit.ts';
import { enter } from './enter.ts';
import type { Upload } from './event.ts';
import { type Filing, filingOf } from './filing.ts';
import { importCampaigns } from './import-campaigns.ts';
import { importUnits } from './import-units.ts';
import { early, inTime } from './in-time.ts';
import { entriesKeyOf } from './keys.ts';
import { type Received, receive } from './receive.ts';
import { close, open } from './record.ts';
import { survey } from './survey.ts';

export interface IngestDeps {
  readonly inbox: ObjectStore;
  readonly ledger: ObjectStore;
  readonly table: LedgerTable;
  readonly outbox: Outbox<BookNote>;
  readonly units: UnitsInForce;
  readonly maxFileBytes: number;
}

/**
 * One file from the inbox: read and judged; entered into the ledger, or sent back with its reasons. Safe to run
 * again at any time, on any number of workers: only the claim of a slot decides, all else writes the same twice.
 */
export async function ingest(upload: Upload, deps: IngestDeps): Promise<Counts> {
  const received = await receive(upload, deps.inbox, deps.maxFileBytes);
  if (!received.ok) return refuseUnread(upload, received.error, deps);
  const { kind } = received.value.declaration;
  if (kind === 'campaigns') return importCampaigns(received.value, deps);
  if (kind === 'units') return importUnits(received.value, deps);
  return ingestTable(received.value, kind, deps);
}

/** Sent back before it was read: there is no digest, so the place in the inbox is its name. */
async function refuseUnread(upload: Upload, finding: Finding, { table }: IngestDeps): Promise<Counts> {
  const record = await open(table, undeclaredId(upload.key, hashText), upload.at);
  await close(table, record, upload, {
    state: 'REJECTED',
    at: upload.at,
    because: finding.rule,
    findings: [finding],
  });
  return { rejected: 1 };
}

async function ingestTable(
  { upload, declaration }: Received,
  kind: TableKind,
  deps: IngestDeps,
): Promise<Counts> {
  const { table, inbox } = deps;
  const context = inTime(upload, declaration)
    ? readContext(declaration, await deps.units(), await campaignsOf(table))
    : err(early(upload, declaration));
  const request = context.ok
    ? { kind, context: context.value, overrides: declaration.reading ?? {} }
    : undefined;
  const { digest, bytes, outcome } = await survey(upload, inbox, request);
  const id = submissionIdOf(declaration, digest, hashText);
  const at = declaration.receivedAt;
  const record = await open(table, id, at);
  const handedIn = { upload, at };
  const read = outcome && filingOf(outcome, declaration);
  const known = await standing(table, record.seenAtSeq, { id, receivedAt: at });
  if (known !== undefined) return closeEntered(known, record, handedIn, read?.issues, deps);
  if (!context.ok || request === undefined || read === undefined) {
    const findings: readonly Issue[] = context.ok ? (outcome?.refusal ?? []).map(toRecord) : [context.error];
    await close(table, record, upload, { state: 'REJECTED', at, because: findings[0]?.rule ?? '', findings });
    return { rejected: 1 };
  }

  const submission = toSubmission(id, context.value, digest, bytes, read);
  const entriesKey = entriesKeyOf(id);
  const { reading, sums } = read;
  const file = { upload, kind, context: context.value, request, reading, digest, sums };
  const summaryKey = await enter(file, entriesKey, deps);
  const content = { type: 'submission', submission, summaryKey, entriesKey } as const;
  const entered = await commit(table, record.seenAtSeq, content);
  return closeEntered(entered, record, handedIn, read.issues, deps);
}

/**
 * What follows from the slot in which a file stands: its book hears of it, and its record how it ended.
 * @param issues of the file with the text of its cells, where it could be read this time
 */
async function closeEntered(
  { slot, mine }: Committed,
  record: SubmissionRecord,
  { upload, at }: { readonly upload: Upload; readonly at: Instant },
  issues: readonly Issue[] | undefined,
  deps: IngestDeps,
): Promise<Counts> {
  if (slot.type !== 'submission') throw new Error(`slot ${slot.seq} holds ${record.id} as ${slot.type}`);
  await tellBook(slot, deps);
  const { submission } = slot;
  const state = mine ? submission.state : 'DUPLICATE';
  await close(deps.table, record, upload, {
    state,
    at,
    seq: slot.seq,
    ...(mine ? { findings: issues?.map(toRecord) ?? submission.findings } : {}),
  });
  return { [state]: 1, rows: submission.rows.total, quarantined: submission.rows.quarantined };
}

/** Puts the slot into its book's index and has the book looked at again. Repeating it changes nothing. */
async function tellBook(
  slot: Parameters<LedgerTable['addToBook']>[1],
  { table, outbox }: IngestDeps,
): Promise<void> {
  const { unitId, declaration, id } = slot.submission;
  const book = { unitId, fund: declaration.fund };
  await table.addToBook(book, slot);
  await outbox.send({ book }, { group: `${unitId}/${declaration.fund}`, deduplication: `${id} ${slot.seq}` });
}

function toSubmission(
  id: Submission['id'],
  { unit, declaration }: BookContext,
  digest: Sha256,
  bytes: number,
  filing: Filing,
): Submission {
  // The number of an account is told apart by `account` below; the whole of it stays with the file.
  const { account: _number, ...said } = declaration;
  return {
    id,
    unitId: unit.id,
    declaration: said,
    digest,
    bytes,
    state: filing.rows.quarantined > 0 ? 'ACCEPTED_WITH_QUARANTINE' : 'ACCEPTED',
    rows: filing.rows,
    acceptedVnd: filing.acceptedVnd,
    quarantinedVnd: filing.quarantinedVnd,
    entries: filing.entries,
    ...(filing.account === undefined ? {} : { account: filing.account }),
    controlTotals: [...filing.controlTotals],
    findings: filing.issues.map(toFinding),
  };
}
