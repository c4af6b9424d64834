import type { BYTE_RULES } from '../file/bytes.ts';
import type { English } from './english.ts';

export const BYTE_ENGLISH: English<typeof BYTE_RULES> = {
  FILE_EMPTY: {
    title: 'Empty file',
    what: 'The file holds no text at all.',
    expected: 'a table with a heading row and data',
    fix: 'Open the file again, make sure that it was saved, then submit it again.',
  },
  FILE_NOT_A_TABLE: {
    title: 'Not a table',
    what: 'This file is “{format}”, not a CSV, TXT or Excel (.xlsx) table, whatever its name says.',
    expected: 'a CSV, TXT or Excel (.xlsx) file',
    fix: 'Open the original table in Excel (an old .xls too), choose Save As → “Excel Workbook (.xlsx)” or “CSV UTF-8”, then submit the saved file; no PDF and no picture.',
  },
  FILE_ENCODING_UNKNOWN: {
    title: 'Unknown character encoding',
    what: 'From row {row} there is text that no known encoding turns into Vietnamese.',
    expected: 'Vietnamese text saved as Unicode (UTF-8)',
    fix: 'Open the original in Excel, check that the text looks right, choose Save As → “Excel Workbook (.xlsx)” or “CSV UTF-8”, then submit it again.',
  },
  FILE_NUL_BYTES: {
    title: 'Bytes that are not text',
    what: 'The file holds a NUL byte in row {row}: it is no text table, or it was damaged when copied or downloaded.',
    expected: 'nothing but text',
    fix: 'Copy or download the file again from the original; if Excel opens it, choose Save As → “CSV UTF-8”, then submit it again.',
  },
  FILE_NOT_UTF8: {
    title: 'Damaged text',
    what: 'The file is UTF-8, but from row {row} it holds bytes that are not.',
    expected: 'one encoding throughout, best UTF-8',
    fix: 'If the file was joined from several, save each as “CSV UTF-8” first; otherwise copy it again from the original. Then submit it again.',
  },
  FONT_CONVERTED: {
    title: 'Legacy font converted to Unicode',
    what: 'The text was typed for the legacy font {font}; it was converted to Unicode.',
    expected: 'Unicode text',
    fix: 'Look at the preview before accepting: if names read right, nothing is to be done. If not, choose another font, or convert the file with UniKey and submit it again.',
  },
  FILE_TOO_LARGE: {
    title: 'File too large',
    what: 'The file has {bytes} bytes, more than the limit of {limit}.',
    expected: 'at most {limit} bytes',
    fix: 'Split the file by month or quarter and submit the parts.',
  },
  LINE_TOO_LONG: {
    title: 'Row too long',
    what: 'Row {row} is longer than {limit} characters.',
    expected: 'at most {limit} characters a row',
    fix: 'Look for a quote (") that is opened and never closed in this row or right before it, then submit the file again.',
  },
  LINE_ENDS_OLD_MAC: {
    title: 'Unsupported line ends',
    what: 'From row {row} lines are separated by CR alone, so that the whole file runs into one row.',
    expected: 'LF or CR LF at the end of each line',
    fix: 'In Excel choose Save As → “CSV UTF-8 (Comma delimited)”, not “CSV (Macintosh)”, then submit it again.',
  },
  QUOTE_UNCLOSED: {
    title: 'Quote never closed',
    what: 'Row {row} opens a quote (") that is not closed before the end of the file.',
    expected: 'a closing quote for each opening one',
    fix: 'Open the file in Excel, delete the stray quote in this row, save as CSV UTF-8 and submit it again.',
  },
};
