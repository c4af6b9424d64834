import type { AccountFile } from '../bank/account-file.ts';
import { type ChainMemory, chainAccounts } from '../bank/chain.ts';
import { vietnamDay } from '../date.ts';
import { compareText, minText } from '../order.ts';
import type { Account } from './account-worth.ts';
import type { BesideAccount } from './beside.ts';
import type { Book } from './book.ts';

/** Every state of a book asks for the accounts, mostly of the same statements: they are chained once. */
const chainedBefore = new WeakMap<Book['beside']['accounts'], readonly Account[]>();
/** And mostly a state has those of the state before, and one more. */
const memories = new WeakMap<Book['rows'], ChainMemory>();

/** The accounts that the statements of a book are of, each chained. */
export function accountsOf({ beside, rows }: Book): readonly Account[] {
  const known = chainedBefore.get(beside.accounts);
  if (known !== undefined) return known;
  const memory = memories.get(rows) ?? new Map();
  memories.set(rows, memory);
  const accounts = chained(beside, memory);
  chainedBefore.set(beside.accounts, accounts);
  return accounts;
}

/** Each account at the rate of its latest days; its opening at the rate that its first statement says. */
function chained(beside: Book['beside'], memory: ChainMemory): Account[] {
  const told = beside.accounts.map(untilReceived);
  const files = [...told].sort((a, b) => compareText(a.period.to, b.period.to));
  return chainAccounts(told, memory).map((chain) => {
    const own = files.filter(({ account }) => account === chain.account);
    const rate = own.at(-1)?.rate;
    if (rate === undefined) return chain;
    const first = own.filter(({ period }) => period.from === chain.period.from);
    const booked = first.findLast(({ openingRateMilli }) => openingRateMilli !== undefined);
    return { ...chain, rate, openingRateMilli: booked?.openingRateMilli };
  });
}

const shortened = new WeakMap<BesideAccount, BesideAccount>();

/** A statement tells nothing of days after it was handed in, whatever period was declared. The same file each time. */
function untilReceived(file: BesideAccount): BesideAccount {
  const to = minText(file.period.to, vietnamDay(file.receivedAt));
  if (to === file.period.to) return file;
  const short = shortened.get(file) ?? { ...file, period: { ...file.period, to } };
  shortened.set(file, short);
  return short;
}

/** Whether a file says which account it is of. */
export const isNamed = ({ account }: Pick<AccountFile, 'account'>): boolean => /^\d/.test(account);

/**
 * Beside others, statements that do not say of which account they are may be of one of these: its money would count
 * twice, so nothing is said of all accounts together.
 */
export const areToldApart = (chains: readonly Account[]): boolean =>
  chains.length === 1 || chains.every(isNamed);
