import * as v from 'valibot';
import { type Changes, changesBetween } from '#domain/check/changes.ts';
import { isBookKind } from '#domain/codes.ts';
import { type Entry, EntrySchema } from '#domain/entry.ts';
import { byReceipt, distinct, supersessions } from '#domain/reconcile/supersede.ts';
import type { Submission } from '#domain/submission.ts';
import type { Stores } from '../stores.ts';

/**
 * What a submission changed in its book, against those that it replaced and that nothing had replaced before;
 * undefined where it replaced none, or only the same bytes, or holds no movements.
 */
export async function submissionChanges(
  { table, ledger }: Stores,
  { id, unitId, digest, declaration: { fund, kind } }: Submission,
): Promise<Changes | undefined> {
  if (!isBookKind(kind)) return undefined;
  const slots = distinct(await table.submissionsOf({ unitId, fund }));
  const replaced = supersessions(slots.map(({ submission }) => submission));
  const former = slots
    .filter(({ submission }) => replaced.get(submission.id)?.id === id)
    .sort((a, b) => byReceipt(a.submission, b.submission));
  const own = slots.find(({ submission }) => submission.id === id);
  if (own === undefined || former.every(({ submission }) => submission.digest === digest)) return undefined;
  const entries = (keys: readonly string[]) => entriesOf(ledger, keys);
  return changesBetween(entries(former.map(({ entriesKey }) => entriesKey)), entries([own.entriesKey]));
}

/** Portions as they come; a line that goes on in the next one waits. */
async function* entriesOf(
  ledger: Stores['ledger'],
  keys: readonly string[],
): AsyncGenerator<readonly Entry[]> {
  for (const key of keys) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let open = '';
    for await (const bytes of ledger.read(key)) {
      const lines = (open + decoder.decode(bytes, { stream: true })).split('\n');
      open = lines.pop() ?? '';
      yield lines.map((line) => v.parse(EntrySchema, JSON.parse(line)));
    }
  }
}
