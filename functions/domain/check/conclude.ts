import type { Period } from '../date.ts';
import type { Finding, Issue } from '../finding.ts';
import type { Column } from '../parse/column.ts';
import { CONTRACT } from '../parse/contract.ts';
import type { DateOrder, Font, Multiplier, NumberStyle, Overrides } from '../parse/reading.ts';
import type { Layout } from '../parse/table/layout.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { NumberEvidence } from '../parse/values/figure-column.ts';
import type { TableEvidence } from '../validate/evidence.ts';

/** The columns of figures that a file has. */
export function figureColumns(layout: Layout): Column[] {
  const present = new Set(layout.columns.map(({ name }) => name));
  return CONTRACT[layout.kind].filter(
    ({ name, type }) => (type === 'vnd' || type === 'quantity') && present.has(name),
  );
}

/** The sign between thousands that the column's own cells prove; undefined where they prove nothing, or both. */
function proven(evidence: NumberEvidence | undefined): NumberStyle | undefined {
  if (evidence === undefined || evidence.dot > 0 === evidence.comma > 0) return undefined;
  return evidence.dot > 0 ? 'dot' : 'comma';
}

/** What the columns prove together: one program wrote them all. Undefined where they disagree or prove nothing. */
function provenTogether(evidence: TableEvidence): NumberStyle | undefined {
  const styles = new Set(
    Object.values(evidence.numbers)
      .map(proven)
      .filter((style) => style !== undefined),
  );
  const [only] = styles;
  return styles.size === 1 ? only : undefined;
}

/** Figures of money stand for what the heading says, else for what the lines above the table say, else for đồng. */
export function multiplierOf(layout: Layout, { name, type }: Column, overrides: Overrides): Multiplier {
  if (type !== 'vnd') return 1;
  const said = overrides.multipliers?.[name];
  const heading = layout.columns.find((column) => column.name === name)?.multiplier;
  return said ?? heading ?? layout.titles.multiplier?.value ?? 1;
}

/** Of dates written month first, three in five have a day beyond the twelfth; fewer than this are slips of a pen. */
const MONTH_FIRST_SHARE = 0.3;
/** One cell is a slip of a pen in any file, and must not turn the days of its neighbours. */
const MONTH_FIRST_LEAST = 2;

/** Day first, unless many days are days of the calendar with the month first only, and none the other way. */
const dateOrder = ({ dmy, mdy, either }: TableEvidence['dates']): DateOrder =>
  mdy >= MONTH_FIRST_LEAST && dmy === 0 && mdy >= MONTH_FIRST_SHARE * (mdy + either) ? 'mdy' : 'dmy';

/** How to read a table, by what a person said, else by what its cells show, else as Vietnamese write. */
export function planOf(
  layout: Layout,
  font: Font,
  overrides: Overrides,
  evidence?: TableEvidence,
): TablePlan {
  const together = evidence && provenTogether(evidence);
  const columns = figureColumns(layout);
  const styleOf = ({ name }: Column): NumberStyle =>
    overrides.numbers?.[name] ?? proven(evidence?.numbers[name]) ?? together ?? 'dot';
  return {
    layout,
    font,
    dates: overrides.dates ?? (evidence ? dateOrder(evidence.dates) : 'dmy'),
    styles: Object.fromEntries(columns.map((column) => [column.name, styleOf(column)])),
    multipliers: Object.fromEntries(
      columns.map((column) => [column.name, multiplierOf(layout, column, overrides)]),
    ),
    ...(isNewestFirst(evidence) ? { newestFirst: true as const } : {}),
  };
}

const isNewestFirst = (evidence: TableEvidence | undefined): boolean =>
  evidence?.order !== undefined && evidence.order.down > evidence.order.up;

/** Whether two plans read every cell alike. */
export const samePlan = (a: TablePlan, b: TablePlan): boolean =>
  a.dates === b.dates &&
  a.font === b.font &&
  a.newestFirst === b.newestFirst &&
  Object.entries(a.styles).every(([name, style]) => b.styles[name] === style);

const refusal = (rule: string, column: string, more: Partial<Issue>): Issue => ({
  rule,
  severity: 'error',
  count: 1,
  column,
  ...more,
});

/** Columns that cannot be read one way only: the file goes back, as any reading would be a guess. */
export function refusalsOf(plan: TablePlan, overrides: Overrides, evidence: TableEvidence): Issue[] {
  const { layout } = plan;
  return figureColumns(layout).flatMap((column) => {
    const found = evidence.numbers[column.name];
    if (found === undefined || overrides.numbers?.[column.name] !== undefined) return [];
    return [mixed(column, found), unclear(column, found, evidence)].filter((issue) => issue !== undefined);
  });
}

/** Of which the two units that a title and a heading name differ. */
export function unitConflicts({ layout }: TablePlan, overrides: Overrides): Issue[] {
  const title = layout.titles.multiplier;
  if (title === undefined) return [];
  return figureColumns(layout).flatMap(({ name, title: column }) => {
    const match = layout.columns.find((one) => one.name === name);
    const heading = match?.multiplier;
    if (heading === undefined || heading === title.value || overrides.multipliers?.[name] !== undefined)
      return [];
    const params = { title: title.text, heading: match?.heading ?? '' };
    return [refusal('UNIT_CONFLICT', column, { params, rows: [title.row] })];
  });
}

/** The lines above the table name a period, and it is not the declared one. */
export function periodNote({ layout }: TablePlan, declared: Period | undefined): Finding[] {
  const stated = layout.titles.period;
  if (stated === undefined || declared === undefined) return [];
  if (stated.from === declared.from && stated.to === declared.to) return [];
  const params = { from: stated.from, to: stated.to, declaredFrom: declared.from, declaredTo: declared.to };
  return [{ rule: 'PERIOD_DIFFERS', severity: 'warning', count: 1, rows: [stated.row], params }];
}

function mixed({ title }: Column, { dot, comma, firstDot, firstComma }: NumberEvidence): Issue | undefined {
  if (dot === 0 || comma === 0 || firstDot === undefined || firstComma === undefined) return undefined;
  const rows = [firstDot.row, firstComma.row].sort((a, b) => a - b);
  const params = { rowDot: firstDot.row, rowComma: firstComma.row };
  return refusal('NUMBERS_MIXED', title, {
    rows,
    params,
    value: `${firstDot.text} | ${firstComma.text}`,
    places: [firstDot, firstComma]
      .map(({ row, text }) => ({ row, value: text }))
      .sort((a, b) => a.row - b.row),
  });
}

/** Money whose thousands may be fractions of a million: a thousandfold error, so nothing is assumed. */
function unclear(column: Column, found: NumberEvidence, evidence: TableEvidence): Issue | undefined {
  const three = found.dotThree + found.commaThree;
  if (column.type !== 'vnd' || three === 0 || found.firstThree === undefined) return undefined;
  if (proven(found) !== undefined || provenTogether(evidence) !== undefined) return undefined;
  if (found.dot > 0) return undefined;
  const { row, text } = found.firstThree;
  const places = [{ row, value: text }];
  return refusal('NUMBERS_AMBIGUOUS', column.title, { rows: [row], count: three, value: text, places });
}

/** Quantities in which nothing tells thousands from fractions are read as Vietnamese write them, and it is said. */
export function assumptionsOf(plan: TablePlan, overrides: Overrides, evidence: TableEvidence): Finding[] {
  return figureColumns(plan.layout).flatMap(({ name, title, type }) => {
    const found = evidence.numbers[name];
    if (type !== 'quantity' || found === undefined || overrides.numbers?.[name] !== undefined) return [];
    const three = found.dotThree + found.commaThree;
    if (three === 0 || proven(found) !== undefined || provenTogether(evidence) !== undefined) return [];
    const row = found.firstThree?.row;
    return [
      {
        rule: 'NUMBERS_ASSUMED',
        severity: 'warning' as const,
        count: three,
        column: title,
        ...(row === undefined ? {} : { rows: [row] }),
      },
    ];
  });
}
