import { movedBy } from '../bank/account-file.ts';
import { type AccountChain, chainAccounts } from '../bank/chain.ts';
import type { IsoDate } from '../date.ts';
import { minText } from '../order.ts';
import type { Matching } from '../match/match.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import type { Bank } from '../publish/bank-schema.ts';
import type { Equality } from '../publish/schema.ts';
import { type Balance, balanceAt } from './balance.ts';
import type { Book } from './book.ts';
import { equality } from './equalities.ts';
import { matchBook, matchingSums } from './matching.ts';

/** A book's accounts, what the matching with its entries gave, and what is public of both. */
export interface BankView {
  readonly chains: readonly AccountChain[];
  readonly matching: Matching;
  readonly shown: Bank;
}

/** Undefined where the book has no statement of a bank or treasury in force. */
export function bankOf(book: Book, balance: Balance): BankView | undefined {
  const chains = chainAccounts(book.beside.accounts);
  const day = chains.map(({ period }) => period.to).reduce<IsoDate | undefined>(earlier, undefined);
  if (day === undefined) return undefined;
  const matching = matchBook(book, chains);
  const balances = chains.map((chain) => accountAt(chain, day));
  const cashVnd = cashOn(book, day);
  return {
    chains,
    matching,
    shown: {
      accounts: chains.map(shownAccount),
      day,
      ...(balances.every((one) => one !== undefined) ? { balanceVnd: sumVnd(balances) } : {}),
      ...(cashVnd === undefined ? {} : { cashVnd }),
      bookVnd: balanceAt(balance, day),
      matching: matchingSums(book, chains, matching),
    },
  };
}

const earlier = (a: IsoDate | undefined, b: IsoDate): IsoDate => (a === undefined ? b : minText(a, b));

/** What stood in the account at the end of a day that its statements cover. */
function accountAt({ closingVnd, lines }: AccountChain, day: IsoDate): Vnd | undefined {
  if (closingVnd === undefined) return undefined;
  const after = lines.filter(({ date }) => date > day).map(movedBy);
  return vnd(after.reduce((left, moved) => left - moved, closingVnd as number));
}

/** Cash as counted at the end of that very day, by the latest file that says so. */
function cashOn({ live }: Book, day: IsoDate): Vnd | undefined {
  return live
    .map(({ submission }) => submission.declaration)
    .filter(({ period, cashVnd }) => period.to === day && cashVnd !== undefined)
    .at(-1)?.cashVnd;
}

function shownAccount(chain: AccountChain): Bank['accounts'][number] {
  const { label, period, files, openingVnd, closingVnd, credits, creditVnd, debits, debitVnd } = chain;
  const { unlistedIns, unlistedInVnd, unlistedOuts, unlistedOutVnd, repeatedLines, coverage, gaps } = chain;
  return {
    label,
    period,
    files,
    ...(openingVnd === undefined ? {} : { openingVnd }),
    ...(closingVnd === undefined ? {} : { closingVnd }),
    credits,
    creditVnd,
    debits,
    debitVnd,
    unlistedIns,
    unlistedInVnd,
    unlistedOuts,
    unlistedOutVnd,
    repeatedLines,
    coverage: [...coverage],
    gaps: gaps.map(({ from, to, days, before, after, differenceVnd }) => ({
      from,
      to,
      days,
      before,
      after,
      ...(differenceVnd === undefined ? {} : { differenceVnd }),
    })),
  };
}

/** What the bank's own figures must meet: each account's closing, and the book as a whole. */
export function bankEqualities({ chains, shown }: BankView): Equality[] {
  const { day, balanceVnd, cashVnd, bookVnd } = shown;
  const accounts = chains.flatMap(({ label, period, openingVnd, closingVnd, creditVnd, debitVnd }) =>
    openingVnd === undefined || closingVnd === undefined
      ? []
      : [
          equality('BANK_BALANCE_MISMATCH', vnd(openingVnd + creditVnd - debitVnd), closingVnd, {
            account: label,
            date: period.to,
          }),
        ],
  );
  if (balanceVnd === undefined) return accounts;
  const actualVnd = vnd(balanceVnd + (cashVnd ?? 0));
  return [...accounts, equality('BANK_BOOK_MISMATCH', bookVnd, actualVnd, { date: day })];
}
