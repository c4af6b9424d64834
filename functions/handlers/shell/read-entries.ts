import type { ObjectStore } from '#adapters/ports.ts';
import { type Entry, EntrySchema } from '#domain/entry.ts';
import { isEntry } from '#domain/entry-check.ts';
import { bySchema, readRecords } from './read-records.ts';

const parsed = bySchema(EntrySchema);

/** The entries of a file as the ledger keeps them, in their order. Anything else in there is damage, so it throws. */
export const readEntries = (ledger: Pick<ObjectStore, 'read'>, entriesKey: string): AsyncGenerator<Entry> =>
  // The schema is asked only when it has something to say.
  readRecords(ledger, entriesKey, (value) => (isEntry(value) ? value : parsed(value)));
