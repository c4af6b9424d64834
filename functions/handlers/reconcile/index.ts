import * as v from 'valibot';
import { dynamo, s3, sqs } from '#adapters/clients.ts';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { sqsOutbox } from '#adapters/sqs-outbox.ts';
import { BookNoteSchema } from '../book-note.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { unitsInForce } from '../units-in-force.ts';
import { type ReconcileDeps, reconcileNote } from './reconcile.ts';

const { LEDGER_BUCKET, LEDGER_TABLE, PUBLISH_QUEUE_URL } = VARIABLES;
const environment = lazyEnvironment(v.object({ LEDGER_BUCKET, LEDGER_TABLE, PUBLISH_QUEUE_URL }));

/** "Look again at this book" → its account, worked out anew from its files. */
export const handler = queueFunction({
  name: 'reconcile',
  message: BookNoteSchema,
  deps: (): ReconcileDeps => {
    const ledger = s3ObjectStore(s3(), environment().LEDGER_BUCKET);
    const table = dynamoLedgerTable(dynamo(), environment().LEDGER_TABLE);
    return {
      ledger,
      table,
      units: unitsInForce(table, ledger),
      outbox: sqsOutbox(sqs(), environment().PUBLISH_QUEUE_URL),
    };
  },
  handle: reconcileNote,
  fifo: true,
});
