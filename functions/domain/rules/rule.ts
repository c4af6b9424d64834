import type { Severity } from '../finding.ts';

/** What a rule looks at, from the whole to the part; also the order in which people read them. */
export const SCOPES = {
  file: 'Cả tệp',
  table: 'Cả bảng',
  column: 'Từng cột',
  row: 'Từng dòng',
  cell: 'Từng ô',
  book: 'Sổ của một đơn vị',
} as const;
export type Scope = keyof typeof SCOPES;

/** What becomes of the thing concerned. */
export const CONSEQUENCES = {
  reject: 'Trả lại cả tệp',
  quarantine: 'Để riêng dòng đó, chưa ghi sổ',
  flag: 'Vẫn ghi sổ, nêu cảnh báo',
  ignore: 'Không phải số liệu, bỏ qua có ghi lý do',
} as const;
export type Consequence = keyof typeof CONSEQUENCES;

/** What a finding says, ready to read. */
export interface RenderedFinding {
  /** A short name. */
  readonly title: string;
  /** What is wrong, where and by how much. */
  readonly what: string;
  /** What should stand there; where something should. No sentence: it follows "expected:". */
  readonly expected?: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * One rule of the catalogue. The same data drives the checks, the reports, the docs and the method page. Its own
 * texts are Vietnamese. `{…}` in them are filled from the finding: see `render.ts`. They never hold the text of a
 * cell, because findings are published.
 */
export interface Rule extends RenderedFinding {
  readonly id: string;
  readonly scope: Scope;
  readonly severity: Severity;
  readonly consequence: Consequence;
  /** What is checked, for someone who reads the method. */
  readonly method: string;
  /** Where the rule comes from: law, regulation or bookkeeping practice. */
  readonly source?: string;
}

type RuleData = Omit<Rule, 'id' | 'scope'>;
export type RuleTable = Readonly<Record<string, RuleData>>;

interface Expecting {
  readonly expected: string;
}
/** Of a cell it can always be said what it should hold. */
export type CellRuleTable = Readonly<Record<string, RuleData & Expecting>>;
