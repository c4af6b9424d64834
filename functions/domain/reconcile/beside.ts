import type { AccountFile } from '../bank/account-file.ts';
import type { EntryToMatch } from '../match/match.ts';
import type { RegisterKind } from '../codes.ts';
import type { Registers } from '../registers/register.ts';
import type { Sha256 } from '../sha256.ts';

/** A row of a register with the file that it stands in. */
export type Sourced<T> = T & { readonly digest: Sha256 };

/**
 * Rows of the files in force that summaries do not hold, as far as the book has any. Registers in order of handing in,
 * and of the file.
 */
export type Beside = {
  readonly [K in RegisterKind]: readonly Sourced<Registers[K]>[];
} & {
  readonly accounts: readonly AccountFile[];
  /** Movements of money near the days of the accounts; none where the book has no statement of a bank. */
  readonly entries: readonly EntryToMatch[];
};

export const NOTHING_BESIDE: Beside = {
  accounts: [],
  entries: [],
  allocations: [],
  targets: [],
  houses: [],
  decisions: [],
};
