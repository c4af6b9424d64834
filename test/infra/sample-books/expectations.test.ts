import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import { type Instant, type IsoDate, vietnamDay } from '#domain/date.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { type Filed, makeBook } from '#domain/reconcile/book.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { submissionIdOf } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { SAMPLE_DIR } from '#infra/local/sample-books/generate.ts';
import { type ManifestBook, sampleBooks } from '#infra/local/sample-books/manifest.ts';
import { type BookOutcome, readBookFile } from '#test/support/read-book.ts';
import { declarationOf } from '#test/support/sample-books.ts';

const { manifest } = sampleBooks();
const registry = shippedRegistry();
const campaigns = campaignsInForce([]);

const holderOf = (unit: string, day: string) => {
  const holder = registry.at(unit as UnitCode, day as IsoDate);
  if (holder === undefined) throw new Error(`no unit ${unit}`);
  return holder;
};

function read(book: ManifestBook): { outcome: BookOutcome; bytes: Buffer } {
  const bytes = readFileSync(join(SAMPLE_DIR, book.file));
  const holder = holderOf(book.unit, book.from);
  const declaration = declarationOf(book);
  const { outcome } = readBookFile(bytes, book.kind, {
    declaration,
    unit: holder,
    holder,
    period: declaration.period,
    fundKind: campaigns.get(book.fund as FundCode)?.fundKind ?? 'QUY_VNN',
    receivedOn: vietnamDay(book.receivedAt as Instant),
    registry,
    campaigns,
  });
  return { outcome, bytes };
}

/** What the reader makes of a file, in the words of the manifest. */
function found(book: ManifestBook) {
  const { outcome } = read(book);
  if (!outcome.ok) return { rejected: true, rules: outcome.error.map((issue) => issue.rule) };
  const { rows, acceptedVnd, quarantinedVnd, issues } = outcome.value;
  const { total, ignoredAs, ...counts } = rows;
  expect(ignoredAs.heading + ignoredAs.blank + ignoredAs.total).toBe(counts.ignored);
  const rules = [...new Set(issues.map((issue) => issue.rule))].sort();
  return { rows: total, ...counts, acceptedVnd, quarantinedVnd, rules };
}

// The manifest knows these from how the rows were made; the reader must find them by reading.
describe('the reader finds in each file what the generator put there', () => {
  test.each(manifest.books)('$receivedAt $kind $file', (book) => {
    const { state, ...expected } = book.expect;
    if (state === 'REJECTED') expect(found(book)).toEqual({ rejected: true, rules: expected.rules });
    else expect(found(book)).toEqual(expected);
  });
});

function filed(book: ManifestBook): Filed {
  const { outcome, bytes } = read(book);
  if (!outcome.ok) throw new Error(`${book.file} is sent back`);
  const { rows, acceptedVnd, quarantinedVnd, entries, controlTotals, issues, sums } = outcome.value;
  const digest = createHash('sha256').update(bytes).digest('hex') as Sha256;
  const unit = holderOf(book.unit, book.from);
  return {
    submission: {
      id: submissionIdOf(declarationOf(book), digest, hashText),
      unitId: unit.id,
      declaration: declarationOf(book),
      digest,
      bytes: bytes.length,
      state: rows.quarantined > 0 ? 'ACCEPTED_WITH_QUARANTINE' : 'ACCEPTED',
      rows,
      acceptedVnd,
      quarantinedVnd,
      entries,
      controlTotals: [...controlTotals],
      findings: issues.map(({ value: _, ...finding }) => finding),
    },
    summary: { ...sums, pages: [] },
  };
}

describe('reconciliation finds in each book what the generator put there', () => {
  test.each(manifest.statements)('$unit $fund', ({ unit, fund, day, rules, reconciled, ...amounts }) => {
    const books = manifest.books.filter((book) => {
      const entered = book.expect.state !== 'REJECTED' && book.expect.state !== 'DUPLICATE';
      return entered && book.unit === unit && book.fund === fund;
    });
    const inForce = books.filter((book) => book.expect.state !== 'SUPERSEDED');
    const book = makeBook(
      { unit: holderOf(unit, day), fund: fund as FundCode, registry, hash: hashText },
      books.map(filed),
    );
    const { statement } = reconcile(book);
    const { totals } = statement;
    expect({
      openingVnd: totals.openingVnd,
      inVnd: totals.donationsVnd + totals.transfersInVnd + totals.handoversInVnd + totals.interestVnd + totals.refundsInVnd,
      outVnd: totals.usesVnd + totals.transfersOutVnd + totals.handoversOutVnd + totals.refundsOutVnd + totals.feesVnd,
      closingVnd: totals.closingVnd,
    }).toEqual(amounts);
    expect(statement.status === 'RECONCILED').toBe(reconciled);
    const expected = new Set<string>([...rules, ...inForce.flatMap((one) => one.expect.rules)]);
    expect(new Set(statement.findings.map((finding) => finding.rule))).toEqual(expected);
  });
});
