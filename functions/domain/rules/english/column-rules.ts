import type { COLUMN_RULES } from '../column-rules.ts';
import type { English } from './english.ts';

export const COLUMN_ENGLISH: English<typeof COLUMN_RULES> = {
  COLUMN_MISSING: {
    title: 'Required column missing',
    what: 'The table has no column “{column}”.',
    expected: 'a column “{column}” or “{english}”',
    fix: 'Add the column “{column}” (in English: {english}) and submit the file again; if it is there under another name, say which one it is.',
  },
  COLUMN_REPEATED: {
    title: 'Column repeated',
    what: 'The column “{column}” stands {times} times in the heading row.',
    expected: 'one column “{column}”',
    fix: 'Keep one column “{column}”, delete or rename the other, and submit the file again.',
  },
  COLUMN_MONEY_UNREAD: {
    title: 'Unknown column that looks like money',
    what: 'Columns outside the template whose cells look like amounts: {count}, from {places}. They are not counted.',
    expected: 'every amount in the column “Số tiền (đồng)”',
    fix: 'If this is money received or paid, move it to “Số tiền (đồng)”, one row for each amount, and submit the file again; if it is for reference only, do nothing.',
  },
  COLUMN_UNKNOWN: {
    title: 'Columns unknown to the template',
    what: 'Columns that the template does not have: {columns}; their content is kept and not published.',
    fix: 'Nothing has to be done. If one of them is a column of the template under another name, rename it.',
  },
  NUMBERS_MIXED: {
    title: 'Two ways of writing numbers in one column',
    what: 'The column “{column}” groups thousands by dots (row {rowDot}) and by commas (row {rowComma}).',
    expected: 'one style for the whole column, such as 1.234.567',
    fix: 'Look at these two rows, write the whole column in one style (dots are best: 1.234.567), and submit the file again.',
  },
  NUMBERS_AMBIGUOUS: {
    title: 'Thousands or decimals unclear',
    what: 'In the column “{column}”, figures like 1.500 may mean 1500 or 1.5, and nothing in the column decides.',
    expected: 'clear figures, such as 1500 or 1.500.000',
    fix: 'Say which sign groups thousands in this column (dot or comma); or write the figures without separators and submit the file again.',
  },
  NUMBERS_ASSUMED: {
    title: 'Quantities read the Vietnamese way',
    what: 'Nothing in the column “{column}” tells its style; it was read with dots for thousands and a decimal comma.',
    expected: 'dots for thousands, a comma for decimals: 1.500 or 70,1',
    fix: 'Look at the preview: if it is right, nothing has to be done; if not, choose the other style for this column.',
  },
};
