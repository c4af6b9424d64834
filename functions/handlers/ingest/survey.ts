import { createHash } from 'node:crypto';
import type { ObjectStore } from '#adapters/ports.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { BookFile, type BookOutcome } from '#domain/validate/book-file.ts';
import type { BookContext } from '#domain/validate/context.ts';
import type { Upload } from './event.ts';

export interface Survey {
  readonly digest: Sha256;
  readonly bytes: number;
  /** Absent when there was no context to judge the file in. */
  readonly outcome?: BookOutcome;
}

/** First pass over a file: its digest, and what would become of each row. Writes nothing. */
export async function survey(
  { key, versionId }: Upload,
  inbox: ObjectStore,
  book?: { readonly kind: BookKind; readonly context: BookContext },
): Promise<Survey> {
  const hash = createHash('sha256');
  const file = book && new BookFile(book.kind, book.context);
  let bytes = 0;
  for await (const chunk of inbox.read(key, versionId)) {
    hash.update(chunk);
    bytes += chunk.length;
    if (file && !file.rejected) file.push(chunk);
  }
  const digest = hash.digest('hex') as Sha256;
  return file === undefined ? { digest, bytes } : { digest, bytes, outcome: file.end().outcome };
}
