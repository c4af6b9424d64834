/** Every reason for which a workbook may be refused. */
export const WORKBOOK_RULES = [
  'FILE_EMPTY',
  'SHEET_NOT_FOUND',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_NO_SHEET',
  'WORKBOOK_OTHER_FORMAT',
  'WORKBOOK_TOO_LARGE',
  'WORKBOOK_TOO_WIDE',
] as const;
