import * as v from 'valibot';
import { dynamo, s3, sqs } from '#adapters/clients.ts';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { sqsOutbox } from '#adapters/sqs-outbox.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { unitsInForce } from '../units-in-force.ts';
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
  deps: (): IngestDeps => {
    const ledger = s3ObjectStore(s3(), environment().LEDGER_BUCKET);
    const table = dynamoLedgerTable(dynamo(), environment().LEDGER_TABLE);
    return {
      ledger,
      table,
      units: unitsInForce(table, ledger),
      inbox: s3ObjectStore(s3(), environment().INBOX_BUCKET),
      outbox: sqsOutbox(sqs(), environment().RECONCILE_QUEUE_URL),
      maxFileBytes: environment().MAX_FILE_BYTES,
    };
  },
  handle: ingest,
});
