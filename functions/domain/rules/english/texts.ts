import type { TEXT_RULES } from '../cell/texts.ts';
import type { English } from './english.ts';

export const TEXT_ENGLISH: English<typeof TEXT_RULES> = {
  CELL_TOO_LONG: {
    title: 'Cell too long',
    what: 'Rows with a cell of more than 2,000 characters: {count} ({places}).',
    expected: 'at most 2,000 characters',
    fix: 'Shorten the text of that cell; mostly a quote has glued several cells together.',
  },
  TEXT_E_NOTATION: {
    title: 'Account or document number shortened by Excel',
    what: 'Rows whose “{column}” was shortened by Excel to the form 1.00E+15, which loses digits: {count} ({places}).',
    expected: 'all digits, kept as text',
    fix: 'In the original select the column → Format Cells → Text, type these numbers again from the vouchers, save and submit the file again.',
  },
  TEXT_LOSSY: {
    title: 'Letters lost when saving',
    what: 'Rows whose “{column}” has lost letters, now ? or �: {count} ({places}).',
    expected: 'text with all its letters and accents',
    fix: 'Go back to the original that still has them, choose Save As → “Excel Workbook (.xlsx)” or “CSV UTF-8” (not plain “CSV”), and submit that file.',
  },
  FORMULA_ERROR: {
    title: 'Formula error',
    what: 'Rows whose “{column}” is an error of Excel, such as #N/A or #REF!: {count} ({places}).',
    expected: 'the right value of the cell',
    fix: 'Open the file in Excel, correct the formula or type the value, save and submit it again.',
  },
  FORMULA_NOT_CALCULATED: {
    title: 'Formula not calculated',
    what: 'Rows whose “{column}” is a formula without a stored result: {count} ({places}).',
    expected: 'the result of the formula, calculated and stored',
    fix: 'Open the file in Excel, let it calculate (or press F9), save and submit it again.',
  },
  FORMULA_AS_TEXT: {
    title: 'Cell that starts like a formula',
    what: 'Rows whose “{column}” starts with = or @; kept as text and never evaluated: {count} ({places}).',
    expected: 'text that does not start with = or @',
    fix: 'Nothing has to be done if it is meant as text; if a formula was typed by mistake, replace it by its value and submit the file again.',
  },
};
