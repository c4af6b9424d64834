import * as v from 'valibot';
import { type Declaration, DeclarationSchema } from '#domain/submission.ts';
import { type ManifestBook, sampleBooks } from '#infra/local/sample-books/manifest.ts';

export interface SampleFile {
  readonly book: ManifestBook;
  readonly bytes: Uint8Array;
  readonly declaration: Declaration;
}

/** The sample books with their bytes and declarations, in order of handing in. */
export function sampleFiles(): SampleFile[] {
  const { manifest, files } = sampleBooks();
  return manifest.books.map((book) => {
    const text = files.get(book.file);
    if (text === undefined) throw new Error(`no file ${book.file}`);
    return { book, bytes: Buffer.from(text, 'utf8'), declaration: declarationOf(book) };
  });
}

export const declarationOf = ({
  unit,
  fund,
  kind,
  from,
  to,
  openingVnd,
  closingVnd,
  cashVnd,
  receivedAt,
}: ManifestBook): Declaration =>
  v.parse(DeclarationSchema, {
    ...{ unit, fund, kind, period: { from, to }, openingVnd, closingVnd, receivedAt },
    ...(cashVnd === undefined ? {} : { cashVnd }),
  });
