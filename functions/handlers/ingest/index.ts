import * as v from 'valibot';
import { s3, sqs } from '#adapters/clients.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { sqsOutbox } from '#adapters/sqs-outbox.ts';
import { ledgerDeps } from '../ledger-deps.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { ObjectCreatedSchema } from './event.ts';
import { type IngestDeps, ingest } from './ingest.ts';

const { INBOX_BUCKET, LEDGER_BUCKET, LEDGER_TABLE, RECONCILE_QUEUE_URL, MAX_FILE_BYTES } = VARIABLES;
const environment = lazyEnvironment(
  v.object({ INBOX_BUCKET, LEDGER_BUCKET, LEDGER_TABLE, RECONCILE_QUEUE_URL, MAX_FILE_BYTES }),
);

/** A file written to the inbox → its entries in the ledger, or its way back to the treasurer. */
export const handler = queueFunction({
  name: 'ingest',
  message: ObjectCreatedSchema,
  deps: (): IngestDeps => ({
    ...ledgerDeps(environment()),
    inbox: s3ObjectStore(s3(), environment().INBOX_BUCKET),
    outbox: sqsOutbox(sqs(), environment().RECONCILE_QUEUE_URL),
    maxFileBytes: environment().MAX_FILE_BYTES,
  }),
  handle: ingest,
});
