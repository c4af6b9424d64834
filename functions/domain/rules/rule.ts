import type { Finding, Severity } from '../finding.ts';

/** What a rule looks at; also the order in which people read them. */
export const SCOPES = {
  file: 'Cả tệp',
  table: 'Bảng và cột',
  row: 'Từng dòng',
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

/** One rule of the catalogue. The same data drives the checks, the reports, the docs and the method page. */
export interface Rule {
  readonly id: string;
  readonly scope: Scope;
  readonly severity: Severity;
  readonly consequence: Consequence;
  /** A short name, Vietnamese. */
  readonly title: string;
  /** What is checked, for someone who reads the method. */
  readonly method: string;
  /** What is wrong, where and by how much. `{…}` are filled from the finding: see `render.ts`. */
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where the rule comes from: law, regulation or bookkeeping practice. */
  readonly source?: string;
}

export type RuleTable = Readonly<Record<string, Omit<Rule, 'id' | 'scope'>>>;

/** What a finding says, ready to read. */
export interface RenderedFinding {
  readonly title: string;
  readonly what: string;
  readonly fix: string;
}

export type Render = (finding: Finding) => RenderedFinding;
