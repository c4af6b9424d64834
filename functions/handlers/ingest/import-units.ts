import type { Book, SlotOf } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { concatBytes } from '#domain/bytes.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { submissionIdOf } from '#domain/submission.ts';
import { type ChangeFault, faultText } from '#domain/units/change-faults.ts';
import { withChanges } from '#domain/units/history-in-force.ts';
import { limited, type ReadChanges, readChanges } from '#domain/units/read-changes.ts';
import { mapLimited } from '../shell/limit.ts';
import type { Counts } from '../shell/queue-function.ts';
import { commit } from './commit.ts';
import type { Upload } from './event.ts';
import { early, inTime } from './in-time.ts';
import type { IngestDeps } from './ingest.ts';
import { changesKeyOf } from './keys.ts';
import type { Received } from './receive.ts';
import { close, open, sendingBack } from './record.ts';
import { survey } from './survey.ts';

/** The official table of the whole country takes about 1.5 MB. */
export const MAX_UNITS_BYTES = 8 * 1024 * 1024;
const NOTES_UNDER_WAY = 8;

/** A table of changes of units: into the ledger like everything else, then every book is looked at again. */
export async function importUnits({ upload, declaration }: Received, deps: IngestDeps): Promise<Counts> {
  const { table, inbox, ledger } = deps;
  const { digest, bytes } = await survey(upload, inbox);
  const at = declaration.receivedAt;
  const id = submissionIdOf(declaration, declaration.unit, digest, hashText);
  const record = await open(table, id, at);
  const sendBack = sendingBack(deps, record, upload, at);
  if (!inTime(upload, declaration)) return sendBack(early(upload, declaration));
  const read = bytes > MAX_UNITS_BYTES ? err(['tệp quá lớn']) : await judged(upload, deps);
  if (!read.ok) {
    const params = { fields: limited(read.error).join('; ') };
    return sendBack({ rule: 'UNITS_INVALID', severity: 'error', count: 1, params });
  }
  const text = JSON.stringify({ changes: read.value.changes });
  const changesKey = changesKeyOf(hashText(text));
  await ledger.writeText(changesKey, text, { contentType: 'application/json', cache: 'private' });
  const content = { type: 'units', id, receivedAt: at, changesKey } as const;
  const { slot, mine } = await commit(table, record.seenAtSeq, content);
  if (slot.type !== 'units') throw new Error(`slot ${slot.seq} holds ${id} as ${slot.type}`);
  await table.addUnits(slot);
  await tellAll(slot, deps);
  await close(table, record, upload, { state: mine ? 'ACCEPTED' : 'DUPLICATE', at, seq: slot.seq });
  return { units: read.value.changes.reduce((rows, change) => rows + change.rows.length, 0) };
}

/** The changes of a file, when they follow from what is in force. */
async function judged(upload: Upload, deps: IngestDeps): Promise<Result<ReadChanges, readonly string[]>> {
  const read = readChanges(await bytesOf(upload, deps));
  if (!read.ok) return read;
  const { inForce } = await deps.units();
  const followed = withChanges(inForce, read.value.changes);
  return followed.ok ? ok(read.value) : err(followed.error.map((fault) => placed(fault, read.value)));
}

/** What is wrong, by the row of the file. */
function placed(fault: ChangeFault, { changes, places }: ReadChanges): string {
  const change = changes.findIndex(({ on }) => on === fault.on);
  return faultText(fault, fault.row === undefined ? undefined : places[change]?.[fault.row]);
}

/** Every book has units in it that may be called otherwise now; and the map itself is to be drawn anew. */
async function tellAll({ id, seq }: SlotOf<'units'>, { table, outbox }: IngestDeps): Promise<void> {
  const books: Book[] = [];
  for await (const { unitId, fund } of table.statements()) books.push({ unitId, fund });
  await mapLimited(books, NOTES_UNDER_WAY, (book) => {
    const group = `${book.unitId}/${book.fund}`;
    return outbox.send({ book, units: seq }, { group, deduplication: `${id} ${seq} ${group}` });
  });
  await outbox.send({ units: seq }, { group: 'units', deduplication: `${id} ${seq}` });
}

async function bytesOf({ key, versionId }: Upload, { inbox }: IngestDeps): Promise<Uint8Array> {
  const portions: Uint8Array[] = [];
  for await (const portion of inbox.read(key, versionId)) portions.push(portion);
  return concatBytes(portions);
}
