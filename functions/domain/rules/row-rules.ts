import { MEANING_RULES } from './row/meaning.ts';
import { REGISTER_RULES } from './row/register.ts';
import { SHAPE_RULES } from './row/shape.ts';
import { STATEMENT_RULES } from './row/statement.ts';
import type { RuleTable } from './rule.ts';

/** One row at a time. `quarantine`: the row is set aside, counted, and not entered. */
export const ROW_RULES = {
  ...SHAPE_RULES,
  ...MEANING_RULES,
  ...STATEMENT_RULES,
  ...REGISTER_RULES,
} as const satisfies RuleTable;
