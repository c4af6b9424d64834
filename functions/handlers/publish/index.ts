import * as v from 'valibot';
import { s3 } from '#adapters/clients.ts';
import { s3ObjectStore } from '#adapters/s3-object-store.ts';
import { BookNoteSchema } from '../book-note.ts';
import { ledgerDeps } from '../ledger-deps.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { type PublishDeps, publishNote } from './publish.ts';

const { LEDGER_BUCKET, SITE_BUCKET, LEDGER_TABLE } = VARIABLES;
const environment = lazyEnvironment(v.object({ LEDGER_BUCKET, SITE_BUCKET, LEDGER_TABLE }));

/** "This book has a new account" → the public snapshot with it, the pointer last. One writer at a time. */
export const handler = queueFunction({
  name: 'publish',
  message: BookNoteSchema,
  deps: (): PublishDeps => ({
    ...ledgerDeps(environment()),
    site: s3ObjectStore(s3(), environment().SITE_BUCKET),
  }),
  handle: publishNote,
  fifo: true,
});
