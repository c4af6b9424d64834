import { movedBy } from '../bank/account-file.ts';
import type { AccountChain, ChainedLine } from '../bank/chain.ts';
import { codesOf, isBookKind } from '../codes.ts';
import { inPeriod, type Period } from '../date.ts';
import {
  type EntryToMatch,
  type LineToMatch,
  MATCH_LEVELS,
  type MatchDecision,
  type Matching,
  matchLines,
  type SourceRef,
} from '../match/match.ts';
import { wordsFor } from '../match/wording.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import { minText } from '../order.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Sha256 } from '../sha256.ts';
import { type Account, worth } from './account-worth.ts';
import type { BesideEntry, Sourced } from './beside.ts';
import type { Book } from './book.ts';
import { movementsHeldUntil } from './book-days.ts';

type Sums = NonNullable<Bank['matching']>;
type Left = Sums['linesLeft'];

/**
 * Lines of the accounts, each once, against the entries of the book. Accounts in another currency come first, each
 * currency by itself and by what was given in it; what is left of the entries may have come in đồng.
 */
export function matchBook(book: Book, chains: readonly Account[]): Matching {
  const decisions = decisionsOf(book);
  const rows = chains.reduce((sum, { lines }) => sum + lines.length, book.beside.entries.length);
  const wordsOf = wordsFor(book.rows, rows);
  const currencies = [...new Set(chains.flatMap(({ rate }) => rate?.currency ?? []))].sort();
  const parts: Matching[] = [];
  let left: readonly BesideEntry[] = onePerPlace(book);
  for (const currency of currencies) {
    const own = chains.filter(({ rate }) => rate?.currency === currency);
    const given = left.flatMap((entry) =>
      entry.foreign?.currency === currency ? [{ ...entry, amountVnd: vnd(entry.foreign.amountMilli) }] : [],
    );
    const part = matchLines(own.flatMap(linesOf), given, decisions, wordsOf);
    const taken = new Set(part.matches.flatMap(({ entries }) => entries.map(keyOf)));
    left = left.filter((entry) => !taken.has(keyOf(entry)));
    parts.push({ ...inDong(part, own), unmatchedEntries: [] });
  }
  const inVnd = chains.filter(({ rate }) => rate === undefined);
  const last = matchLines(inVnd.flatMap(linesOf), left, decisions, wordsOf);
  return parts.length === 0 ? last : joined([...parts, last]);
}

/**
 * The same bytes may be in force as gifts and as uses: a line answers one of the two, and the balance tells the rest. A
 * decision names rows by file, so it could not say which is meant.
 */
function onePerPlace({ beside: { entries }, live }: Book): readonly BesideEntry[] {
  const digests = live
    .filter(({ submission }) => isBookKind(submission.declaration.kind))
    .map(({ submission }) => submission.digest);
  if (new Set(digests).size === digests.length) return entries;
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

/** Differences of matches in another currency, at the rate of the account of their first line. */
function inDong(part: Matching, accounts: readonly Account[]): Matching {
  const ofFile = new Map(accounts.flatMap((account) => account.lines.map(({ digest }) => [digest, account])));
  const matches = part.matches.map((match) => {
    const digest = match.lines[0]?.digest;
    const account = (digest === undefined ? undefined : ofFile.get(digest)) ?? accounts[0];
    return account === undefined ? match : { ...match, differenceVnd: worth(account, match.differenceVnd) };
  });
  return { ...part, matches };
}

/** A decision is idle when it is so for every currency. */
function joined(parts: readonly Matching[]): Matching {
  const [first = [], ...others] = parts.map(({ idleDecisions }) => new Set(idleDecisions));
  return {
    matches: parts.flatMap(({ matches }) => matches),
    unmatchedLines: parts.flatMap(({ unmatchedLines }) => unmatchedLines),
    unmatchedEntries: parts.flatMap(({ unmatchedEntries }) => unmatchedEntries),
    idleDecisions: [...first].filter((one) => others.every((idle) => idle.has(one))),
  };
}

const linesOf = ({ account, lines }: AccountChain): LineToMatch[] =>
  lines.map((line) => {
    const { digest, row, date, reference, text } = line;
    return {
      digest,
      row,
      account,
      date,
      amountVnd: vnd(movedBy(line)),
      ...(reference === undefined ? {} : { reference }),
      ...(text === undefined ? {} : { text }),
    };
  });

type MatchRow = Sourced<
  Extract<Book['beside']['decisions'][number], { action: 'XAC_NHAN_KHOP' | 'BO_KHOP' }>
>;

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
export function matchingSums(book: Book, chains: readonly Account[], matching: Matching): Sums {
  const amountOf = valuesOf(chains);
  const lines = byPlace(chains);
  const linesLeft = linesNotInBook(book, chains, matching);
  const entries = new Map(book.beside.entries.map((entry) => [keyOf(entry), entry]));
  const covered = daysCovered(chains);
  const left = matching.unmatchedEntries
    .map((ref) => entries.get(keyOf(ref)))
    .filter((entry) => entry !== undefined)
    .filter((entry) => isCovered(entry, covered));
  const matchedLines = matching.matches.flatMap((match) => match.lines);
  const matchedEntries = matching.matches.flatMap((match) => match.entries);
  return {
    lines: matchedLines.length + linesLeft.length,
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
    linesLeft: leftOf(linesLeft.map(amountOf)),
    entriesLeft: leftOf(left.filter(({ cash }) => !cash).map(({ amountVnd }) => amountVnd)),
    cash: leftOf(left.filter(({ cash }) => cash).map(({ amountVnd }) => amountVnd)),
  };
}

const placedBefore = new WeakMap<readonly AccountChain[], ReadonlyMap<string, ChainedLine>>();

/** Every line of some accounts, which stay the same in many states of their book, by its place. */
function byPlace(chains: readonly AccountChain[]): ReadonlyMap<string, ChainedLine> {
  const lines =
    placedBefore.get(chains) ??
    new Map(chains.flatMap((chain) => chain.lines.map((line) => [keyOf(line), line] as const)));
  placedBefore.set(chains, lines);
  return lines;
}

/** What a line moves, in đồng: told by its file, which is of one account. */
export function valuesOf(chains: readonly Account[]): (line: ChainedLine | undefined) => Vnd {
  const rates = new Map<Sha256, Account>();
  for (const chain of chains.filter(({ rate }) => rate !== undefined))
    for (const { digest } of chain.lines) rates.set(digest, chain);
  return (line) => {
    if (line === undefined) return ZERO_VND;
    const account = rates.get(line.digest);
    return account === undefined ? vnd(movedBy(line)) : worth(account, movedBy(line));
  };
}

const leftOf = (amounts: readonly Vnd[]): Left => ({
  count: amounts.length,
  inVnd: vnd(amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0)),
  outVnd: vnd(amounts.reduce((sum, amount) => sum - Math.min(0, amount), 0)),
});

/** The days of which some statement tells: only there an entry is looked for in the bank. */
const daysCovered = (chains: readonly AccountChain[]): Period[] =>
  chains.flatMap(({ coverage }) => coverage.filter(({ state }) => state !== 'MISSING'));

const isCovered = ({ date }: EntryToMatch, stretches: readonly Period[]): boolean =>
  stretches.some((stretch) => inPeriod(date, stretch));

/**
 * Lines that no entry answers, of the days that the book tells of: what moved before its first day is in its opening
 * balance already, and what moved after its last nobody has handed in yet.
 */
export function linesNotInBook(
  { live }: Book,
  chains: readonly AccountChain[],
  matching: Matching,
): ChainedLine[] {
  const days = live
    .map(({ submission: { declaration } }) => declaration)
    .filter(({ kind }) => isBookKind(kind))
    .map(({ period }) => period.from);
  const first = days.length === 0 ? undefined : days.reduce(minText);
  const last = movementsHeldUntil(live);
  const lines = byPlace(chains);
  return matching.unmatchedLines
    .map((ref) => lines.get(keyOf(ref)))
    .filter((line) => line !== undefined)
    .filter(({ date }) => (first === undefined || date >= first) && (last === undefined || date <= last));
}

/** Entries within the days of the accounts that no line shows, cash apart: for the finding that names them. */
export function entriesNotInBank(
  book: Book,
  chains: readonly AccountChain[],
  matching: Matching,
): EntryToMatch[] {
  const covered = daysCovered(chains);
  const open = new Set(matching.unmatchedEntries.map(keyOf));
  return book.beside.entries.filter(
    (entry) => !entry.cash && entry.amountVnd !== 0 && open.has(keyOf(entry)) && isCovered(entry, covered),
  );
}
