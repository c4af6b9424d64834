import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { judgedRows } from '#domain/check/read-file.ts';
import type { Reading, ReadRequest } from '#domain/check/request.ts';
import type { JudgedRow } from '#domain/check/row-sink.ts';
import { type BookKind, isBookKind, type TableKind } from '#domain/codes.ts';
import { type Page, type PageRef, Pager } from '#domain/publish/row-pages.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { BookContext } from '#domain/validate/context.ts';
import type { Summary, Sums } from '#domain/validate/summary.ts';
import { lineOf } from './bank-line.ts';
import type { Upload } from './event.ts';
import { pageKey, summaryKeyOf } from './keys.ts';

interface Stores {
  readonly inbox: ObjectStore;
  readonly ledger: ObjectStore;
}

interface Accepted {
  readonly upload: Upload;
  readonly kind: TableKind;
  readonly context: BookContext;
  readonly request: ReadRequest;
  /** As it was concluded from the whole file. */
  readonly reading: Reading;
  readonly digest: Sha256;
  readonly sums: Sums;
}

/**
 * Last pass over an accepted file: its entries, bank lines or records (private), public rows of movements in pages, its
 * summary. Streams; what is public is named by its content. Nothing is in the ledger until a slot names it. Returns
 * the summary's key.
 */
export async function enter(
  accepted: Accepted,
  entriesKey: string,
  { inbox, ledger }: Stores,
): Promise<string> {
  const pages: PageRef[] = [];
  const keep = async (page: Page | undefined) => {
    if (page === undefined) return;
    await ledger.writeText(pageKey(page.ref.object), page.text, JSON_OBJECT);
    pages.push(page.ref);
  };
  const { kind } = accepted;
  const lines = isBookKind(kind) ? entryLines(accepted, kind, inbox, keep) : recordLines(accepted, inbox);
  await ledger.writeStream(entriesKey, lines, { contentType: 'application/x-ndjson', cache: 'private' });
  const summary: Summary = { ...accepted.sums, pages };
  const text = JSON.stringify(summary);
  const summaryKey = summaryKeyOf(hashText(text));
  await ledger.writeText(summaryKey, text, JSON_OBJECT);
  return summaryKey;
}

const JSON_OBJECT = { contentType: 'application/json', cache: 'private' } as const;

/** The entries as lines of JSON, a portion for each portion read; pages are kept on the way. */
async function* entryLines(
  { upload, context, request, reading, digest }: Accepted,
  kind: BookKind,
  inbox: ObjectStore,
  keep: (page: Page | undefined) => Promise<void>,
): AsyncGenerator<string> {
  const pager = new Pager(kind, digest, context, hashText);
  const write = async (rows: readonly JudgedRow[]): Promise<string> => {
    let lines = '';
    for (const { entries } of rows) {
      for (const entry of entries) {
        lines += `${JSON.stringify(entry)}\n`;
        await keep(pager.add(entry));
      }
    }
    return lines;
  };
  const source = () => inbox.read(upload.key, upload.versionId);
  for await (const rows of judgedRows(source, request, reading)) {
    const lines = await write(rows);
    if (lines !== '') yield lines;
  }
  await keep(pager.end());
}

/** The lines of a bank's statement, or the rows of a register, as lines of JSON. Nothing of them is public. */
async function* recordLines(
  { upload, request, reading }: Accepted,
  inbox: ObjectStore,
): AsyncGenerator<string> {
  const source = () => inbox.read(upload.key, upload.versionId);
  for await (const rows of judgedRows(source, request, reading)) {
    let lines = '';
    for (const { line, record } of rows) {
      const kept = line === undefined ? record : lineOf(line);
      if (kept !== undefined) lines += `${JSON.stringify(kept)}\n`;
    }
    if (lines !== '') yield lines;
  }
}
