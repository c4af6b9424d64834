import { BOOK_RULES } from './book-rules.ts';
import { FILE_RULES } from './file-rules.ts';
import { ROW_RULES, TABLE_RULES } from './row-rules.ts';
import type { Rule, RuleTable, Scope } from './rule.ts';

export type RuleId =
  | keyof typeof FILE_RULES
  | keyof typeof TABLE_RULES
  | keyof typeof ROW_RULES
  | keyof typeof BOOK_RULES;

const ofScope = (scope: Scope, rules: RuleTable): Rule[] =>
  Object.entries(rules).map(([id, rule]) => ({ id, scope, ...rule }));

/** Every rule there is, in reading order. */
export const RULES: readonly Rule[] = [
  ...ofScope('file', FILE_RULES),
  ...ofScope('table', TABLE_RULES),
  ...ofScope('row', ROW_RULES),
  ...ofScope('book', BOOK_RULES),
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id);

/** The rule of an id that the compiler knows. */
export function rule(id: RuleId): Rule {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}
