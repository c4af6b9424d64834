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
  CASH_BOOK_MISMATCH: {
    title: 'Declared cash does not match the book',
    what: 'On {date} the book comes to {expected}, cash as declared is {actual}, a difference of {difference}; there is no statement.',
    expected: 'cash of {expected}, or a statement of the rest',
    fix: 'If the rest is at a bank or treasury, submit its statement; if cash was declared wrongly, submit again with the right one (--cash).',
  },
  STATEMENT_DECLARED_MISMATCH: {
    title: 'Declared balance does not match the statement',
    what: 'On {date} the statement prints a balance of {expected}, declared was {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Correct the balance when submitting again; or submit the complete statement if lines are missing.',
  },
  ACCOUNT_UNNAMED: {
    title: 'Statement that does not say of which account it is',
    what: 'This statement has no number of an account, beside statements of another. It may be of the same one: so the book could not be compared with the sum of all accounts, and lines that stand in the other statement too are told here as not in the book.',
    expected: 'the number of the account in the file, or declared with it',
    fix: 'Submit this very file again and declare the account (--account) by its last four digits; or by its whole number, where another statement of it was declared so. It replaces this one.',
  },
  STATEMENT_GAP: {
    title: 'Days without a statement',
    what: '{account}: no statement from {from} to {to} ({days} days); difference of the balances on both sides: {difference}.',
    expected: 'a statement for every day',
    fix: 'Submit the statement of the missing days.',
  },
  STATEMENT_JUMP: {
    title: 'Balances of two statements do not continue',
    what: '{account}, {date}: the earlier statement leaves a balance of {expected}, the later one begins with {actual}, a difference of {difference}.',
    expected: 'a later statement that begins with {expected}',
    fix: 'Compare both with the originals of the bank. If one lacks lines or days, submit the complete statement of those days; if this file is of another account, submit this very file again and declare its account (--account).',
  },
  STATEMENT_OVERLAP: {
    title: 'Two statements share days',
    what: '{account}, {from}–{to}: lines that stand in both statements: {count}; each counts once.',
    fix: 'Nothing to do.',
  },
  STATEMENT_OVERLAP_DIFFERS: {
    title: 'Two statements tell of the same day differently',
    what: '{account}, {from}–{to}: lines in the earlier only: {onlyEarlier}; in the later only: {onlyLater}.',
    expected: 'the same lines on shared days',
    fix: 'As a rule one was printed before the day was over. Compare both with the originals, print the complete one again and submit it in place of the other (--supersedes and its digest).',
  },
  STATEMENT_REPEATED: {
    title: 'Nothing new in a statement',
    what: '{account}: every line of this file stands already in the file whose digest begins with {of}.',
    fix: 'Nothing to do; if the wrong file was submitted, submit the right one.',
  },
  BANK_LINES_NOT_IN_BOOK: {
    title: 'Statement lines not in the book',
    what: 'Lines of the statement without an entry in the book: {count}; {inVnd} in, {outVnd} out ({places}).',
    expected: 'an entry for each line',
    fix: 'Enter them; or, if they are entered and were not matched, submit a table of confirmations.',
  },
  ENTRIES_NOT_IN_BANK: {
    title: 'Entries not seen at the bank',
    what: 'Entries of this file without a line of a statement: {count}; {inVnd} in, {outVnd} out ({places}).',
    expected: 'a statement line for each transfer',
    fix: 'Check amount, day and document number; mark cash as cash; or submit a table of confirmations.',
  },
  REFUND_NOT_BOOKED: {
    title: 'Money paid came back and is not in the book',
    what: 'Credits that return money paid before: {count}, {actual} in all, not in the book ({places}).',
    expected: 'an inflow “Hoàn trả” in the contributions',
    fix: 'Enter it as a refund (HOAN_TRA), or as a negative disbursement.',
  },
  BANK_LINES_REVERSED: {
    title: 'Money in and out of the account that the book lacks',
    what: 'Lines of the statement that take each other back and are not in the book: {count}; {inVnd} in, {outVnd} out ({places}).',
    expected: 'what passed through the account entered or explained',
    fix: 'Explain what the bank itself booked wrongly and took back (a table of decisions); enter both the gift and its return where a donor paid in error.',
  },
  FOREIGN_RATE_FAR: {
    title: 'Rate in the book far from that of the account',
    what: 'Entries in another currency: {count}; {actual} in the book, {expected} at the rate of the account, a difference of {difference} ({places}).',
    expected: 'about {expected}',
    fix: 'Look at the amounts in đồng of these rows, or at the rate declared with the statement (--rate), and submit the wrong file again.',
  },
  MATCH_CONFIRMED_NETS: {
    title: 'Confirmed matches that net money in against money out',
    what: 'Confirmed by a person, with money in and out of {actual} that make up for each other and are not in the book: {count} ({places}).',
    expected: 'both the money in and the money out in the book',
    fix: 'Enter both; or break the match of the lines that do not belong to it, by a table of decisions.',
  },
  MATCH_CONFIRMED_DIFFERS: {
    title: 'Confirmed matches whose amounts differ',
    what: 'Confirmed by a person, with amounts that differ: {count}, by {actual} in all ({places}).',
    expected: 'equal amounts',
    fix: 'Look at the confirmed rows again; correct the book where it is wrong.',
  },
  EXPLANATION_UNKNOWN: {
    title: 'Explanation of a finding that is not there',
    what: 'Explanations with a mark that no finding of this book bears or ever bore: {count} ({places}).',
    expected: 'the mark of a finding of this book',
    fix: 'Copy the mark from the page of the book; where the amount of a finding has changed, so has its mark.',
  },
  DECISION_IDLE: {
    title: 'Confirmations without effect',
    what: 'Rows of the table of confirmations that name no file or row of this book, or contradict each other: {count} ({places}).',
    fix: 'Check the digest (its first 8 digits or more) and the row number.',
  },
};
