import { AMOUNT_RULES } from './cell/amounts.ts';
import { CODE_RULES } from './cell/codes.ts';
import { DATE_RULES } from './cell/dates.ts';
import { TEXT_RULES } from './cell/texts.ts';
import type { CellRuleTable } from './rule.ts';

/** One cell at a time. `quarantine`: the row it stands in is set aside, counted, and not entered. */
export const CELL_RULES = {
  ...TEXT_RULES,
  ...DATE_RULES,
  ...AMOUNT_RULES,
  ...CODE_RULES,
} as const satisfies CellRuleTable;
