import * as v from 'valibot';
import { sqs } from '#adapters/clients.ts';
import { sqsOutbox } from '#adapters/sqs-outbox.ts';
import { BookNoteSchema } from '../book-note.ts';
import { ledgerDeps } from '../ledger-deps.ts';
import { lazyEnvironment, VARIABLES } from '../shell/environment.ts';
import { queueFunction } from '../shell/queue-function.ts';
import { type ReconcileDeps, reconcileNote } from './reconcile.ts';

const { LEDGER_BUCKET, LEDGER_TABLE, PUBLISH_QUEUE_URL } = VARIABLES;
const environment = lazyEnvironment(v.object({ LEDGER_BUCKET, LEDGER_TABLE, PUBLISH_QUEUE_URL }));

/** "Look again at this book" → its account, worked out anew from its files. */
export const handler = queueFunction({
  name: 'reconcile',
  message: BookNoteSchema,
  deps: (): ReconcileDeps => ({
    ...ledgerDeps(environment()),
    outbox: sqsOutbox(sqs(), environment().PUBLISH_QUEUE_URL),
  }),
  handle: reconcileNote,
  fifo: true,
});
