import * as v from 'valibot';
import type { ObjectStore, Slot } from '#adapters/ports.ts';
import { inPeriod, type Period } from '#domain/date.ts';
import { type Entry, EntrySchema } from '#domain/entry.ts';
import type { Finding } from '#domain/finding.ts';
import { ZERO_VND } from '#domain/money.ts';
import type { Filed, Overlap } from '#domain/reconcile/book.ts';
import { overlaps } from '#domain/reconcile/book.ts';
import { Collector, toFinding } from '#domain/validate/collector.ts';
import { fingerprint } from '#domain/validate/fingerprint.ts';
import { readLines } from '../shell/read-lines.ts';

/** A file in force with the place of its entries. */
export type Located = Filed & Pick<Extract<Slot, { type: 'submission' }>, 'entriesKey'>;

/**
 * Rows of two files of a book that look like one movement written twice. Only days that both files cover are
 * compared, so books whose periods do not overlap read no entries at all.
 */
export async function duplicatesAcrossFiles(
  live: readonly Located[],
  ledger: ObjectStore,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const overlap of overlaps(live)) found.push(...(await compare(overlap, live, ledger)));
  return found;
}

async function compare({ earlier, later, period }: Overlap, live: readonly Located[], ledger: ObjectStore) {
  const keyOf = (id: string) => live.find(({ submission }) => submission.id === id)?.entriesKey ?? '';
  const known = new Set<number>();
  for await (const entry of entriesWithin(ledger, keyOf(earlier.id), period)) known.add(fingerprint(entry));
  const collector = new Collector();
  let row = 0;
  for await (const entry of entriesWithin(ledger, keyOf(later.id), period)) {
    if (entry.row === row) continue;
    row = entry.row;
    if (!known.has(fingerprint(entry))) continue;
    collector.add('DUPLICATE_ACROSS_FILES', { row, amountVnd: entry.amountVnd ?? ZERO_VND });
  }
  return collector.issues.map((issue) => ({ ...toFinding(issue), digest: later.digest }));
}

async function* entriesWithin(ledger: ObjectStore, key: string, period: Period): AsyncGenerator<Entry> {
  for await (const line of readLines(ledger.read(key))) {
    const entry = v.parse(EntrySchema, JSON.parse(line));
    if (inPeriod(entry.date, period)) yield entry;
  }
}
