import type { WORKBOOK_RULES } from '../file/workbook.ts';
import type { English } from './english.ts';

export const WORKBOOK_ENGLISH: English<typeof WORKBOOK_RULES> = {
  WORKBOOK_DAMAGED: {
    title: 'Damaged workbook',
    what: 'This Excel file is damaged or incomplete and cannot be opened.',
    expected: 'an .xlsx file that Excel opens',
    fix: 'Open the original in Excel (let it repair the file if it asks), check the figures, save as a new .xlsx file and submit that.',
  },
  WORKBOOK_ENCRYPTED: {
    title: 'Workbook with a password',
    what: 'This Excel file cannot be opened without a password.',
    expected: 'an Excel file without a password to open it',
    fix: 'In Excel go to File → Info → Protect Workbook → Encrypt with Password, clear the password, save and submit the file again.',
  },
  WORKBOOK_TOO_LARGE: {
    title: 'Workbook too large',
    what: 'This Excel file is larger than what is taken ({what}: at most {limit}).',
    expected: '{what}: at most {limit}',
    fix: 'Copy the data alone into a new workbook (no pictures, no empty formatted rows), or split it by month, then submit it again.',
  },
  WORKBOOK_TOO_WIDE: {
    title: 'Sheet too wide',
    what: 'The sheet has {columns} columns, more than the limit of {limit}.',
    expected: 'at most {limit} columns',
    fix: 'Delete the empty columns on the right of the table, save and submit it again.',
  },
  SHEET_NOT_FOUND: {
    title: 'No such sheet',
    what: 'The workbook has no sheet named “{sheet}”.',
    expected: 'one of the sheets: {sheets}',
    fix: 'Choose one of its sheets: {sheets}.',
  },
  SHEETS_UNREAD: {
    title: 'Sheets not read',
    what: 'One sheet was read; other sheets that hold text too: {count}.',
    fix: 'If the data is on another sheet, choose that one. If several sheets hold data, put it on one sheet or save each as a file of its own.',
  },
  HIDDEN_ROWS: {
    title: 'Hidden rows',
    what: 'The sheet has {count} hidden rows; they were read like all others.',
    fix: 'Clear filters and unhide the rows in Excel; delete those that do not belong to the book, then submit it again.',
  },
};
