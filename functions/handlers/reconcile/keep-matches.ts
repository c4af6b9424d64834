import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import { movedBy } from '#domain/bank/account-file.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Match, Matching, SourceRef } from '#domain/match/match.ts';
import type { Beside, BesideAccount } from '#domain/reconcile/beside.ts';
import type { Sha256 } from '#domain/sha256.ts';

/** A row with what a person knows it by. Of an account in another currency the amount is in thousandths of it. */
interface KnownRow extends SourceRef {
  readonly date: IsoDate;
  readonly amountVnd: number;
}

const linesOf = ({ digest, lines }: BesideAccount): KnownRow[] =>
  lines.map((line) => ({ digest, row: line.row, date: line.date, amountVnd: movedBy(line) }));

type Confirmation = Extract<Beside['decisions'][number], { readonly line: unknown }>;

/** Who put a row of a statement and a row of the book together, and why. */
interface Decided {
  readonly reason: string;
  readonly by: string;
  readonly digest: Sha256;
  readonly row: number;
}

const names = (source: Confirmation['line'], { digest, row }: SourceRef): boolean =>
  source.row === row && digest.startsWith(source.digest);

/** What people said to the pairs of a match that they confirmed. */
function decidedBy(confirmations: readonly Confirmation[], { level, lines, entries }: Match): Decided[] {
  if (level !== 'CONFIRMED') return [];
  return confirmations
    .filter(
      ({ line, entry }) => lines.some((ref) => names(line, ref)) && entries.some((ref) => names(entry, ref)),
    )
    .map(({ reason, by, digest, row }) => ({ reason, by, digest, row }));
}

function lookUp(rows: readonly KnownRow[]): (ref: SourceRef) => SourceRef | KnownRow {
  const byPlace = new Map(
    rows.map(({ digest, row, date, amountVnd }) => [`${digest} ${row}`, { digest, row, date, amountVnd }]),
  );
  return (ref) => byPlace.get(`${ref.digest} ${ref.row}`) ?? ref;
}

const withDecided = (decided: readonly Decided[]) => (decided.length === 0 ? {} : { decided });

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
  const confirmations = beside.decisions.filter((row): row is Confirmation => row.action === 'XAC_NHAN_KHOP');
  const rows = [
    ...matches.map((match) => ({
      ...match,
      ...withDecided(decidedBy(confirmations, match)),
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
