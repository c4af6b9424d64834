import type { TableKind } from '../codes.ts';
import type { IsoDate } from '../date.ts';
import type { Issue } from '../finding.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import { ruleById } from '../rules/catalogue.ts';
import { renderFindingEn } from '../rules/english/render.ts';
import { renderFinding } from '../rules/render.ts';
import type { RowCounts } from '../submission.ts';
import { toldIn } from './account-money.ts';
import { inferenceText } from './inference-text.ts';
import type { Outcome } from './outcome.ts';
import type { Shown } from './preview.ts';
import { type CheckReport, REPORT_FORMAT, type ReportIssue } from './report.ts';
import type { TableReport } from './row-run.ts';
import { totalMismatches } from './total-mismatches.ts';

interface Parts {
  readonly file: CheckReport['file'];
  readonly checkedOn: IsoDate;
  /** As declared. */
  readonly kind: TableKind | undefined;
  /** That the amounts are thousandths of; undefined where they are whole đồng. */
  readonly currency: string | undefined;
  readonly outcome: Outcome;
  readonly shown: Shown;
}

const NO_ROWS: RowCounts = {
  total: 0,
  accepted: 0,
  quarantined: 0,
  ignored: 0,
  ignoredAs: { heading: 0, blank: 0, total: 0, title: 0, footer: 0 },
};

/** The report on a file, of everything that was found out about it. */
export function reportOf({ file, checkedOn, kind, currency, outcome, shown }: Parts): CheckReport {
  const { reading, inferred, refusal, table } = outcome;
  const known = reading?.plan.layout.kind ?? kind;
  const rows = table?.report.rows ?? NO_ROWS;
  const totals = table?.report.controlTotals ?? [];
  return {
    format: REPORT_FORMAT,
    file,
    kind: known ?? null,
    checkedOn,
    state: refusal ? 'rejected' : rows.quarantined > 0 ? 'acceptedInPart' : 'accepted',
    rows: rows.total,
    accepted: rows.accepted,
    quarantined: rows.quarantined,
    ignored: rows.ignored,
    ignoredAs: rows.ignoredAs,
    ...(currency === undefined ? {} : { currency }),
    sumVnd: sumOf(table),
    quarantinedVnd: table?.report.quarantinedVnd ?? ZERO_VND,
    ...(table?.of === 'register' && table.report.stages ? { stages: table.report.stages } : {}),
    bank: bankOf(table),
    controlTotals: totals.map(({ row, statedVnd, computedVnd }) => ({
      row,
      statedVnd,
      computedVnd,
      differenceVnd: vnd(statedVnd - computedVnd),
    })),
    inferred: inferred.map((one) => ({
      ...one,
      text: inferenceText(one, known ?? 'contributions', currency),
    })),
    issues: issuesOf(outcome).map((issue) => toReport(issue, currency)),
    ...shown,
  };
}

function sumOf(table: TableReport | undefined): Vnd {
  if (table === undefined) return ZERO_VND;
  if (table.of !== 'statement') return table.report.acceptedVnd;
  return vnd(table.report.creditVnd - table.report.debitVnd);
}

function bankOf(table: TableReport | undefined): CheckReport['bank'] {
  if (table?.of !== 'statement') return null;
  const { credits, creditVnd, debits, debitVnd, openingVnd, closingVnd, breaks } = table.report;
  return {
    credits,
    creditVnd,
    debits,
    debitVnd,
    openingVnd: openingVnd ?? null,
    closingVnd: closingVnd ?? null,
    breaks,
  };
}

/** What decides first, then what the rows show, then the sums that do not meet. Each thing once. */
function issuesOf(outcome: Outcome): Issue[] {
  const { refusal, table } = outcome;
  const ofRows = table?.report.issues ?? [];
  const first = (refusal ?? []).filter((issue) => !ofRows.includes(issue));
  return [...first, ...ofRows, ...totalMismatches(outcome)];
}

function toReport(issue: Issue, currency: string | undefined): ReportIssue {
  const rule = ruleById(issue.rule);
  if (rule === undefined) throw new Error(`no rule ${issue.rule}`);
  const { expected, ...words } = renderFinding(toldIn(currency, issue, 'vi'));
  const { expected: expectedEn, ...en } = renderFindingEn(toldIn(currency, issue, 'en'));
  const rows = issue.rows ?? [];
  const places = issue.places ?? rows.map((row) => ({ row, value: undefined, suggestion: undefined }));
  return {
    code: issue.rule,
    layer: rule.scope,
    severity: issue.severity,
    consequence: rule.consequence,
    count: issue.count,
    row: rows[0] ?? null,
    column: issue.column ?? null,
    value: issue.value ?? null,
    expected: expected ?? null,
    title: words.title,
    what: words.what,
    fix: words.fix,
    en: { title: en.title, what: en.what, expected: expectedEn ?? null, fix: en.fix },
    places: places.map(({ row, value, suggestion }) => ({
      row,
      value: value ?? null,
      suggestion: suggestion ?? null,
    })),
    expectedVnd: issue.expectedVnd ?? null,
    actualVnd: issue.actualVnd ?? null,
    differenceVnd: issue.differenceVnd ?? null,
  };
}
