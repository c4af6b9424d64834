import { describe, expect, test } from 'vitest';
import { isCode, REGISTER_KINDS } from '#domain/codes.ts';
import type { Statement } from '#domain/publish/schema.ts';
import { filingOf } from '#handlers/ingest/filing.ts';
import { type ManifestBook, sampleBooks } from '#infra/local/sample-books/manifest.ts';
import { accountOf, declared, readSample } from './read-sample.ts';

const { manifest } = sampleBooks();

/** What the reader makes of a file, in the words of the manifest. */
async function found(book: ManifestBook) {
  const outcome = await readSample(book);
  const filing = filingOf(outcome, declared(book));
  if (filing === undefined) return { rejected: true, rules: outcome.refusal?.map((issue) => issue.rule) };
  const { rows, acceptedVnd, quarantinedVnd, issues } = filing;
  const { total, ignoredAs, ...counts } = rows;
  expect(Object.values(ignoredAs).reduce((sum, count) => sum + count, 0)).toBe(counts.ignored);
  const rules = [...new Set(issues.map((issue) => issue.rule))].sort();
  return { rows: total, ...counts, acceptedVnd, quarantinedVnd, rules };
}

// The manifest knows these from how the rows were made; the reader must find them by reading.
describe('the reader finds in each file what the generator put there', () => {
  test.each(manifest.books)('$receivedAt $kind $file', async (book) => {
    const { state, ...expected } = book.expect;
    if (state === 'REJECTED') expect(await found(book)).toEqual({ rejected: true, rules: expected.rules });
    else expect(await found(book)).toEqual(expected);
  });
});

/** What a statement shows of its accounts, in the words of the manifest. */
function bankOf({ bank, findings }: Omit<Statement, 'submissions' | 'report'>) {
  if (bank === undefined) return undefined;
  const { balanceVnd, cashVnd = 0, matching, accounts } = bank;
  const days = accounts.flatMap(({ gaps }) => gaps.map((gap) => gap.days));
  return {
    balanceVnd,
    cashVnd,
    linesLeft: matching?.linesLeft,
    entriesLeft: matching?.entriesLeft,
    missingDays: days.reduce((sum, count) => sum + count, 0),
    unlistedInVnd: accounts.reduce((sum, { unlistedInVnd }) => sum + unlistedInVnd, 0),
    confirmed: matching?.levels.find(({ level }) => level === 'CONFIRMED')?.matches ?? 0,
    explained: findings.filter(({ status }) => status === 'EXPLAINED').length,
  };
}

const accountIn = (unit: string, fund: string, day: string) => {
  const books = manifest.books.filter((book) => {
    const entered = book.expect.state !== 'REJECTED' && book.expect.state !== 'DUPLICATE';
    return entered && book.unit === unit && book.fund === fund;
  });
  return { books, account: accountOf({ unit, fund, day }, books) };
};

describe('reconciliation finds in each book what the generator put there', () => {
  test.each(manifest.statements)(
    '$unit $fund',
    async ({ unit, fund, day, rules, reconciled, bank, ...amounts }) => {
      const { books, account } = accountIn(unit, fund, day);
      const { statement } = await account;
      const { totals } = statement;
      expect({
        openingVnd: totals.openingVnd,
        inVnd:
          totals.donationsVnd +
          totals.transfersInVnd +
          totals.handoversInVnd +
          totals.interestVnd +
          totals.refundsInVnd,
        outVnd:
          totals.usesVnd +
          totals.transfersOutVnd +
          totals.handoversOutVnd +
          totals.refundsOutVnd +
          totals.feesVnd,
        closingVnd: totals.closingVnd,
      }).toEqual(amounts);
      expect(statement.status === 'RECONCILED').toBe(reconciled);
      expect(bankOf(statement)).toEqual(bank);
      const inForce = books.filter((book) => book.expect.state !== 'SUPERSEDED');
      const expected = new Set<string>([...rules, ...inForce.flatMap((one) => one.expect.rules)]);
      expect(new Set(statement.findings.map((finding) => finding.rule))).toEqual(expected);
    },
  );
});

describe('what stands beside the books', () => {
  test('is of every kind, and small', () => {
    const beside = manifest.books.filter(
      ({ kind }) => kind === 'bankStatement' || isCode(REGISTER_KINDS, kind),
    );
    const kinds = new Set(beside.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['bankStatement', ...Object.keys(REGISTER_KINDS)]));
    expect(beside.length).toBeLessThanOrEqual(20);
  });

  test('the book of An Mỹ comes to what is in the bank and in hand, to the đồng', async () => {
    const { statement } = await accountIn('20341', 'QVNN', '2023-12-31').account;
    const { bank, totals } = statement;
    expect(totals).toMatchObject({ interestVnd: 48_216, feesVnd: 66_000, refundsOutVnd: 3_000_000 });
    expect((bank?.balanceVnd ?? 0) + (bank?.cashVnd ?? 0)).toBe(totals.closingVnd);
    // Deposits are the only groups: several receipts in cash for one credit.
    const grouped = bank?.matching?.levels.find(({ level }) => level === 'GROUPED');
    expect(grouped?.entries).toBeGreaterThan(grouped?.lines ?? 0);
  });

  test('Đắk Lắk differs from its bank by what the bank shows and the book does not', async () => {
    const { statement } = await accountIn('66', 'BAO-LU-2025', '2025-12-31').account;
    const difference = statement.equalities.find(({ rule }) => rule === 'BANK_BOOK_MISMATCH')?.varianceVnd;
    // A credit and a fee in no book, and a credit whose amount the bank left out.
    expect(difference).toBe(2_345_000 - 110_000 + 4_700_000);
    const noodles = statement.stock?.lines.filter(({ item }) => item === 'Mì tôm') ?? [];
    expect(noodles.map(({ unitOfMeasure }) => unitOfMeasure)).toEqual(
      expect.arrayContaining(['gói', 'thùng']),
    );
    expect(statement.findings.map(({ rule }) => rule)).not.toContain('GOODS_NEGATIVE');
  });

  test('the houses of the province stand at every step, and one of two funders is one house', async () => {
    const { statement } = await accountIn('49', 'QVNN', '2023-12-31').account;
    const ofStatus = (status: string) =>
      statement.houses?.byStatus
        .filter((line) => line.status === status)
        .reduce((sum, { houses }) => sum + houses, 0);
    expect(statement.houses).toMatchObject({ houses: 35, alone: 32, shared: 1, unfunded: 2 });
    expect(['KHAO_SAT', 'PHE_DUYET', 'KHOI_CONG', 'NGHIEM_THU', 'BAN_GIAO'].map(ofStatus)).toEqual([
      1, 1, 8, 5, 20,
    ]);
  });

  test('the centre allotted a thousand million more in its third round than it sent', async () => {
    const { statement } = await accountIn('TW', 'BAO-LU-2025', '2025-12-31').account;
    expect(statement.funnel?.pledgedVnd).toBe(17_000_000_000);
    expect(statement.funnel?.rounds.map(({ differenceVnd }) => differenceVnd)).toEqual([
      0, 0, -1_000_000_000,
    ]);
  });
});
