import { movedBy } from '../bank/account-file.ts';
import { chainAccounts } from '../bank/chain.ts';
import type { IsoDate } from '../date.ts';
import type { Matching } from '../match/match.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText, minText } from '../order.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Equality } from '../publish/schema.ts';
import { milli } from '../quantity.ts';
import { type Account, worth } from './account-worth.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Book, Filed } from './book.ts';
import { equality } from './equalities.ts';
import { keyOf, matchBook, matchingSums, valuesOf } from './matching.ts';

/** A book's accounts, what the matching with its entries gave, and what is public of both. */
export interface BankView {
  readonly chains: readonly Account[];
  readonly matching: Matching;
  readonly shown: Bank;
}

/** Undefined where the book has no statement of a bank or treasury in force. */
export function bankOf(book: Book, balance: Balance): BankView | undefined {
  const chains = accountsOf(book);
  const day = chains.map(({ period }) => period.to).reduce<IsoDate | undefined>(earlier, undefined);
  if (day === undefined) return undefined;
  const matching = matchBook(book, chains);
  const balances = chains.map((chain) => balanceOn(chain, day));
  const cashVnd = cashOn(book, day);
  const revaluationVnd = revaluation(book, chains, matching, day);
  return {
    chains,
    matching,
    shown: {
      accounts: chains.map(shownAccount),
      day,
      ...(balances.every((one) => one !== undefined) ? { balanceVnd: sumVnd(balances) } : {}),
      ...(revaluationVnd === undefined ? {} : { revaluationVnd }),
      ...(cashVnd === undefined ? {} : { cashVnd }),
      bookVnd: balanceAt(balance, day),
      matching: matchingSums(book, chains, matching),
    },
  };
}

const earlier = (a: IsoDate | undefined, b: IsoDate): IsoDate => (a === undefined ? b : minText(a, b));

/** Each account at the rate of its latest days. */
function accountsOf({ beside }: Book): Account[] {
  const files = [...beside.accounts].sort((a, b) => compareText(a.period.to, b.period.to));
  return chainAccounts(beside.accounts).map((chain) => {
    const rate = files.findLast(({ account }) => account === chain.account)?.rate;
    return rate === undefined ? chain : { ...chain, rate };
  });
}

/** What stood in the account at the end of a day that its statements cover. */
function balanceOn(account: Account, day: IsoDate): Vnd | undefined {
  const { closingVnd, lines, breaks, gaps } = account;
  if (closingVnd === undefined) return undefined;
  // What is not listed moved the balance too.
  const unlisted = breaks.filter(({ date }) => date !== undefined && date > day);
  const hidden = gaps.filter(({ to }) => to > day);
  const after = [
    ...lines.filter(({ date }) => date > day).map(movedBy),
    ...unlisted.map(({ differenceVnd }) => differenceVnd),
    ...hidden.map(({ differenceVnd }) => differenceVnd ?? 0),
  ];
  return worth(
    account,
    after.reduce<number>((left, moved) => left - moved, closingVnd),
  );
}

/** Cash as counted at the end of that very day, by the latest file that says so. */
function cashOn({ live }: Book, day: IsoDate): Vnd | undefined {
  return live
    .map(({ submission }) => submission.declaration)
    .filter(({ period, cashVnd }) => period.to === day && cashVnd !== undefined)
    .at(-1)?.cashVnd;
}

/**
 * Of money that stands in an account in another currency and in the book: at the account's rate, less what the book
 * says that it came to. Undefined where there is no such account.
 */
function revaluation(
  { beside }: Book,
  chains: readonly Account[],
  { matches }: Matching,
  day: IsoDate,
): Vnd | undefined {
  const foreign = chains.filter(({ rate }) => rate !== undefined);
  if (foreign.length === 0) return undefined;
  const moved = valuesOf(foreign);
  const lines = new Map(foreign.flatMap((chain) => chain.lines).map((line) => [keyOf(line), line]));
  const booked = new Map(beside.entries.map((entry) => [keyOf(entry), entry.amountVnd]));
  let sum = 0;
  for (const match of matches) {
    const own = match.lines.flatMap((ref) => lines.get(keyOf(ref)) ?? []);
    if (own.length === 0 || own.some(({ date }) => date > day)) continue;
    for (const line of own) sum += moved(line);
    for (const ref of match.entries) sum -= booked.get(keyOf(ref)) ?? 0;
  }
  return vnd(sum);
}

function shownAccount(account: Account): Bank['accounts'][number] {
  const { label, period, files, openingVnd, closingVnd, credits, creditVnd, debits, debitVnd } = account;
  const { unlistedIns, unlistedInVnd, unlistedOuts, unlistedOutVnd, repeatedLines, coverage, gaps } = account;
  const inVnd = (amount: number) => worth(account, amount);
  return {
    label,
    period,
    files,
    ...(openingVnd === undefined ? {} : { openingVnd: inVnd(openingVnd) }),
    ...(closingVnd === undefined ? {} : { closingVnd: inVnd(closingVnd) }),
    credits,
    creditVnd: inVnd(creditVnd),
    debits,
    debitVnd: inVnd(debitVnd),
    unlistedIns,
    unlistedInVnd: inVnd(unlistedInVnd),
    unlistedOuts,
    unlistedOutVnd: inVnd(unlistedOutVnd),
    ...foreignOf(account),
    repeatedLines,
    coverage: [...coverage],
    gaps: gaps.map(({ from, to, days, before, after, differenceVnd }) => ({
      from,
      to,
      days,
      before,
      after,
      ...(differenceVnd === undefined ? {} : { differenceVnd: inVnd(differenceVnd) }),
    })),
  };
}

function foreignOf({ rate, openingVnd, closingVnd, creditVnd, debitVnd }: Account) {
  if (rate === undefined) return {};
  return {
    foreign: {
      ...rate,
      ...(openingVnd === undefined ? {} : { openingMilli: milli(openingVnd) }),
      ...(closingVnd === undefined ? {} : { closingMilli: milli(closingVnd) }),
      creditMilli: milli(creditVnd),
      debitMilli: milli(debitVnd),
    },
  };
}

/** What the bank's own figures must meet: each account's closing, and the book as a whole. */
export function bankEqualities({ chains, shown }: BankView, { live }: Book): Equality[] {
  const { day, balanceVnd, cashVnd, bookVnd, revaluationVnd } = shown;
  const own = chains.flatMap((account): Equality[] => {
    const { label, period, openingVnd, closingVnd, creditVnd, debitVnd } = account;
    if (openingVnd === undefined || closingVnd === undefined) return [];
    const expectedVnd = worth(account, openingVnd + creditVnd - debitVnd);
    const place = { account: label, date: period.to };
    return [equality('BANK_BALANCE_MISMATCH', expectedVnd, worth(account, closingVnd), place)];
  });
  own.push(...live.flatMap(declaredClosing));
  if (balanceVnd === undefined) return own;
  const expectedVnd = vnd(bookVnd + (revaluationVnd ?? 0));
  return [
    ...own,
    equality('BANK_BOOK_MISMATCH', expectedVnd, vnd(balanceVnd + (cashVnd ?? 0)), { date: day }),
  ];
}

/** A closing balance that was declared with a statement, against the one that the bank prints in it. */
function declaredClosing({ submission: { declaration, digest }, summary }: Filed): Equality[] {
  const { kind, closingVnd, period, rateMilli } = declaration;
  const printed = summary.bank?.closingVnd;
  const comparable = kind === 'bankStatement' && rateMilli === undefined;
  if (!comparable || closingVnd === undefined || printed === undefined) return [];
  return [equality('STATEMENT_DECLARED_MISMATCH', printed, closingVnd, { digest, date: period.to })];
}
