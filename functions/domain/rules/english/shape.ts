import type { SHAPE_RULES } from '../row/shape.ts';
import type { English } from './english.ts';

export const SHAPE_ENGLISH: English<typeof SHAPE_RULES> = {
  ROW_RAGGED: {
    title: 'Too many or too few cells',
    what: 'Rows whose number of cells differs from the heading row: {count} ({places}).',
    expected: 'as many cells as the heading row',
    fix: 'Mostly a comma within text that is not quoted. Open the file in Excel, correct the row, save as CSV UTF-8.',
  },
  QUOTE_STRAY: {
    title: 'Stray quote',
    what: 'Rows with a quote (") in the wrong place: {count} ({places}).',
    expected: 'the whole cell in quotes, and each " inside it written as ""',
    fix: 'Open the file in Excel, correct the cell, save as CSV UTF-8: Excel writes the quotes as they should be.',
  },
  ROW_NOT_DATA: {
    title: 'Text between the data',
    what: 'Rows between the data that are neither data nor heading nor total: {count} ({places}).',
    expected: 'a full row of data, a heading or a total',
    fix: 'Delete page footers and remarks; if it is data whose cells are glued together, put each into its column and submit the file again.',
  },
  DITTO_NOTHING_ABOVE: {
    title: 'Ditto mark with nothing above',
    what: 'Rows with a ditto mark in the column “{column}” and nothing above to repeat: {count} ({places}).',
    expected: 'the full text of the column “{column}”',
    fix: 'Write the text of that cell in full and submit the file again.',
  },
};
