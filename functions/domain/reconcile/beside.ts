import type { AccountFile } from '../bank/account-file.ts';
import type { Rate } from '../bank/foreign.ts';
import type { RegisterKind } from '../codes.ts';
import type { EntryToMatch } from '../match/match.ts';
import type { Registers } from '../registers/register.ts';
import type { Sha256 } from '../sha256.ts';

/** A row of a register with the file that it stands in. */
export type Sourced<T> = T & { readonly digest: Sha256 };

/**
 * A file of an account. One in another currency has its rate; all of its amounts are thousandths of that currency, and
 * its account is told apart by it. It may say at which rate its opening was booked.
 */
export type BesideAccount = AccountFile & {
  readonly rate?: Rate;
  readonly openingRateMilli?: number;
};

/** A movement of money; of one in another currency what was given, beside what it came to. */
export type BesideEntry = EntryToMatch & {
  readonly foreign?: { readonly currency: string; readonly amountMilli: number };
};

/**
 * Rows of the files in force that summaries do not hold, as far as the book has any. Registers in order of handing in,
 * and of the file.
 */
export type Beside = {
  readonly [K in RegisterKind]: readonly Sourced<Registers[K]>[];
} & {
  readonly accounts: readonly BesideAccount[];
  /** Movements of money near the days of the accounts; none where the book has no statement of a bank. */
  readonly entries: readonly BesideEntry[];
};

export const NOTHING_BESIDE: Beside = {
  accounts: [],
  entries: [],
  allocations: [],
  targets: [],
  houses: [],
  decisions: [],
};
