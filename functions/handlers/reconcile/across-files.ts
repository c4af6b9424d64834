import type { ObjectStore, SlotOf } from '#adapters/ports.ts';
import { isBookKind } from '#domain/codes.ts';
import { inPeriod, type Period } from '#domain/date.ts';
import type { Finding } from '#domain/finding.ts';
import { ZERO_VND } from '#domain/money.ts';
import type { Filed } from '#domain/reconcile/book.ts';
import { sharedDays } from '#domain/reconcile/overlap.ts';
import { Collector, toFinding } from '#domain/validate/collector.ts';
import { fingerprint } from '#domain/validate/fingerprint.ts';
import { FingerprintSet } from '#domain/validate/fingerprint-set.ts';
import { readEntries } from '../shell/read-entries.ts';

/** A file in force with the place of its entries. */
export type Located = Filed & Pick<SlotOf<'submission'>, 'entriesKey'>;

/**
 * Rows of a file that look like a row of an earlier file of its kind written again. Only days that files share
 * are compared: each file with such days is read once, the others not at all.
 * @param live the files in force, in order of handing in
 */
export async function duplicatesAcrossFiles(
  live: readonly Located[],
  ledger: ObjectStore,
): Promise<Finding[]> {
  const shared = sharedDays(live);
  const known = { contributions: new FingerprintSet(), disbursements: new FingerprintSet() };
  const found: Finding[] = [];
  for (const file of live) {
    const { kind } = file.submission.declaration;
    const periods = shared.get(file.submission.id);
    if (periods === undefined || !isBookKind(kind)) continue;
    found.push(...(await compare(file, periods, known[kind], ledger)));
  }
  return found;
}

/** Looks a file's rows up among those of the earlier files, then adds them to these. */
async function compare(
  { submission, entriesKey }: Located,
  periods: readonly Period[],
  earlier: FingerprintSet,
  ledger: ObjectStore,
): Promise<Finding[]> {
  const collector = new Collector();
  const own: number[] = [];
  let row = 0;
  for await (const entry of readEntries(ledger, entriesKey)) {
    if (entry.row === row || !periods.some((period) => inPeriod(entry.date, period))) continue;
    row = entry.row;
    const print = fingerprint(entry);
    own.push(print);
    if (!earlier.has(print)) continue;
    // Goods have no amount; the sum is then 0 đồng, which is true, and the text has a figure to show.
    collector.add('DUPLICATE_ACROSS_FILES', { row, amountVnd: entry.amountVnd ?? ZERO_VND });
  }
  for (const print of own) earlier.add(print);
  return collector.issues.map((issue) => ({ ...toFinding(issue), digest: submission.digest }));
}
