import type { STATEMENT_TABLE_RULES } from '../table/statement.ts';
import type { English } from './english.ts';

export const STATEMENT_TABLE_ENGLISH: English<typeof STATEMENT_TABLE_RULES> = {
  STATEMENT_CLOSING_DIFFERS: {
    title: 'Closing balance of the statement does not follow',
    what: 'Row {row} states a closing balance of {actual}; the lines come to {expected}, a difference of {difference}.',
    expected: 'a closing balance of {expected}',
    fix: 'Compare with the original statement: lines may be missing, or the file is cut. Complete it and submit it again.',
  },
  STATEMENT_TWO_ACCOUNTS: {
    title: 'Two accounts in one statement',
    what: 'The table has the title of another account as well ({places}); its lines are read, but the balance cannot go on.',
    expected: 'one account in a file',
    fix: 'Make a file of each account and submit them again.',
  },
  STATEMENT_CURRENCY: {
    title: 'Statement in another currency without a rate',
    what: 'The statement is in {currency}, and the declaration does not name that currency with its rate.',
    expected: 'currency {currency} and the rate at the end of the period',
    fix: 'Declare the currency and the rate at the end of the period (VND for 1 {currency}; at the command line --currency and --rate) and submit the file again; of an account in VND declare neither.',
  },
  STATEMENT_CURRENCIES: {
    title: 'Statement with columns in several currencies',
    what: 'The columns of amounts and the lines above them name several currencies: {currency}. Which columns are those of the account cannot be told.',
    expected: 'debit, credit and balance in one currency',
    fix: 'Keep only the columns in the currency of the account and delete the converted ones; of an account in another currency declare it with the rate at the end of the period (at the command line --currency and --rate). Then submit the file again.',
  },
  STATEMENT_OUTSIDE_PERIOD: {
    title: 'Statement of another period',
    what: 'The lines of the statement are of {from}–{to}; none of them is of the declared period {declaredFrom}–{declaredTo}.',
    expected: 'a declared period with the days of the statement: {from}–{to}',
    fix: 'Declare the period of the statement (at the command line --from and --to), or choose the statement of the declared period, and submit again.',
  },
  STATEMENT_CURRENCY_ASSUMED: {
    title: 'Statement names no currency',
    what: 'Nothing in the table names a currency; its figures are read as Vietnamese đồng.',
    fix: 'If they are đồng there is nothing to do; otherwise declare currency and rate and submit the file again.',
  },
};
