import * as v from 'valibot';
import { dynamo, s3 } from '#adapters/clients.ts';
import { dynamoLedgerTable } from '#adapters/dynamo-ledger-table.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { BookNoteSchema } from '../book-note.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { unitsInForce } from '../units-in-force.ts';
import { type PublishDeps, publishNote } from './publish.ts';

const { LEDGER_BUCKET, SITE_BUCKET, LEDGER_TABLE } = VARIABLES;
const environment = lazyEnvironment(v.object({ LEDGER_BUCKET, SITE_BUCKET, LEDGER_TABLE }));

/** "This book has a new account" → the public snapshot with it, the pointer last. One writer at a time. */
export const handler = queueFunction({
  name: 'publish',
  message: BookNoteSchema,
  deps: (): PublishDeps => {
    const ledger = s3ObjectStore(s3(), environment().LEDGER_BUCKET);
    const table = dynamoLedgerTable(dynamo(), environment().LEDGER_TABLE);
    return {
      ledger,
      table,
      units: unitsInForce(table, ledger),
      site: s3ObjectStore(s3(), environment().SITE_BUCKET),
    };
  },
  handle: publishNote,
  fifo: true,
});
