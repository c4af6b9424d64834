import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { type Entry, EntrySchema } from '#domain/entry.ts';
import { isEntry } from '#domain/entry-check.ts';
import { readLines } from './read-lines.ts';

/** The entries of a file as the ledger keeps them, in their order. Anything else in there is damage, so it throws. */
export async function* readEntries(
  ledger: Pick<ObjectStore, 'read'>,
  entriesKey: string,
): AsyncGenerator<Entry> {
  for await (const line of readLines(ledger.read(entriesKey))) {
    const value: unknown = JSON.parse(line);
    // The schema is asked only when it has something to say.
    yield isEntry(value) ? value : v.parse(EntrySchema, value);
  }
}
