import { BOOK_RULES } from './book-rules.ts';
import { CELL_RULES } from './cell-rules.ts';
import { COLUMN_RULES } from './column-rules.ts';
import { FILE_RULES } from './file-rules.ts';
import { ROW_RULES } from './row-rules.ts';
import type { Rule, RuleTable, Scope } from './rule.ts';
import { TABLE_RULES } from './table-rules.ts';

const TABLES = {
  file: FILE_RULES,
  table: TABLE_RULES,
  column: COLUMN_RULES,
  row: ROW_RULES,
  cell: CELL_RULES,
  book: BOOK_RULES,
} as const satisfies Record<Scope, RuleTable>;

type IdIn<Table> = Table extends RuleTable ? keyof Table : never;
/** Codes are stable: reports of years ago name them. */
export type RuleId = IdIn<(typeof TABLES)[Scope]>;

const ofScope = ([scope, rules]: [string, RuleTable]): Rule[] =>
  Object.entries(rules).map(([id, rule]) => ({ id, scope: scope as Scope, ...rule }));

/** Every rule there is, in reading order. */
export const RULES: readonly Rule[] = Object.entries<RuleTable>(TABLES).flatMap(ofScope);

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id);

/** The rule of an id that the compiler knows. */
export function rule(id: RuleId): Rule {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}
