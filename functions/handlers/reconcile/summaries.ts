import type { ObjectStore, SlotOf } from '#adapters/ports.ts';
import { isBookKind } from '#domain/codes.ts';
import { type Summary, SummarySchema } from '#domain/validate/summary.ts';
import { SummaryBuilder } from '#domain/validate/summary-builder.ts';
import { readEntries } from '../shell/read-entries.ts';
import { readJson } from '../shell/read-json.ts';

/**
 * The summary of a file. One that an earlier release wrote lacks the campaigns, or the months too, so what it adds up to
 * is summed anew from its entries: the ledger stays as it is, and the book is as if the file came today.
 */
export async function summaryOf(
  { submission, summaryKey, entriesKey }: SlotOf<'submission'>,
  ledger: ObjectStore,
): Promise<Summary> {
  const kept = await readJson(ledger, summaryKey, SummarySchema);
  if (kept.campaigns !== undefined || !isBookKind(submission.declaration.kind)) return kept;
  const builder = new SummaryBuilder();
  for await (const entry of readEntries(ledger, entriesKey)) builder.add(entry);
  return { ...builder.sums(), pages: kept.pages };
}
