import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { UPLOAD_PREFIX } from '#domain/upload.ts';
import type { Clients } from './connection.ts';
import type { Engines } from './engines/engines.ts';
import { announceObject } from './object-events.ts';
import { queueState } from './queue-state.ts';
import type { Stores } from './stores.ts';
import type { Wiring } from './wiring.ts';

/**
 * What a run that was killed left half done, before any function starts: messages it had taken are free again,
 * and a file it had written without the event that tells of it gets that event. Returns how many files.
 */
export async function recover(
  wiring: Wiring,
  engines: Engines,
  clients: Clients,
  stores: Stores,
): Promise<number> {
  const seen = new Set<string>();
  for (const { name } of wiring.queues) {
    const { waiting, taken } = await queueState(engines.sqsEndpoint, name);
    for (const { receiptHandle } of taken) await free(clients, engines.queueUrl(name), receiptHandle);
    for (const { body } of [...waiting, ...taken.map(({ message }) => message)]) addKey(seen, body);
  }
  // A record keeps a bounded number of keys: of a file handed in hundreds of times some are announced again at
  // each start. Harmless: they end as the duplicates that they are.
  for await (const { handled } of stores.table.records()) for (const key of handled) seen.add(key);
  let announced = 0;
  for await (const key of stores.inbox.keys(UPLOAD_PREFIX)) {
    if (seen.has(key)) continue;
    announceObject(wiring.rules, engines, stores.inboxBucket, key);
    announced++;
  }
  return announced;
}

/** Zero would be right, but fauxqs 2.4 fails on it where messages are kept on disk. */
const FREE_IN_SECONDS = 1;

const free = ({ sqs }: Clients, QueueUrl: string, ReceiptHandle: string) =>
  sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: FREE_IN_SECONDS }),
  );

const EventSchema = v.object({ detail: v.object({ object: v.object({ key: v.string() }) }) });

/** A file whose event still waits, or waits for a person, needs no second one. */
function addKey(seen: Set<string>, body: string): void {
  const event = v.safeParse(v.pipe(v.string(), v.parseJson(), EventSchema), body);
  if (event.success) seen.add(event.output.detail.object.key);
}
