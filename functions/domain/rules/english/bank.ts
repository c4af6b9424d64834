import type { BANK_RULES } from '../book/bank.ts';
import type { English } from './english.ts';

export const BANK_ENGLISH: English<typeof BANK_RULES> = {
  BANK_BALANCE_MISMATCH: {
    title: 'Statement does not add up',
    what: '{account}, up to {date}: the lines come to {expected}, the bank prints {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Ask the bank for a complete statement; each break of the balance is named with its row.',
  },
  BANK_BOOK_MISMATCH: {
    title: 'Book does not match bank and cash',
    what: 'On {date} the book comes to {expected}, bank and cash hold {actual}, a difference of {difference}.',
    expected: 'bank + cash = {expected}',
    fix: 'Look at the lines not in the book and the entries not seen at the bank. If the difference is cash in hand, declare it when submitting.',
  },
  STATEMENT_DECLARED_MISMATCH: {
    title: 'Declared balance does not match the statement',
    what: 'On {date} the statement prints a balance of {expected}, declared was {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Correct the balance when submitting again; or submit the complete statement if lines are missing.',
  },
  ACCOUNT_UNNAMED: {
    title: 'Statements that do not say of which account they are',
    what: 'Accounts without a number beside others: {count}; the book could not be compared with the sum of all accounts.',
    expected: 'the number of the account in the file, or declared with it',
    fix: 'Submit each statement without a number again and declare the account; its last digits (4 at least) will do.',
  },
  STATEMENT_GAP: {
    title: 'Days without a statement',
    what: '{account}: no statement from {from} to {to} ({days} days); difference of the balances on both sides: {difference}.',
    expected: 'a statement for every day',
    fix: 'Submit the statement of the missing days.',
  },
  STATEMENT_JUMP: {
    title: 'Balances of two statements do not continue',
    what: '{account}, {date}: the later statement begins {difference} off the earlier one.',
    expected: 'a balance that goes on',
    fix: 'Check whether lines are missing, or whether one is of another account.',
  },
  STATEMENT_OVERLAP: {
    title: 'Two statements share days',
    what: '{account}: lines between {from} and {to} that stand in both statements: {count}; each counts once.',
    fix: 'Nothing to do.',
  },
  STATEMENT_OVERLAP_DIFFERS: {
    title: 'Two statements tell of the same day differently',
    what: '{account}, {from} to {to}: lines in the earlier only: {onlyEarlier}; in the later only: {onlyLater}.',
    expected: 'the same lines on shared days',
    fix: 'Check both files; as a rule one was printed before the day was over.',
  },
  STATEMENT_REPEATED: {
    title: 'Nothing new in a statement',
    what: '{account}: every line of this file stands in file {of}… already.',
    fix: 'Nothing to do; if the wrong file was submitted, submit the right one.',
  },
  BANK_LINES_NOT_IN_BOOK: {
    title: 'Statement lines not in the book',
    what: 'Lines of the statement without an entry in the book: {count}, {actual} in all ({places}).',
    expected: 'an entry for each line',
    fix: 'Enter them; or, if they are entered and were not matched, submit a table of confirmations.',
  },
  ENTRIES_NOT_IN_BANK: {
    title: 'Entries not seen at the bank',
    what: 'Entries of this file without a line of a statement: {count}, {actual} in all ({places}).',
    expected: 'a statement line for each transfer',
    fix: 'Check amount, day and document number; mark cash as cash; or submit a table of confirmations.',
  },
  REFUND_NOT_BOOKED: {
    title: 'Money paid came back and is not in the book',
    what: 'Credits that return money paid before: {count}, {actual} in all, not in the book ({places}).',
    expected: 'an inflow “Hoàn trả” in the contributions',
    fix: 'Enter it as a refund (HOAN_TRA), or as a negative disbursement.',
  },
  MATCH_CONFIRMED_DIFFERS: {
    title: 'Confirmed matches whose amounts differ',
    what: 'Confirmed by a person, with amounts that differ: {count}, by {actual} in all ({places}).',
    expected: 'equal amounts',
    fix: 'Look at the confirmed rows again; correct the book where it is wrong.',
  },
  EXPLANATION_UNKNOWN: {
    title: 'Explanation of a finding that is not there',
    what: 'Explanations with a mark that no finding of this book bears: {count} ({places}).',
    expected: 'the mark of a finding of this book',
    fix: 'Copy the mark from the page of the book; where the amount of a finding has changed, so has its mark.',
  },
  DECISION_IDLE: {
    title: 'Confirmations without effect',
    what: 'Rows of the table of confirmations that name no file or row of this book, or contradict each other: {count} ({places}).',
    fix: 'Check the digest (its first 8 digits or more) and the row number.',
  },
};
