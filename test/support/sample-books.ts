import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Declaration } from '#domain/submission.ts';
import type { UnitCode } from '#domain/units/unit.ts';
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

export const declarationOf = (book: ManifestBook): Declaration => ({
  unit: book.unit as UnitCode,
  fund: book.fund as FundCode,
  kind: book.kind as BookKind,
  period: { from: book.from as IsoDate, to: book.to as IsoDate },
  ...(book.openingVnd === undefined ? {} : { openingVnd: vnd(book.openingVnd) }),
  ...(book.closingVnd === undefined ? {} : { closingVnd: vnd(book.closingVnd) }),
  receivedAt: book.receivedAt as Instant,
});
