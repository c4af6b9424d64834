import type { SUM_RULES } from '../book/sums.ts';
import type { English } from './english.ts';

export const SUM_ENGLISH: English<typeof SUM_RULES> = {
  CONTROL_TOTAL_MISMATCH: {
    title: 'Total in the file does not match',
    what: 'Row {row} states a total of {actual}; the rows add up to {expected}, a difference of {difference}.',
    expected: 'the sum of the rows above: {expected}',
    fix: 'Add up the amounts again; correct the wrong row or the total and submit the file again.',
  },
  CLOSING_MISMATCH: {
    title: 'Closing balance does not match',
    what: 'On {date} the book comes to {expected}, declared was {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Look for a movement not entered, entered twice or wrong; submit the file with it again.',
  },
  OPENING_MISMATCH: {
    title: 'Opening balance does not continue the last closing one',
    what: 'At the start of {date} the book comes to {expected}, declared was {actual}, a difference of {difference}.',
    expected: 'a balance of {expected}',
    fix: 'Check what is missing in the book of the period before; submit it, or correct the opening balance.',
  },
  NEGATIVE_BALANCE: {
    title: 'Negative balance',
    what: 'Days that end below zero: {count}; the lowest is {actual}, at the end of {date}.',
    expected: 'a balance of zero or more',
    fix: 'Look for receipts not entered, wrong dates, or an opening balance that was not declared.',
  },
  OPENING_NOT_DECLARED: {
    title: 'No opening balance declared',
    what: 'No opening balance was declared; the book starts from 0 đồng on {date}.',
    fix: 'If there was a balance, submit the first file again with its opening balance.',
  },
  ROWS_QUARANTINED: {
    title: 'Rows set aside',
    what: 'Rows still set aside: {count}; their readable amounts come to {actual}, not added to the book.',
    fix: 'Correct these rows in the original and submit the whole file again for the same period: the new file replaces the old one.',
  },
  PERIOD_OVERLAP: {
    title: 'Two files cover the same days',
    what: 'This file and earlier ones ({count}) both cover days within {from}–{to}; movements may be counted twice.',
    expected: 'files that follow each other without common days',
    fix: 'If one file replaces the other, submit it again and say which one it replaces.',
  },
  SUPERSEDES_UNKNOWN: {
    title: 'The file said to be replaced is not in the book',
    what: 'A file is declared to replace {supersedes}…, but this book has no such file.',
    expected: 'the digest of a file in this book',
    fix: 'Check the digest of the replaced file; if it was wrong, submit the file again with the right one.',
  },
  DUPLICATE_ACROSS_FILES: {
    title: 'Possible duplicates between two files',
    what: 'Rows that equal a row of another file of this book (date, amount, document number, person, note): {count}, {actual} in all ({places}).',
    fix: 'Look at these rows; if entered twice, submit one of the two files again without the common part.',
  },
  GOODS_NEGATIVE: {
    title: 'More goods handed out than received',
    what: '{item}: handed out beyond what the book received: {quantity}.',
    expected: 'not more handed out than received',
    fix: 'Check that name and unit of measure are written alike in both tables, and look for receipts not entered.',
  },
};
