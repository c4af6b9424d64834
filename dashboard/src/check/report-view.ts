/** A report put in the order in which a treasurer reads it. */
import { namedIn } from '#domain/check/account-money.ts';
import type { CheckReport, ReportIssue } from '#domain/check/report.ts';
import { CONTRACT } from '#domain/parse/contract.ts';
import { SCOPES } from '#domain/rules/rule.ts';

type Severity = ReportIssue['severity'];
type Layer = ReportIssue['layer'];

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'Phải sửa',
  warning: 'Nên xem lại',
  info: 'Để biết',
};

export interface LayerGroup {
  readonly layer: Layer;
  readonly name: string;
  readonly issues: readonly ReportIssue[];
  /** Places in all. */
  readonly places: number;
}
export interface SeverityGroup {
  readonly severity: Severity;
  readonly name: string;
  readonly kinds: number;
  readonly places: number;
  readonly layers: readonly LayerGroup[];
}

const placesOf = (issues: readonly ReportIssue[]): number =>
  issues.reduce((sum, { count }) => sum + count, 0);

/** Worst first, and from the whole file to the single cell; groups without any issue left out. */
export const issueGroups = (issues: readonly ReportIssue[]): SeverityGroup[] =>
  Object.entries(SEVERITIES).flatMap(([key, name]) => {
    const severity = key as Severity;
    const own = issues.filter((issue) => issue.severity === severity);
    if (own.length === 0) return [];
    return [{ severity, name, kinds: own.length, places: placesOf(own), layers: layersOf(own) }];
  });

/** Of one file: sums that it states itself. */
const LAYERS = { ...SCOPES, book: 'Các phép cộng' };

const layersOf = (issues: readonly ReportIssue[]): LayerGroup[] =>
  Object.entries(LAYERS).flatMap(([key, name]) => {
    const layer = key as Layer;
    const own = issues.filter((issue) => issue.layer === layer);
    return own.length === 0 ? [] : [{ layer, name, issues: own, places: placesOf(own) }];
  });

/**
 * Position in the file of a column that an issue names, by its title or its name; undefined where the issue is
 * about no column, or the file has none such.
 */
export function positionOf(
  { preview: { columns }, headings }: Pick<CheckReport, 'preview' | 'headings'>,
  column: string | null,
): number | undefined {
  let from = 0;
  for (const { name, title, heading } of columns) {
    // The columns known are some of the headings, in the same order.
    const at = headings.indexOf(heading, from);
    if (at === -1) continue;
    if (title === column || name === column) return at;
    from = at + 1;
  }
  return undefined;
}

const columnOf = (kind: CheckReport['kind'], name: string) =>
  CONTRACT[kind ?? 'contributions'].find((column) => column.name === name);

/** A cell as it was understood, its code in words. */
export const readable = (kind: CheckReport['kind'], name: string, cell: string): string =>
  columnOf(kind, name)?.codes?.[cell] ?? cell;

/** Whether the cells of a column are figures, which stand to the right. */
export const isFigure = (kind: CheckReport['kind'], name: string): boolean => {
  const type = columnOf(kind, name)?.type;
  return type === 'vnd' || type === 'quantity' || type === 'count';
};

/** Whether an inference only says that a column has the very name that the template gives it. */
export const isPlainColumn = (
  { kind, currency }: Pick<CheckReport, 'kind' | 'currency'>,
  { what, value, heading, overridden, confidence }: CheckReport['inferred'][number],
): boolean =>
  what === 'column' &&
  !overridden &&
  confidence === 1 &&
  namedIn(currency, columnOf(kind, value)?.title ?? '') === heading;

/** As the command line prints it, to the last byte. */
export const reportJson = (report: CheckReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** A file's name without its ending, for the names of what is made of it. */
export const baseName = (name: string): string => name.replace(/\.[^.]{1,5}$/, '') || 'tep';
