import type { Book } from '#adapters/ports.ts';
import { type PublishDeps, publishBooks } from '../publish/publish.ts';
import { reconcileBook } from '../reconcile/reconcile.ts';

export interface Rebuilt {
  readonly slots: number;
  readonly books: number;
  readonly objects: number;
}

/**
 * Derives everything to the right of the ledger again, from the slots alone: the indexes of books, every
 * account, the whole snapshot. Nothing of what was derived before is looked at. The pointer changes last, so
 * readers never see half of it; the result is byte for byte what the pipeline had published.
 */
export async function rebuildAll(deps: PublishDeps): Promise<Rebuilt> {
  const { table } = deps;
  await table.dropDerived();
  const books = new Map<string, Book>();
  let slots = 0;
  for await (const slot of table.slotsAfter(0)) {
    slots += 1;
    if (slot.type === 'campaigns') await table.addCampaigns(slot);
    if (slot.type === 'units') await table.addUnits(slot);
    if (slot.type !== 'submission') continue;
    const { unitId, declaration } = slot.submission;
    const book = { unitId, fund: declaration.fund };
    books.set(`${unitId}/${declaration.fund}`, book);
    await table.addToBook(book, slot);
  }
  for (const book of books.values()) await reconcileBook(book, deps);
  const objects = await publishBooks([...books.values()], deps, undefined);
  return { slots, books: books.size, objects };
}
