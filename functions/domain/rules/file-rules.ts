import { BYTE_RULES } from './file/bytes.ts';
import { DECLARATION_RULES } from './file/declaration.ts';
import { WORKBOOK_RULES } from './file/workbook.ts';
import type { RuleTable } from './rule.ts';

/** A file as a whole. `reject`: nothing of it is entered; the file itself is kept. */
export const FILE_RULES = {
  ...BYTE_RULES,
  ...WORKBOOK_RULES,
  ...DECLARATION_RULES,
} as const satisfies RuleTable;
