import type { TABLE_RULES } from '../table-rules.ts';
import type { English } from './english.ts';
import { STATEMENT_TABLE_ENGLISH } from './statement-table.ts';

export const TABLE_ENGLISH: English<typeof TABLE_RULES> = {
  ...STATEMENT_TABLE_ENGLISH,
  HEADING_NOT_FOUND: {
    title: 'No heading row found',
    what: 'From row {row} there is no heading of the kind “{kind}”.',
    expected: 'a heading row with the columns: {example}',
    fix: 'Put a heading row right above the data, with the names of the template (such as {example}); or say which row is the heading.',
  },
  HEADING_QUOTES: {
    title: 'Stray quote in the heading row',
    what: 'The heading row (row {row}) has a quote (") in the wrong place.',
    expected: 'headings without quotes',
    fix: 'Open the file in Excel, delete the quotes in the headings, save as CSV UTF-8 and submit it again.',
  },
  FILE_HEADING_ONLY: {
    title: 'Nothing but a heading row',
    what: 'The heading is in row {row}, but there is no data below it.',
    expected: 'at least one row of data, or a row “Tổng cộng” with 0',
    fix: 'Enter the data and submit the file again. Contributions, disbursements or a statement of a period without movements: write a row “Tổng cộng” with the amount 0 below the heading (for a statement, also print or declare the opening and closing balance), and submit the file again.',
  },
  NO_MOVEMENTS: {
    title: 'No movements in this period',
    what: 'The file has no movements and says so: nothing happened in this period.',
    fix: 'Nothing has to be done. If there were movements after all, enter them and submit the file again for the same period.',
  },
  WRONG_KIND: {
    title: 'Wrong kind of table',
    what: 'The file was submitted as “{kind}”, but its columns are those of “{other}” ({columns}).',
    expected: 'columns of “{kind}”',
    fix: 'Submit this file as “{other}”, or choose the right file for “{kind}”.',
  },
  COLUMNS_TOO_MANY: {
    title: 'Too many columns',
    what: 'The heading row has {columns} columns, more than the limit of {limit}.',
    expected: 'at most {limit} columns',
    fix: 'Delete empty or foreign columns on the right and submit the file again.',
  },
  UNIT_CONFLICT: {
    title: 'Two units of money',
    what: 'The lines above the table say {title}, the heading “{column}” says {heading}.',
    expected: 'one unit of money for the column “{column}”',
    fix: 'Keep the right one, delete the other, and submit the file again.',
  },
  GOODS_TOO_VARIED: {
    title: 'Too many kinds of goods',
    what: 'By row {row} the file holds too many different kinds of goods (5,000 at most).',
    expected: 'at most 5,000 kinds of goods',
    fix: 'Check whether the column “Hiện vật” was filled with names of people or notes, then submit the file again.',
  },
  SUM_TOO_LARGE: {
    title: 'Sum beyond reason',
    what: 'Added up to row {row}, amounts, stated values or quantities exceed what is possible (10,000 billion VND).',
    expected: 'a sum of at most 10,000 billion VND',
    fix: 'Look for a row with too many zeros, or an account number in the amount column; correct it and submit the file again.',
  },
  PERIOD_DIFFERS: {
    title: 'Period in the file differs from the declared one',
    what: 'The lines above the table say {from}–{to}, the declaration says {declaredFrom}–{declaredTo}.',
    expected: 'the period {declaredFrom}–{declaredTo}',
    fix: 'If the wrong file or period was chosen, submit the right one; if the title still names an earlier period, correct it.',
  },
  TOTAL_UNREADABLE: {
    title: 'Total unreadable',
    what: 'Total rows with an unreadable amount, which cannot be checked: {count} ({places}).',
    expected: 'a whole number of đồng, such as 1.500.000',
    fix: 'Write the total as a whole number of đồng, such as 1.500.000, and submit the file again.',
  },
  TOTAL_WORDS_DIFFER: {
    title: 'Total in words differs from total in digits',
    what: 'Row {row}: the total is {expected} in digits and {actual} in words.',
    expected: 'words that say {expected}',
    fix: 'Add up the rows again, correct the digits or the words, and submit the file again.',
  },
  TOTALS_NOT_LISTED: {
    title: 'Not all totals are listed',
    what: 'The file has more than 200 total rows; not listed in the reconciliation: {count} ({places}).',
    fix: 'Nothing has to be done. Better drop the totals of pages and keep the one at the end.',
  },
  DUPLICATES_SOUGHT_IN_PART: {
    title: 'Duplicates sought in the first part only',
    what: 'From row {row} on, duplicates were not looked for, because the file is too long.',
    fix: 'Nothing has to be done. To have duplicates sought everywhere, split the file by month.',
  },
};
