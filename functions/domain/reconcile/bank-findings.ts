import { type Finding, MAX_PLACES } from '../finding.ts';
import type { Match, MatchReason } from '../match/match.ts';
import { sumVnd, vnd } from '../money.ts';
import { compareText } from '../order.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Sha256 } from '../sha256.ts';
import { type Account, worth } from './account-worth.ts';
import { areToldApart, isNamed } from './accounts.ts';
import type { BankView } from './bank.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';
import { entriesNotInBank, idleDecisionRows, keyOf, linesNotInBook, valuesOf } from './matching.ts';

/** What the statements of a book's accounts leave open, among themselves and against the book. */
export const bankFindings = (bank: BankView, book: Book): Finding[] => [
  ...unnamed(bank, book),
  ...bank.chains.flatMap(ofChain),
  ...linesLeft(bank, book),
  ...byFile(
    'ENTRIES_NOT_IN_BANK',
    entriesNotInBank(book, bank.chains, bank.matching).map(({ digest, row, amountVnd }) => ({
      digest,
      row,
      amount: amountVnd,
    })),
  ),
  ...refunds(bank),
  ...reversed(bank),
  ...farRates(bank),
  ...confirmedThatDiffer(bank),
  ...confirmedThatNet(bank, book),
  ...byFile(
    'DECISION_IDLE',
    idleDecisionRows(book, bank.matching).map(({ digest, row }) => ({ digest, row, amount: 0 })),
  ),
];

/** One for each file: it is handed in again by itself. */
const unnamed = ({ chains }: BankView, { beside }: Book): Finding[] =>
  areToldApart(chains)
    ? []
    : beside.accounts
        .filter((file) => !isNamed(file))
        .map(({ digest }) => digest)
        .sort(compareText)
        .map((digest) => finding('ACCOUNT_UNNAMED', { digest }));

function ofChain(chain: Account): Finding[] {
  const { label: account, gaps, overlaps, repeats } = chain;
  const repeated = new Set(repeats.map(({ digest }) => digest));
  return [
    ...gaps.map((gap) => {
      const { from, to, days, after } = gap;
      if (days === 0) return jump(chain, gap);
      const what = gap.differenceVnd === undefined ? {} : { differenceVnd: worth(chain, gap.differenceVnd) };
      return finding('STATEMENT_GAP', { digest: after, ...what, params: { account, from, to, days } });
    }),
    ...overlaps
      .filter(({ earlier, later }) => !repeated.has(earlier) && !repeated.has(later))
      .flatMap(({ period, later, repeated: count, onlyEarlier, onlyLater }) => [
        ...(count === 0
          ? []
          : [finding('STATEMENT_OVERLAP', { digest: later, count, params: { account, ...period } })]),
        ...(onlyEarlier + onlyLater === 0
          ? []
          : [
              finding('STATEMENT_OVERLAP_DIFFERS', {
                digest: later,
                params: { account, ...period, onlyEarlier, onlyLater },
              }),
            ]),
      ]),
    ...repeats.map(({ digest, of }) =>
      finding('STATEMENT_REPEATED', { digest, params: { account, of: of.slice(0, 12) } }),
    ),
  ];
}

/** Both balances are told: which of the two statements is wrong, only whoever has the originals can see. */
function jump(chain: Account, { from: date, after, differenceVnd, openingVnd }: Account['gaps'][number]) {
  const params = { account: chain.label };
  if (differenceVnd === undefined || openingVnd === undefined)
    return finding('STATEMENT_JUMP', { digest: after, date, params });
  const [actualVnd, byVnd] = [worth(chain, openingVnd), worth(chain, differenceVnd)];
  const expectedVnd = vnd(actualVnd - byVnd);
  return finding('STATEMENT_JUMP', {
    digest: after,
    date,
    expectedVnd,
    actualVnd,
    differenceVnd: byVnd,
    params,
  });
}

interface Place {
  readonly digest: Sha256;
  readonly row: number;
  /** Signed: told by direction, as what comes in and what goes out must not hide each other. */
  readonly amount: number;
}

/** One finding for each file, with its first places. */
function byFile(rule: RuleId, places: readonly Place[]): Finding[] {
  const files = Map.groupBy(places, ({ digest }) => digest);
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([digest, own]) =>
      finding(rule, {
        count: own.length,
        digest,
        rows: firstOf(own.map(({ row }) => row)),
        actualVnd: vnd(own.reduce((sum, { amount }) => sum + Math.abs(amount), 0)),
        params: { inVnd: intoOf(own), outVnd: outOf(own), ...beyondListed(own) },
      }),
    );
}

/** A sum over places that are not listed, so that other places of the same number and amount are another finding. */
function beyondListed(places: readonly Place[]): { readonly unlisted?: string } {
  if (places.length <= MAX_PLACES) return {};
  let sum = 0;
  for (const { row, amount } of places.toSorted((a, b) => a.row - b.row))
    sum = (Math.imul(sum, 31) + row * 7 + (amount % 1_000_003)) | 0;
  return { unlisted: (sum >>> 0).toString(16) };
}

const intoOf = (places: readonly Pick<Place, 'amount'>[]): number =>
  places.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
const outOf = (places: readonly Pick<Place, 'amount'>[]): number =>
  places.reduce((sum, { amount }) => sum + Math.max(0, -amount), 0);

/** Amounts of lines in đồng, by their place. */
function amountsOf({ chains }: BankView): (ref: { digest: Sha256; row: number }) => number {
  const lines = chains.flatMap((chain) => chain.lines);
  const moved = valuesOf(chains);
  const byPlace = new Map(lines.map((line) => [keyOf(line), moved(line)]));
  return (ref) => byPlace.get(keyOf(ref)) ?? 0;
}

function linesLeft({ chains, matching }: BankView, book: Book): Finding[] {
  const moved = valuesOf(chains);
  const left = linesNotInBook(book, chains, matching).map((line) => ({
    digest: line.digest,
    row: line.row,
    amount: moved(line),
  }));
  // A line of zero moves nothing and needs no entry.
  return byFile(
    'BANK_LINES_NOT_IN_BOOK',
    left.filter(({ amount }) => amount !== 0),
  );
}

function linesBecause(bank: BankView, reason: MatchReason): Place[] {
  const own = bank.matching.matches.filter(({ because }) => because === reason);
  if (own.length === 0) return [];
  const amountOf = amountsOf(bank);
  return own
    .flatMap(({ lines }) => lines)
    .map(({ digest, row }) => ({ digest, row, amount: amountOf({ digest, row }) }));
}

const refunds = (bank: BankView): Finding[] =>
  byFile('REFUND_NOT_BOOKED', linesBecause(bank, 'REFUND_NOT_BOOKED'));

/** Money that came and went, or went and came back, of which the book says nothing. */
const reversed = (bank: BankView): Finding[] =>
  byFile('BANK_LINES_REVERSED', linesBecause(bank, 'LINE_TAKEN_BACK'));

function farRates({ farRates }: BankView): Finding[] {
  const files = Map.groupBy(farRates, ({ entries: [first] }) => first?.digest);
  return [...files].flatMap(([digest, own]) => {
    if (digest === undefined) return [];
    const rows = own.flatMap(({ entries }) => entries.map(({ row }) => row));
    const [expectedVnd, actualVnd] = [
      sumVnd(own.map(({ worthVnd }) => worthVnd)),
      sumVnd(own.map(({ bookedVnd }) => bookedVnd)),
    ];
    return [
      finding('FOREIGN_RATE_FAR', {
        ...{ count: rows.length, digest, rows: firstOf(rows), expectedVnd, actualVnd },
        differenceVnd: vnd(actualVnd - expectedVnd),
      }),
    ];
  });
}

const firstOf = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b).slice(0, MAX_PLACES);

/**
 * Confirmed matches in which money in and money out of the statement make up for each other, and the book has nothing
 * of it: the sum would agree whatever amount was added on both sides.
 */
function confirmedThatNet(bank: BankView, { beside }: Book): Finding[] {
  const several = bank.matching.matches.filter(
    ({ level, lines }) => level === 'CONFIRMED' && lines.length > 1,
  );
  if (several.length === 0) return [];
  const amountOf = amountsOf(bank);
  const booked = new Map(beside.entries.map((entry) => [keyOf(entry), entry.amountVnd]));
  const places = several.flatMap(({ lines, entries }): Place[] => {
    const nettedBy = (amounts: readonly number[]) => {
      const own = amounts.map((amount) => ({ amount }));
      return Math.min(intoOf(own), outOf(own));
    };
    const netted =
      nettedBy(lines.map(amountOf)) - nettedBy(entries.map((ref) => booked.get(keyOf(ref)) ?? 0));
    const [first] = lines;
    return netted <= 0 || first === undefined ? [] : [{ ...first, amount: netted }];
  });
  return byFile('MATCH_CONFIRMED_NETS', places);
}

const differs = ({ level, differenceVnd }: Match): boolean => level === 'CONFIRMED' && differenceVnd !== 0;

function confirmedThatDiffer({ matching }: BankView): Finding[] {
  const files = Map.groupBy(matching.matches.filter(differs), ({ lines: [first] }) => first?.digest);
  return [...files].flatMap(([digest, own]) => {
    if (digest === undefined) return [];
    const rows = own.flatMap(({ lines }) => lines.map(({ row }) => row));
    return [
      finding('MATCH_CONFIRMED_DIFFERS', {
        count: own.length,
        digest,
        rows: firstOf(rows),
        differenceVnd: vnd(own.reduce((sum, { differenceVnd }) => sum + differenceVnd, 0)),
        // Without sign: one that is too much must not hide one that is too little.
        actualVnd: vnd(own.reduce((sum, { differenceVnd }) => sum + Math.abs(differenceVnd), 0)),
      }),
    ];
  });
}
