import type { BankLine } from '#domain/bank/account-file.ts';
import type { StatementLine } from '#domain/validate/statement-row.ts';

/** What the ledger keeps of a line of a bank's statement. */
export const lineOf = (line: StatementLine): BankLine => ({
  row: line.row,
  date: line.date,
  reference: line.reference,
  text: line.description,
  creditVnd: line.creditVnd,
  debitVnd: line.debitVnd,
  balanceVnd: line.balanceVnd,
});
