import type { ObjectStore } from '#adapters/ports.ts';
import { hashText } from '#adapters/sha256.ts';
import type { Matching } from '#domain/match/match.ts';

/** Under this prefix of the ledger's bucket, which the publisher cannot read. */
const MATCHES_PREFIX = 'matches/';

/**
 * Keeps how lines and entries were put together, for the treasurer and the auditor: one JSON line each match, then what
 * is left on either side. Named by its content. Returns its key.
 */
export async function keepMatches(
  matching: Matching,
  ledger: Pick<ObjectStore, 'writeText'>,
): Promise<string> {
  const { matches, unmatchedLines, unmatchedEntries } = matching;
  const lines = [
    ...matches,
    ...unmatchedLines.map((line) => ({ lines: [line], entries: [] })),
    ...unmatchedEntries.map((entry) => ({ lines: [], entries: [entry] })),
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const key = `${MATCHES_PREFIX}${hashText(text)}.ndjson`;
  await ledger.writeText(key, text, { contentType: 'application/x-ndjson', cache: 'private' });
  return key;
}
