import type { STATEMENT_RULES } from '../row/statement.ts';
import type { English } from './english.ts';

export const STATEMENT_ENGLISH: English<typeof STATEMENT_RULES> = {
  STATEMENT_BOTH_SIDES: {
    title: 'Debit and credit in one line',
    what: 'Lines of the statement with both a debit and a credit: {count} ({places}).',
    expected: 'one amount: debit or credit',
    fix: 'Compare with the original statement of the bank; make it two lines or delete the wrong figure, then submit the file again.',
  },
  STATEMENT_AMOUNT_BLANK: {
    title: 'Statement line without an amount',
    what: 'Row {row} has no amount, but the balance moved by {difference} from the transaction before it.',
    expected: 'a debit or a credit',
    fix: 'Look at the original statement of the bank, enter the amount of this line and submit the file again.',
  },
  BALANCE_BREAK: {
    title: 'Break in the running balance',
    what: 'Row {row}: from the transaction before it the balance should be {expected}, the statement says {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Compare with the original statement: a line may be missing right before this one, an amount may be blank or wrong, or lines may be out of order. Add it and submit the file again.',
  },
  STATEMENT_MOVED_UNLISTED: {
    title: 'Statement without lines whose balance moved',
    what: 'The statement has no line, but its opening balance is {expected} and its closing balance {actual}, a difference of {difference}.',
    expected: 'a closing balance of {expected}',
    fix: 'Compare both balances with the original statement. If there were transactions, submit the statement with all of its lines; if not, correct the balance and submit the file again.',
  },
  STATEMENT_DATES_UNORDERED: {
    title: 'Days of the statement out of order',
    what: 'Rows whose day goes against the order of the table: {count} ({places}).',
    expected: 'days that go one way through the whole table',
    fix: 'Look at these rows: as a rule Excel swapped day and month. Correct them and submit the file again.',
  },
};
