import type { AccountChain } from '../bank/chain.ts';
import { type Finding, MAX_PLACES } from '../finding.ts';
import type { Match } from '../match/match.ts';
import { vnd } from '../money.ts';
import { compareText } from '../order.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Sha256 } from '../sha256.ts';
import { areToldApart, type BankView } from './bank.ts';
import type { Book } from './book.ts';
import { finding } from './make-finding.ts';
import { entriesNotInBank, idleDecisionRows, keyOf, linesNotInBook, valuesOf } from './matching.ts';

/** What the statements of a book's accounts leave open, among themselves and against the book. */
export const bankFindings = (bank: BankView, book: Book): Finding[] => [
  ...(areToldApart(bank.chains)
    ? []
    : [finding('ACCOUNT_UNNAMED', { count: bank.chains.filter(isUnnamed).length })]),
  ...bank.chains.flatMap(ofChain),
  ...linesLeft(bank, book),
  ...byFile(
    'ENTRIES_NOT_IN_BANK',
    entriesNotInBank(book, bank.chains, bank.matching).map(({ digest, row, amountVnd }) => ({
      digest,
      row,
      amount: Math.abs(amountVnd),
    })),
  ),
  ...refunds(bank),
  ...confirmedThatDiffer(bank),
  ...byFile(
    'DECISION_IDLE',
    idleDecisionRows(book, bank.matching).map(({ digest, row }) => ({ digest, row, amount: 0 })),
  ),
];

const isUnnamed = ({ account }: AccountChain): boolean => !/^\d/.test(account);

function ofChain({ label: account, gaps, overlaps, repeats }: AccountChain): Finding[] {
  const repeated = new Set(repeats.map(({ digest }) => digest));
  return [
    ...gaps.map(({ from, to, days, after, differenceVnd }) => {
      const what = differenceVnd === undefined ? {} : { differenceVnd };
      return days === 0
        ? finding('STATEMENT_JUMP', { digest: after, date: from, ...what, params: { account } })
        : finding('STATEMENT_GAP', { digest: after, ...what, params: { account, from, to, days } });
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

interface Place {
  readonly digest: Sha256;
  readonly row: number;
  /** Without sign: what comes in and what goes out must not hide each other. */
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
        rows: own
          .map(({ row }) => row)
          .sort((a, b) => a - b)
          .slice(0, MAX_PLACES),
        actualVnd: vnd(own.reduce((sum, { amount }) => sum + amount, 0)),
      }),
    );
}

/** Amounts of lines without sign, by their place. */
function amountsOf({ chains }: BankView): (ref: { digest: Sha256; row: number }) => number {
  const lines = chains.flatMap((chain) => chain.lines);
  const moved = valuesOf(chains);
  const byPlace = new Map(lines.map((line) => [keyOf(line), Math.abs(moved(line))]));
  return (ref) => byPlace.get(keyOf(ref)) ?? 0;
}

function linesLeft({ chains, matching }: BankView, book: Book): Finding[] {
  const moved = valuesOf(chains);
  const left = linesNotInBook(book, chains, matching).map((line) => ({
    digest: line.digest,
    row: line.row,
    amount: Math.abs(moved(line)),
  }));
  // A line of zero moves nothing and needs no entry.
  return byFile(
    'BANK_LINES_NOT_IN_BOOK',
    left.filter(({ amount }) => amount !== 0),
  );
}

function refunds(bank: BankView): Finding[] {
  const amountOf = amountsOf(bank);
  return byFile(
    'REFUND_NOT_BOOKED',
    bank.matching.matches
      .filter(({ because }) => because === 'REFUND_NOT_BOOKED')
      .flatMap(({ lines }) => lines)
      .map(({ digest, row }) => ({ digest, row, amount: amountOf({ digest, row }) })),
  );
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
        rows: rows.sort((a, b) => a - b).slice(0, MAX_PLACES),
        differenceVnd: vnd(own.reduce((sum, { differenceVnd }) => sum + differenceVnd, 0)),
        // Without sign: one that is too much must not hide one that is too little.
        actualVnd: vnd(own.reduce((sum, { differenceVnd }) => sum + Math.abs(differenceVnd), 0)),
      }),
    ];
  });
}
