import type { Book, SlotOf } from '#adapters/ports.ts';
import { mapLimited } from '../shell/limit.ts';
import type { IngestDeps } from './ingest.ts';

const NOTES_UNDER_WAY = 8;

/** Reference data changed: every book is looked at again, and then the pages that show none. */
export async function tellAllBooks(
  { type, id, seq }: SlotOf<'units'> | SlotOf<'campaigns'>,
  { table, outbox }: Pick<IngestDeps, 'table' | 'outbox'>,
): Promise<void> {
  const books: Book[] = [];
  for await (const { unitId, fund } of table.statements()) books.push({ unitId, fund });
  await mapLimited(books, NOTES_UNDER_WAY, (book) => {
    const group = `${book.unitId}/${book.fund}`;
    return outbox.send({ book, [type]: seq }, { group, deduplication: `${id} ${seq} ${group}` });
  });
  await outbox.send({ [type]: seq }, { group: type, deduplication: `${id} ${seq}` });
}
