import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { readCampaignsFile } from '#domain/campaigns/campaigns.ts';
import { submissionIdOf } from '#domain/submission.ts';
import type { Counts } from '../shell/queue-function.ts';
import { commit } from './commit.ts';
import type { Upload } from './event.ts';
import { early, inTime } from './in-time.ts';
import type { IngestDeps } from './ingest.ts';
import type { Received } from './receive.ts';
import { close, open, sendingBack } from './record.ts';
import { survey } from './survey.ts';
import { tellAllBooks } from './tell-all.ts';

/** Reference data is small; a list of campaigns larger than this is none. */
const MAX_LIST_BYTES = 256 * 1024;

/** A list of campaigns: into the ledger like everything else, then every page that shows campaigns is renewed. */
export async function importCampaigns({ upload, declaration }: Received, deps: IngestDeps): Promise<Counts> {
  const { table, inbox } = deps;
  const { digest, bytes } = await survey(upload, inbox);
  const at = declaration.receivedAt;
  const id = submissionIdOf(declaration, digest, hashText);
  const record = await open(table, id, at);
  const sendBack = sendingBack(deps, record, upload, at);
  if (!inTime(upload, declaration)) return sendBack(early(upload, declaration));
  const campaigns = readCampaignsFile(bytes > MAX_LIST_BYTES ? '' : await textOf(upload, inbox));
  if (!campaigns.ok) {
    const params = { fields: campaigns.error };
    return sendBack({ rule: 'CAMPAIGNS_INVALID', severity: 'error', count: 1, params });
  }
  const campaignsJson = JSON.stringify({ campaigns: campaigns.value });
  const { slot, mine } = await commit(table, record.seenAtSeq, {
    type: 'campaigns',
    id,
    receivedAt: at,
    campaignsJson,
  });
  if (slot.type !== 'campaigns') throw new Error(`slot ${slot.seq} holds ${id} as ${slot.type}`);
  await table.addCampaigns(slot);
  // What a book owes and when follows from its campaign.
  await tellAllBooks(slot, deps);
  await close(table, record, upload, { state: mine ? 'ACCEPTED' : 'DUPLICATE', at, seq: slot.seq });
  return { campaigns: campaigns.value.length };
}

async function textOf({ key, versionId }: Upload, inbox: ObjectStore): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of inbox.read(key, versionId)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
