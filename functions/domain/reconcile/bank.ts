import { movedBy } from '../bank/account-file.ts';
import type { IsoDate } from '../date.ts';
import type { Match, Matching } from '../match/match.ts';
import { sumVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Equality } from '../publish/schema.ts';
import { milli } from '../quantity.ts';
import { balanceOn } from './account-balance.ts';
import { type Account, openingAsBooked, worth } from './account-worth.ts';
import { accountsOf, areToldApart } from './accounts.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Book, Filed } from './book.ts';
import { movementsHeldUntil } from './book-days.ts';
import { comparedDay } from './compared-day.ts';
import { equality } from './equalities.ts';
import { keyOf, matchBook, matchingSums } from './matching.ts';

/** A book's accounts, what the matching with its entries gave, and what is public of both. */
export interface BankView {
  readonly chains: readonly Account[];
  readonly matching: Matching;
  /** Matches of money in another currency that the book has at a rate far from the account's. */
  readonly farRates: readonly FarRate[];
  readonly figures: Figures;
  /** Worked out when it is asked for: of earlier states of a book it is not. */
  readonly shown: Bank;
}

/** What stands in all accounts, and in the book, at the end of the day on which they are compared. */
type Figures = Pick<Bank, 'day' | 'balanceVnd' | 'cashVnd' | 'bookVnd' | 'revaluationVnd'>;

/** A match, what its lines are worth at the account's rate, and what the book says of its entries. */
export interface FarRate extends Match {
  readonly worthVnd: Vnd;
  readonly bookedVnd: Vnd;
}

/** No currency moves so far within a book: beyond it somebody wrote another amount. Hundredths of the account's rate. */
const MOST_APART = 20;

/** Undefined where the book has no statement of a bank or treasury in force. */
export function bankOf(book: Book, balance: Balance): BankView | undefined {
  const chains = accountsOf(book);
  const day = comparedDay(chains, book);
  if (day === undefined) return undefined;
  const matching = matchBook(book, chains);
  const balances = areToldApart(chains) ? chains.map((chain) => balanceOn(chain, day)) : [undefined];
  const cashVnd = cashOn(book, day);
  const { revaluationVnd, farRates } = revaluation(book, chains, matching, day);
  const figures = {
    day,
    ...(balances.every((one) => one !== undefined) ? { balanceVnd: sumVnd(balances) } : {}),
    ...(revaluationVnd === undefined ? {} : { revaluationVnd }),
    ...(cashVnd === undefined ? {} : { cashVnd }),
    bookVnd: balanceAt(balance, day),
  };
  return {
    chains,
    matching,
    farRates,
    figures,
    get shown() {
      return {
        accounts: chains.map(shownAccount),
        ...figures,
        matching: matchingSums(book, chains, matching),
      };
    },
  };
}

/**
 * The equalities alone, without a look at what matches what: so much can be told of any state of a book. With an
 * account in another currency the book as a whole cannot: what it is worth in the book only the matching knows.
 */
export function bankSums(book: Book, balance: Balance): Equality[] {
  const chains = accountsOf(book);
  const day = comparedDay(chains, book);
  if (day === undefined) return cashAlone(book, balance);
  const known = areToldApart(chains);
  const balances = chains.map((chain) =>
    known && chain.rate === undefined ? balanceOn(chain, day) : undefined,
  );
  const balanceVnd = balances.every((one) => one !== undefined) ? sumVnd(balances) : undefined;
  const shown = { day, balanceVnd, cashVnd: cashOn(book, day), bookVnd: balanceAt(balance, day) };
  return equalitiesWith(chains, shown, book);
}

/** Cash as counted at the end of that very day, by the latest file that says so: saying nothing takes nothing back. */
export function cashOn({ files }: Book, day: IsoDate): Vnd | undefined {
  return files
    .map(({ submission }) => submission.declaration)
    .filter(({ period, cashVnd }) => period.to === day && cashVnd !== undefined)
    .at(-1)?.cashVnd;
}

/**
 * Of money that stands in an account in another currency and in the book, its opening among it: at the account's rate,
 * less what the book says that it came to; no revaluation where there is no such account. What the book has at a rate
 * that cannot be is left out, so that it shows as a difference.
 */
function revaluation(
  { beside }: Book,
  chains: readonly Account[],
  { matches }: Matching,
  day: IsoDate,
): { readonly revaluationVnd?: Vnd; readonly farRates: readonly FarRate[] } {
  const foreign = chains.filter(({ rate }) => rate !== undefined);
  const farRates: FarRate[] = [];
  if (foreign.length === 0) return { farRates };
  const lines = new Map(
    foreign.flatMap((chain) => chain.lines.map((line) => [keyOf(line), { line, chain }] as const)),
  );
  // Thousandths of the currency, by account: rounded once, as its balance is.
  const moved = new Map<Account, number>(foreign.map((chain) => [chain, 0]));
  const booked = new Map(beside.entries.map((entry) => [keyOf(entry), entry.amountVnd]));
  let sum = 0;
  for (const match of matches) {
    const own = match.lines.flatMap((ref) => lines.get(keyOf(ref)) ?? []);
    if (own.length === 0 || own.some(({ line }) => line.date > day)) continue;
    // What differs in its own currency, as a person confirmed it or as nobody booked it, is no matter of rates.
    if (match.differenceVnd !== 0) continue;
    const worthVnd = sumVnd(own.map(({ line, chain }) => worth(chain, movedBy(line))));
    const bookedVnd = sumVnd(match.entries.map((ref) => booked.get(keyOf(ref)) ?? ZERO_VND));
    if (Math.abs(bookedVnd - worthVnd) * 100 > Math.abs(worthVnd) * MOST_APART) {
      farRates.push({ ...match, worthVnd, bookedVnd });
      continue;
    }
    for (const { line, chain } of own) moved.set(chain, (moved.get(chain) ?? 0) + movedBy(line));
    sum -= bookedVnd;
  }
  for (const [chain, amount] of moved) {
    sum += worth(chain, (chain.openingVnd ?? 0) + amount) - openingAsBooked(chain);
  }
  return { revaluationVnd: vnd(sum), farRates };
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

function foreignOf({ rate, openingRateMilli, openingVnd, closingVnd, creditVnd, debitVnd }: Account) {
  if (rate === undefined) return {};
  return {
    foreign: {
      ...rate,
      ...(openingRateMilli === undefined ? {} : { openingRateMilli }),
      ...(openingVnd === undefined ? {} : { openingMilli: milli(openingVnd) }),
      ...(closingVnd === undefined ? {} : { closingMilli: milli(closingVnd) }),
      creditMilli: milli(creditVnd),
      debitMilli: milli(debitVnd),
    },
  };
}

/** What the bank's own figures must meet: each account's closing, and the book as a whole. */
export const bankEqualities = ({ chains, figures }: BankView, book: Book): Equality[] =>
  equalitiesWith(chains, figures, book);

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

/**
 * Of a book without a statement of any account: what was counted in cash on its last day, where that was declared. It
 * cannot be more than the book holds, and what it is less stands in an account that nobody handed in.
 */
export function cashAlone(book: Book, balance: Balance): Equality[] {
  const day = movementsHeldUntil(book.live);
  const cashVnd = day === undefined ? undefined : cashOn(book, day);
  if (day === undefined || cashVnd === undefined) return [];
  return [equality('CASH_BOOK_MISMATCH', balanceAt(balance, day), cashVnd, { date: day })];
}

/** A closing balance that was declared with a statement, against the one that the bank prints in it. */
function declaredClosing({ submission: { declaration, digest }, summary }: Filed): Equality[] {
  const { kind, closingVnd, period, rateMilli } = declaration;
  const printed = summary.bank?.closingVnd;
  const comparable = kind === 'bankStatement' && rateMilli === undefined;
  if (!comparable || closingVnd === undefined || printed === undefined) return [];
  return [equality('STATEMENT_DECLARED_MISMATCH', printed, closingVnd, { digest, date: period.to })];
}
