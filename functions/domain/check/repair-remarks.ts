import type { Finding, Issue, Severity } from '../finding.ts';
import { CONTRACT } from '../parse/contract.ts';
import type { Layout } from '../parse/table/layout.ts';
import { rule } from '../rules/catalogue.ts';
import { renderFinding } from '../rules/render.ts';
import type { RenderedFinding } from '../rules/rule.ts';
import { toldIn } from './account-money.ts';
import type { Outcome } from './outcome.ts';
import type { Remark } from './row-sink.ts';
import { totalMismatches } from './total-mismatches.ts';

/** A finding of one row, with what the cell should hold where that is safe to say. */
export interface RowFinding {
  readonly finding: Finding;
  readonly suggestion?: string | undefined;
  /** It is said of the whole file, and stands beside a row only because it must stand somewhere. */
  readonly ofFile?: true;
}

/** What is written beside a row. */
export interface RowWords {
  readonly error: string;
  readonly fix: string;
  /** The gravest; absent where nothing is written. */
  readonly severity?: Severity;
}

export const NO_WORDS: RowWords = { error: '', fix: '' };

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

export function remarkFinding(row: number, { rule: id, ...found }: Remark): RowFinding {
  const { column, params, amountVnd, expectedVnd, differenceVnd, suggestion } = found;
  return {
    finding: {
      rule: id,
      severity: rule(id).severity,
      count: 1,
      rows: [row],
      ...(column === undefined ? {} : { column }),
      ...(params === undefined ? {} : { params: { ...params } }),
      ...(amountVnd === undefined ? {} : { actualVnd: amountVnd }),
      ...(expectedVnd === undefined ? {} : { expectedVnd }),
      ...(differenceVnd === undefined ? {} : { differenceVnd }),
    },
    suggestion,
  };
}

/** Different wordings of a file are few; more come only of texts that a file put into them. */
const MAX_KNOWN = 1_000;

/** Finds the words for the rows of one file. A million rows may have the same thing said beside them. */
export class RowWriter {
  readonly #layout: Layout | undefined;
  readonly #currency: string | undefined;
  readonly #known = new Map<string, RenderedFinding>();

  /** @param currency that the amounts are thousandths of; undefined where they are whole đồng */
  constructor(layout: Layout | undefined, currency: string | undefined) {
    this.#layout = layout;
    this.#currency = currency;
  }

  /** The words for one row, the gravest first. What is only good to know is left to the report. */
  words(findings: readonly RowFinding[]): RowWords {
    const told = findings
      .filter(({ finding }) => finding.severity !== 'info')
      .sort((a, b) => GRAVITY.indexOf(a.finding.severity) - GRAVITY.indexOf(b.finding.severity))
      .map((one) => this.#sentence(one));
    if (told.length === 0) return NO_WORDS;
    return {
      error: numbered(told.map(({ error }) => error)),
      fix: numbered(told.map(({ fix }) => fix)),
      ...(told[0] && { severity: told[0].severity }),
    };
  }

  #sentence({ finding, suggestion, ofFile }: RowFinding) {
    const { severity, column, differenceVnd } = finding;
    // Two figures that should have met say more than a title; what is said of the file names its places itself.
    const inFull = ofFile === true || differenceVnd !== undefined;
    const { title, what, fix } = inFull
      ? renderFinding(toldIn(this.#currency, finding, 'vi'))
      : this.#rendered(finding);
    const where = column === undefined ? '' : ` (cột “${headingOf(column, this.#layout)}”)`;
    const said = ofFile ? `Cả tệp: ${title}. ${what}` : inFull ? what : title + where;
    return {
      error: severity === 'warning' ? `Xem lại: ${said}` : said,
      fix: suggestion === undefined ? fix : `→ ${suggestion}  ${fix}`,
      severity,
    };
  }

  /** Title and fix tell of no row and no amount, so they are the same wherever the rest is. */
  #rendered(finding: Finding): RenderedFinding {
    const { rule: id, column = '', params } = finding;
    const key = `${id}\n${column}\n${params === undefined ? '' : JSON.stringify(params)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const rendered = renderFinding(finding);
    if (this.#known.size < MAX_KNOWN) this.#known.set(key, rendered);
    return rendered;
  }
}

const numbered = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? '') : texts.map((text, i) => `${i + 1}) ${text}`).join(' ');

/** The column as the treasurer's own file heads it. */
function headingOf(title: string, layout: Layout | undefined): string {
  const position = positionOf(title, layout);
  return (position === undefined ? undefined : layout?.columns[position]?.heading) ?? title;
}

/** Where the column of that title stands in the file. */
export function positionOf(title: string, layout: Layout | undefined): number | undefined {
  if (layout === undefined) return undefined;
  const name = CONTRACT[layout.kind].find((column) => column.title === title)?.name;
  return name === undefined ? undefined : layout.at[name];
}

/**
 * What is known only once the whole file was read, by the row where it is to be written: reasons for which it
 * goes back, amounts unlike all others, sums that do not meet.
 * @param firstRow the first row below the heading, where what is said of the whole file finds its place
 */
export function lateFindings(outcome: Outcome, firstRow: number): ReadonlyMap<number, readonly RowFinding[]> {
  const late = new Map<number, RowFinding[]>();
  const put = (row: number, finding: RowFinding) => late.set(row, [...(late.get(row) ?? []), finding]);
  const refusals: readonly Issue[] = outcome.refusal ?? [];
  const others = (outcome.table?.report.issues ?? []).filter((issue) => !refusals.includes(issue));
  for (const issue of [...refusals, ...others, ...totalMismatches(outcome)]) {
    const { places: _places, value: _value, ...finding } = issue;
    const below = (issue.rows ?? []).filter((row) => row >= firstRow);
    if (below.length === 0 && issue.severity !== 'info') put(firstRow, { finding, ofFile: true });
    for (const row of below)
      put(row, { finding: inOneRow(finding, row), suggestion: suggestionAt(issue, row) });
  }
  return late;
}

function inOneRow(finding: Finding, row: number): Finding {
  if (finding.count === 1) return finding;
  // Its amounts are sums over all places.
  const { actualVnd: _actual, ...rest } = finding;
  return { ...rest, count: 1, rows: [row] };
}

const suggestionAt = ({ places = [] }: Issue, row: number): string | undefined =>
  places.find((place) => place.row === row)?.suggestion;
