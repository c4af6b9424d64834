import type { SubmissionRecord } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { concatBytes } from '#domain/bytes.ts';
import { type Instant, type IsoDate, vietnamDay } from '#domain/date.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type SubmissionId, submissionIdOf } from '#domain/submission.ts';
import { type ChangeFault, faultText } from '#domain/units/change-faults.ts';
import { withChanges } from '#domain/units/history-in-force.ts';
import { limited, type ReadChanges, readChanges, untimelyDays } from '#domain/units/read-changes.ts';
import type { Counts } from '../shell/queue-function.ts';
import { type Committed, commit, standing } from './commit.ts';
import type { Upload } from './event.ts';
import { early, inTime } from './in-time.ts';
import type { IngestDeps } from './ingest.ts';
import { changesKeyOf } from './keys.ts';
import type { Received } from './receive.ts';
import { close, open, sendingBack } from './record.ts';
import { survey } from './survey.ts';
import { tellAllBooks } from './tell-all.ts';

/** The official table of the whole country takes about 1.5 MB. */
export const MAX_UNITS_BYTES = 8 * 1024 * 1024;

/** A table of changes of units: into the ledger like everything else, then every book is looked at again. */
export async function importUnits({ upload, declaration }: Received, deps: IngestDeps): Promise<Counts> {
  const { table, inbox } = deps;
  const { digest, bytes } = await survey(upload, inbox);
  const at = declaration.receivedAt;
  // Handed in again it is meant to hold again, over what came between: so each handing-in is one of its own.
  const id = `${submissionIdOf(declaration, digest, hashText)}.${at.replace(/\D/g, '')}` as SubmissionId;
  const record = await open(table, id, at);
  const sendBack = sendingBack(deps, record, upload, at);
  const known = await standing(table, record.seenAtSeq, { id, receivedAt: at });
  if (known !== undefined) return enterChanges(known, record, upload, at, deps);
  if (!inTime(upload, declaration)) return sendBack(early(upload, declaration));
  const read = bytes > MAX_UNITS_BYTES ? err(['tệp quá lớn']) : await judged(upload, vietnamDay(at), deps);
  if (!read.ok) {
    const params = { fields: limited(read.error).join('; ') };
    return sendBack({ rule: 'UNITS_INVALID', severity: 'error', count: 1, params });
  }
  const text = JSON.stringify({ changes: read.value.changes });
  const changesKey = changesKeyOf(hashText(text));
  await deps.ledger.writeText(changesKey, text, { contentType: 'application/json', cache: 'private' });
  const content = { type: 'units', id, receivedAt: at, changesKey } as const;
  return enterChanges(await commit(table, record.seenAtSeq, content), record, upload, at, deps);
}

/** What follows from the slot in which a table stands. */
async function enterChanges(
  { slot, mine }: Committed,
  record: SubmissionRecord,
  upload: Upload,
  at: Instant,
  deps: IngestDeps,
): Promise<Counts> {
  if (slot.type !== 'units') throw new Error(`slot ${slot.seq} holds ${record.id} as ${slot.type}`);
  await deps.table.addUnits(slot);
  // Every book has units in it that may be called otherwise now; and the map itself is to be drawn anew.
  await tellAllBooks(slot, deps);
  await close(deps.table, record, upload, { state: mine ? 'ACCEPTED' : 'DUPLICATE', at, seq: slot.seq });
  return { units: 1 };
}

/** The changes of a file, when they follow from what is in force. */
async function judged(
  upload: Upload,
  receivedOn: IsoDate,
  deps: IngestDeps,
): Promise<Result<ReadChanges, readonly string[]>> {
  const read = readChanges(await bytesOf(upload, deps));
  if (!read.ok) return read;
  const untimely = untimelyDays(read.value.changes, receivedOn);
  if (untimely.length > 0) return err(untimely);
  const { inForce } = await deps.units();
  const followed = withChanges(inForce, read.value.changes);
  return followed.ok ? ok(read.value) : err(followed.error.map((fault) => placed(fault, read.value)));
}

/** What is wrong, by the row of the file. */
function placed(fault: ChangeFault, { changes, places }: ReadChanges): string {
  const change = changes.findIndex(({ on }) => on === fault.on);
  return faultText(fault, fault.row === undefined ? undefined : places[change]?.[fault.row]);
}

async function bytesOf({ key, versionId }: Upload, { inbox }: IngestDeps): Promise<Uint8Array> {
  const portions: Uint8Array[] = [];
  for await (const portion of inbox.read(key, versionId)) portions.push(portion);
  return concatBytes(portions);
}
