import { type Issue, MAX_PLACES } from '../finding.ts';
import { addVnd, type Vnd, ZERO_VND } from '../money.ts';
import { type RuleId, rule } from '../rules/catalogue.ts';
import { cut } from '../text.ts';

/** Of the text at fault, enough to find it by. */
const MAX_VALUE_LENGTH = 200;

export interface Occurrence {
  readonly row?: number;
  /** The title of the contract's column. */
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Summed over all occurrences. */
  readonly amountVnd?: Vnd | undefined;
  /** The text at fault; only the first is kept, for the treasurer alone. */
  readonly value?: string;
}

/** Gathers what is noticed: the same thing noticed again adds to its count, and to its places up to a limit. */
export class Collector {
  readonly #issues = new Map<string, { -readonly [K in keyof Issue]: Issue[K] }>();

  add(id: RuleId, occurrence: Occurrence): void {
    const { row, column, params, amountVnd, value } = occurrence;
    const key =
      params === undefined ? `${id}\n${column ?? ''}` : `${id}\n${column ?? ''}\n${JSON.stringify(params)}`;
    const known = this.#issues.get(key);
    if (known === undefined) {
      this.#issues.set(key, {
        rule: id,
        severity: rule(id).severity,
        count: 1,
        ...(row === undefined ? {} : { rows: [row] }),
        ...(column === undefined ? {} : { column }),
        ...(params === undefined ? {} : { params: { ...params } }),
        ...(amountVnd === undefined ? {} : { actualVnd: amountVnd }),
        ...(value === undefined ? {} : { value: cut(value, MAX_VALUE_LENGTH) }),
      });
      return;
    }
    known.count += 1;
    if (row !== undefined && known.rows && known.rows.length < MAX_PLACES) known.rows.push(row);
    if (amountVnd !== undefined) known.actualVnd = addVnd(known.actualVnd ?? ZERO_VND, amountVnd);
  }

  /** In order of first notice. */
  get issues(): Issue[] {
    return [...this.#issues.values()];
  }
}

/** The publishable part of an issue: without the text of the cell. */
export function toFinding({ value: _private, ...finding }: Issue) {
  return finding;
}
