/** Every reason for which a workbook may be refused. */
export const WORKBOOK_RULES = [
  'FILE_EMPTY',
  'FILE_NOT_A_TABLE',
  'SHEET_NOT_FOUND',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_TOO_LARGE',
  'WORKBOOK_TOO_WIDE',
] as const;
