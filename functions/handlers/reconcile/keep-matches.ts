import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { movedBy } from '#domain/bank/account-file.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Matching, SourceRef } from '#domain/match/match.ts';
import type { Beside, BesideAccount } from '#domain/reconcile/beside.ts';

/** A row with what a person knows it by. Of an account in another currency the amount is in thousandths of it. */
interface KnownRow extends SourceRef {
  readonly date: IsoDate;
  readonly amountVnd: number;
}

const linesOf = ({ digest, lines }: BesideAccount): KnownRow[] =>
  lines.map((line) => ({ digest, row: line.row, date: line.date, amountVnd: movedBy(line) }));

function lookUp(rows: readonly KnownRow[]): (ref: SourceRef) => SourceRef | KnownRow {
  const byPlace = new Map(
    rows.map(({ digest, row, date, amountVnd }) => [`${digest} ${row}`, { digest, row, date, amountVnd }]),
  );
  return (ref) => byPlace.get(`${ref.digest} ${ref.row}`) ?? ref;
}

/** Under this prefix of the ledger's bucket, which the publisher cannot read. */
const MATCHES_PREFIX = 'matches/';

/**
 * Keeps how lines and entries were put together, for the treasurer and the auditor: one JSON line each match, then what
 * is left on either side. Named by its content. Returns its key.
 */
export async function keepMatches(
  matching: Matching,
  beside: Beside,
  ledger: Pick<ObjectStore, 'writeText'>,
): Promise<string> {
  const { matches, unmatchedLines, unmatchedEntries } = matching;
  const line = lookUp(beside.accounts.flatMap(linesOf));
  const entry = lookUp(beside.entries);
  const rows = [
    ...matches.map((match) => ({
      ...match,
      lines: match.lines.map(line),
      entries: match.entries.map(entry),
    })),
    ...unmatchedLines.map((one) => ({ lines: [line(one)], entries: [] })),
    ...unmatchedEntries.map((one) => ({ lines: [], entries: [entry(one)] })),
  ];
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const key = `${MATCHES_PREFIX}${hashText(text)}.ndjson`;
  await ledger.writeText(key, text, { contentType: 'application/x-ndjson', cache: 'private' });
  return key;
}
