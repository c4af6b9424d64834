import type { AccountChain, ChainedLine } from '../bank/chain.ts';
import { movedBy } from '../bank/account-file.ts';
import { codesOf } from '../codes.ts';
import type { Period } from '../date.ts';
import {
  type EntryToMatch,
  type LineToMatch,
  MATCH_LEVELS,
  type MatchDecision,
  type Matching,
  matchLines,
  type SourceRef,
} from '../match/match.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import { maxText, minText } from '../order.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Sha256 } from '../sha256.ts';
import type { Sourced } from './beside.ts';
import type { Book } from './book.ts';

type Sums = NonNullable<Bank['matching']>;
type Left = Sums['linesLeft'];

/** Lines of the accounts, each once, against the entries of the book. */
export const matchBook = (book: Book, chains: readonly AccountChain[]): Matching =>
  matchLines(chains.flatMap(linesOf), book.beside.entries, decisionsOf(book));

const linesOf = ({ account, lines }: AccountChain): LineToMatch[] =>
  lines.map(({ digest, row, date, reference, text, ...amounts }) => ({
    digest,
    row,
    account,
    date,
    amountVnd: vnd(movedBy({ row, date, ...amounts })),
    ...(reference === undefined ? {} : { reference }),
    ...(text === undefined ? {} : { text }),
  }));

type MatchRow = Sourced<Extract<Book['beside']['decisions'][number], { action: 'XAC_NHAN_KHOP' | 'BO_KHOP' }>>;

/** Decisions about lines and entries; the later of two about the same pair holds. */
function decisionsOf({ beside, live }: Book): MatchDecision[] {
  const digests = live.map(({ submission }) => submission.digest);
  const byPair = new Map<string, MatchDecision>();
  for (const row of beside.decisions.filter(isMatchRow)) {
    const line = sourceOf(row.line, digests);
    const entry = sourceOf(row.entry, digests);
    const action = row.action === 'XAC_NHAN_KHOP' ? 'CONFIRM' : 'BREAK';
    byPair.set(`${keyOf(line)} ${keyOf(entry)}`, { action, line, entry });
  }
  return [...byPair.values()];
}

const isMatchRow = (row: Book['beside']['decisions'][number]): row is MatchRow => 'line' in row;

/** The one file whose digest begins so; a text that names none, or several, stays as it is and meets no row. */
function sourceOf(
  { digest, row }: { readonly digest: string; readonly row: number },
  digests: readonly Sha256[],
): SourceRef {
  const named = [...new Set(digests.filter((one) => one.startsWith(digest)))];
  return { digest: (named.length === 1 ? named[0] : digest) as Sha256, row };
}

/** Rows of decisions about matches that have no effect. */
export function idleDecisionRows({ beside, live }: Book, { idleDecisions }: Matching): SourceRef[] {
  const digests = live.map(({ submission }) => submission.digest);
  const idle = new Set(idleDecisions.map(({ line, entry }) => `${keyOf(line)} ${keyOf(entry)}`));
  return beside.decisions
    .filter(isMatchRow)
    .filter((row) => idle.has(`${keyOf(sourceOf(row.line, digests))} ${keyOf(sourceOf(row.entry, digests))}`))
    .map(({ digest, row }) => ({ digest, row }));
}

export const keyOf = ({ digest, row }: SourceRef): string => `${digest} ${row}`;

/** How much of a book the matching put together, and how much it left. */
export function matchingSums(book: Book, chains: readonly AccountChain[], matching: Matching): Sums {
  const lines = new Map(chains.flatMap((chain) => chain.lines).map((line) => [keyOf(line), line]));
  const entries = new Map(book.beside.entries.map((entry) => [keyOf(entry), entry]));
  const covered = daysCovered(chains);
  const left = matching.unmatchedEntries
    .map((ref) => entries.get(keyOf(ref)))
    .filter((entry) => entry !== undefined)
    .filter((entry) => isCovered(entry, covered));
  const matchedEntries = matching.matches.flatMap((match) => match.entries);
  return {
    lines: lines.size,
    entries: matchedEntries.length + left.length,
    levels: codesOf(MATCH_LEVELS).flatMap((level) => {
      const own = matching.matches.filter((match) => match.level === level);
      if (own.length === 0) return [];
      const refs = own.flatMap((match) => match.lines);
      return [
        {
          level,
          matches: own.length,
          lines: refs.length,
          entries: own.reduce((sum, match) => sum + match.entries.length, 0),
          amountVnd: vnd(refs.reduce((sum, ref) => sum + Math.abs(amountOf(lines.get(keyOf(ref)))), 0)),
        },
      ];
    }),
    linesLeft: leftOf(matching.unmatchedLines.map((ref) => amountOf(lines.get(keyOf(ref))))),
    entriesLeft: leftOf(left.filter(({ cash }) => !cash).map(({ amountVnd }) => amountVnd)),
    cash: leftOf(left.filter(({ cash }) => cash).map(({ amountVnd }) => amountVnd)),
  };
}

const amountOf = (line: ChainedLine | undefined): Vnd => (line === undefined ? ZERO_VND : vnd(movedBy(line)));

const leftOf = (amounts: readonly Vnd[]): Left => ({
  count: amounts.length,
  inVnd: vnd(amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0)),
  outVnd: vnd(amounts.reduce((sum, amount) => sum - Math.min(0, amount), 0)),
});

/** Entries are looked for in the bank only where some account is known. */
const daysCovered = (chains: readonly AccountChain[]): Period => {
  const periods = chains.map(({ period }) => period);
  return {
    from: periods.map(({ from }) => from).reduce(minText),
    to: periods.map(({ to }) => to).reduce(maxText),
  };
};

const isCovered = ({ date }: EntryToMatch, { from, to }: Period): boolean => from <= date && date <= to;

/** Entries within the days of the accounts that no line shows, cash apart: for the finding that names them. */
export function entriesNotInBank(book: Book, chains: readonly AccountChain[], matching: Matching): EntryToMatch[] {
  const covered = daysCovered(chains);
  const open = new Set(matching.unmatchedEntries.map(keyOf));
  return book.beside.entries.filter(
    (entry) => !entry.cash && entry.amountVnd !== 0 && open.has(keyOf(entry)) && isCovered(entry, covered),
  );
}
