import * as v from 'valibot';
import { type Instant, type IsoDate, IsoDateSchema, type Period } from '../date.ts';
import { type Vnd, VndSchema } from '../money.ts';
import type { Sha256 } from '../sha256.ts';

/** A line of a bank's or treasury's statement, as much of it as the ledger keeps. Private: texts name people. */
export interface BankLine {
  /** As a spreadsheet shows it, 1 for the first of the file. */
  readonly row: number;
  readonly date: IsoDate;
  /** The bank's number of the document. No key: banks repeat it, and leave it out. */
  readonly reference?: string | undefined;
  readonly text?: string | undefined;
  /** Into the account. */
  readonly creditVnd: Vnd;
  /** Out of the account. */
  readonly debitVnd: Vnd;
  /** After this line, where it is printed. */
  readonly balanceVnd?: Vnd | undefined;
}

/** One JSON line each. */
export const BankLineSchema = v.object({
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: IsoDateSchema,
  reference: v.optional(v.string()),
  text: v.optional(v.string()),
  creditVnd: VndSchema,
  debitVnd: VndSchema,
  balanceVnd: v.optional(VndSchema),
});

/** A place where the printed balance does not follow from the line above. */
export interface BalanceBreak {
  readonly row: number;
  readonly date?: IsoDate | undefined;
  readonly expectedVnd: Vnd;
  readonly actualVnd: Vnd;
  /** Actual − expected: positive an inflow that is not listed, negative an outflow that is not listed. */
  readonly differenceVnd: Vnd;
}

/** One file of one account, already read. */
export interface AccountFile {
  readonly digest: Sha256;
  readonly receivedAt: Instant;
  /** When the first file of its account came, one that was replaced since among them; where it is known. */
  readonly knownSince?: Instant | undefined;
  /** Digits; '' when the file does not say. Private. */
  readonly account: string;
  /** The days that it says it covers. */
  readonly period: Period;
  /** Before the first line and after the last; absent where no balance is printed. */
  readonly openingVnd?: Vnd | undefined;
  readonly closingVnd?: Vnd | undefined;
  /** In the order of the file, which need not be that of dates. */
  readonly lines: readonly BankLine[];
  readonly breaks: readonly BalanceBreak[];
}

/** What a line moves: positive into the account, negative out of it. */
export const movedBy = ({ creditVnd, debitVnd }: BankLine): number => creditVnd - debitVnd;
