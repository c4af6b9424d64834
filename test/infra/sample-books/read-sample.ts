/** The sample books as the pipeline files them, read in memory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectStore } from '#adapters/ports.ts';
import { hashBytes, hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { Outcome } from '#domain/check/outcome.ts';
import { judgedRows, readFile } from '#domain/check/read-file.ts';
import { type Instant, type IsoDate, vietnamDay } from '#domain/date.ts';
import { type Account, reconcile } from '#domain/reconcile/account.ts';
import { type Filed, makeBook } from '#domain/reconcile/book.ts';
import { supersessions } from '#domain/reconcile/supersede.ts';
import { type Declaration, submissionIdOf } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitCode } from '#domain/units/unit.ts';
import { lineOf } from '#handlers/ingest/bank-line.ts';
import { filingOf } from '#handlers/ingest/filing.ts';
import { besideFiles } from '#handlers/reconcile/beside-files.ts';
import { SAMPLE_DIR } from '#infra/local/sample-books/generate.ts';
import type { ManifestBook } from '#infra/local/sample-books/manifest.ts';
import { declarationOf } from '#test/support/sample-books.ts';

const registry = shippedRegistry();
const campaigns = campaignsInForce([]);

export function holderOf(unit: string, day: string): Unit {
  const holder = registry.at(unit as UnitCode, day as IsoDate);
  if (holder === undefined) throw new Error(`no unit ${unit}`);
  return holder;
}

export const declared = (book: ManifestBook): Declaration => ({
  ...declarationOf(book),
  ...(book.cashVnd === undefined
    ? {}
    : { cashVnd: declarationOf({ ...book, closingVnd: book.cashVnd }).closingVnd }),
});

const sourceOf = (book: ManifestBook) =>
  async function* () {
    yield new Uint8Array(readFileSync(join(SAMPLE_DIR, book.file)));
  };

function requestOf(book: ManifestBook) {
  const declaration = declared(book);
  const holder = holderOf(book.unit, book.from);
  const context = {
    declaration,
    unit: holder,
    holder,
    period: declaration.period,
    fundKind: campaigns.get(book.fund as FundCode)?.fundKind ?? 'QUY_VNN',
    receivedOn: vietnamDay(book.receivedAt as Instant),
    registry,
    campaigns,
  } as const;
  return { kind: book.kind, context, overrides: {} };
}

export const readSample = (book: ManifestBook): Promise<Outcome> => readFile(sourceOf(book), requestOf(book));

type Located = Filed & { readonly entriesKey: string };

async function filed(book: ManifestBook, rows: Map<string, string>): Promise<Located> {
  const declaration = declared(book);
  const source = sourceOf(book);
  const outcome = await readSample(book);
  const filing = filingOf(outcome, declaration);
  if (filing === undefined) throw new Error(`${book.file} is sent back`);
  const { reading, sums, issues, controlTotals, ...told } = filing;
  const digest = await hashBytes(source());
  const id = submissionIdOf(declaration, digest, hashText);
  let lines = '';
  for await (const portion of judgedRows(source, requestOf(book), reading)) {
    for (const { entries, line, record } of portion) {
      const kept = [
        ...entries,
        ...(line === undefined ? [] : [lineOf(line)]),
        ...(record === undefined ? [] : [record]),
      ];
      for (const one of kept) lines += `${JSON.stringify(one)}\n`;
    }
  }
  rows.set(id, lines);
  return {
    entriesKey: id,
    submission: {
      id,
      unitId: holderOf(book.unit, book.from).id,
      declaration,
      digest,
      bytes: readFileSync(join(SAMPLE_DIR, book.file)).length,
      state: told.rows.quarantined > 0 ? 'ACCEPTED_WITH_QUARANTINE' : 'ACCEPTED',
      ...told,
      controlTotals: [...controlTotals],
      findings: issues.map(({ value: _, ...finding }) => finding),
    },
    summary: { ...sums, pages: [] },
  };
}

/** The account of one unit and fund, from every file of it that is entered. */
export async function accountOf(
  { unit, fund, day }: { readonly unit: string; readonly fund: string; readonly day: string },
  books: readonly ManifestBook[],
): Promise<Account> {
  const rows = new Map<string, string>();
  const files: Located[] = [];
  for (const book of books) files.push(await filed(book, rows));
  const superseded = supersessions(files.map(({ submission }) => submission));
  const ledger: Pick<ObjectStore, 'read'> = {
    read: async function* (key) {
      yield new TextEncoder().encode(rows.get(key) ?? '');
    },
  };
  const rowsOf = await besideFiles(files, superseded, ledger as ObjectStore);
  const of = { unit: holderOf(unit, day), fund: fund as FundCode, registry, hash: hashText, rows: rowsOf };
  return reconcile(makeBook(of, files));
}
