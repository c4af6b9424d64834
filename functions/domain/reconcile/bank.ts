import { type AccountFile, movedBy } from '../bank/account-file.ts';
import { chainAccounts } from '../bank/chain.ts';
import { isBookKind } from '../codes.ts';
import { dayBefore, type IsoDate, vietnamDay } from '../date.ts';
import type { Matching } from '../match/match.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText, maxText, minText } from '../order.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Equality } from '../publish/schema.ts';
import { milli } from '../quantity.ts';
import { type Account, worth } from './account-worth.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Book, Filed } from './book.ts';
import { equality } from './equalities.ts';
import { keyOf, matchBook, matchingSums } from './matching.ts';

/** A book's accounts, what the matching with its entries gave, and what is public of both. */
export interface BankView {
  readonly chains: readonly Account[];
  readonly matching: Matching;
  readonly shown: Bank;
}

/** Undefined where the book has no statement of a bank or treasury in force. */
export function bankOf(book: Book, balance: Balance): BankView | undefined {
  const chains = accountsOf(book);
  const day = lastDay(chains, book);
  if (day === undefined) return undefined;
  const matching = matchBook(book, chains);
  const balances = areToldApart(chains) ? chains.map((chain) => balanceOn(chain, day)) : [undefined];
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

/**
 * The equalities alone, without a look at what matches what: so much can be told of any state of a book. With an
 * account in another currency the book as a whole cannot: what it is worth in the book only the matching knows.
 */
export function bankSums(book: Book, balance: Balance): Equality[] {
  const chains = accountsOf(book);
  const day = lastDay(chains, book);
  if (day === undefined) return [];
  const known = areToldApart(chains);
  const balances = chains.map((chain) =>
    known && chain.rate === undefined ? balanceOn(chain, day) : undefined,
  );
  const balanceVnd = balances.every((one) => one !== undefined) ? sumVnd(balances) : undefined;
  const shown = { day, balanceVnd, cashVnd: cashOn(book, day), bookVnd: balanceAt(balance, day) };
  return equalitiesWith(chains, shown, book);
}

/**
 * The last day that statements of all accounts and the book itself cover; of accounts that share none, the last before
 * the gaps.
 */
function lastDay(chains: readonly Account[], { live }: Book): IsoDate | undefined {
  if (chains.length === 0) return undefined;
  const missing = chains.flatMap(({ coverage }) => coverage).filter(({ state }) => state === 'MISSING');
  const booked = live
    .filter(({ submission }) => isBookKind(submission.declaration.kind))
    .map(({ submission }) => submission.declaration.period.to);
  const ends = chains.map(({ period }) => period.to);
  if (booked.length > 0) ends.push(booked.reduce(maxText));
  let day = ends.reduce(minText);
  for (;;) {
    const gap = missing.find(({ from, to }) => from <= day && day <= to);
    if (gap === undefined) return day;
    day = dayBefore(gap.from);
  }
}

/**
 * Beside others, statements that do not say of which account they are may be of one of these: its money would count
 * twice, so nothing is said of all accounts together.
 */
export const areToldApart = (chains: readonly Account[]): boolean =>
  chains.length === 1 || chains.every(({ account }) => /^\d/.test(account));

/** Every state of a book asks for the accounts, mostly of the same statements: they are chained once. */
const chainedBefore = new WeakMap<Book['beside']['accounts'], readonly Account[]>();

function accountsOf({ beside }: Book): readonly Account[] {
  const accounts = chainedBefore.get(beside.accounts) ?? chained(beside);
  chainedBefore.set(beside.accounts, accounts);
  return accounts;
}

/** Each account at the rate of its latest days. */
function chained(beside: Book['beside']): Account[] {
  const told = beside.accounts.map(untilReceived);
  const files = [...told].sort((a, b) => compareText(a.period.to, b.period.to));
  return chainAccounts(told).map((chain) => {
    const rate = files.findLast(({ account }) => account === chain.account)?.rate;
    return rate === undefined ? chain : { ...chain, rate };
  });
}

/** A statement tells nothing of days after it was handed in, whatever period was declared. */
function untilReceived<F extends AccountFile>(file: F): F {
  const to = minText(file.period.to, vietnamDay(file.receivedAt));
  return to === file.period.to ? file : { ...file, period: { ...file.period, to } };
}

/** What stood in the account at the end of a day; undefined of a day before its statements begin. */
function balanceOn(account: Account, day: IsoDate): Vnd | undefined {
  const { closingVnd, lines, breaks, gaps, period } = account;
  if (closingVnd === undefined || day < dayBefore(period.from)) return undefined;
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

/** Cash as counted at the end of that very day, by the latest file that says so: saying nothing takes nothing back. */
function cashOn({ files }: Book, day: IsoDate): Vnd | undefined {
  return files
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
  const lines = new Map(
    foreign.flatMap((chain) => chain.lines.map((line) => [keyOf(line), { line, chain }] as const)),
  );
  // Thousandths of the currency, by account: rounded once, as its balance is.
  const moved = new Map<Account, number>();
  const booked = new Map(beside.entries.map((entry) => [keyOf(entry), entry.amountVnd]));
  let sum = 0;
  for (const match of matches) {
    const own = match.lines.flatMap((ref) => lines.get(keyOf(ref)) ?? []);
    if (own.length === 0 || own.some(({ line }) => line.date > day)) continue;
    // What differs in its own currency, as a person confirmed it or as nobody booked it, is no matter of rates.
    if (match.differenceVnd !== 0) continue;
    for (const { line, chain } of own) moved.set(chain, (moved.get(chain) ?? 0) + movedBy(line));
    for (const ref of match.entries) sum -= booked.get(keyOf(ref)) ?? 0;
  }
  for (const [chain, amount] of moved) {
    const opening = chain.openingVnd ?? 0;
    sum += worth(chain, opening + amount) - worth(chain, opening);
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
export const bankEqualities = ({ chains, shown }: BankView, book: Book): Equality[] =>
  equalitiesWith(chains, shown, book);

type Figures = Pick<Bank, 'day' | 'balanceVnd' | 'cashVnd' | 'bookVnd' | 'revaluationVnd'>;

function equalitiesWith(
  chains: readonly Account[],
  { day, balanceVnd, cashVnd, bookVnd, revaluationVnd }: Figures,
  { live }: Book,
): Equality[] {
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
