import * as v from 'valibot';
import {
  HANDOVER_IN,
  HANDOVER_OUT,
  isBookKind,
  isCode,
  OTHER_INFLOWS,
  TRANSFER_IN,
  TRANSFER_OUT,
} from '../codes.ts';
import { vietnamDay } from '../date.ts';
import type { Finding } from '../finding.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText, maxText, minText } from '../order.ts';
import { SNAPSHOT_VERSION, type Totals } from '../publish/node-parts.ts';
import {
  type Statement,
  StatementSchema,
  type SubmissionNode,
  SubmissionNodeSchema,
} from '../publish/schema.ts';
import { type Balance, mergeDays, months } from './balance.ts';
import type { Book, Filed } from './book.ts';
import { equalitiesOf, openingOf, openingVndOf } from './equalities.ts';
import { findingsOf } from './findings.ts';
import { mergeCommunes, mergeGoods, mergePurposes, mergeSources } from './merge.ts';
import { historyOf } from './supersede.ts';

/**
 * A reconciled book, ready to publish: its statement, and the node of each of its files in order of handing in.
 * Holds nothing private. The schema is that of the snapshot, so a publisher can trust what it reads.
 */
export const AccountSchema = v.object({
  statement: v.omit(StatementSchema, ['submissions']),
  files: v.array(SubmissionNodeSchema),
});
export type Account = v.InferOutput<typeof AccountSchema>;

/** Reconciles one book from scratch: a pure function of its files, whatever order they came in. */
export function reconcile(book: Book): Account {
  const { unit, fund, live } = book;
  const summaries = live.map(({ summary }) => summary);
  const balance: Balance = { openingVnd: openingVndOf(live), days: mergeDays(summaries.map((s) => s.days)) };
  const equalities = equalitiesOf(live, balance);
  const goods = mergeGoods(summaries);
  const period = periodOf(live);
  const openingDeclared = openingOf(live) !== undefined;
  const findings = findingsOf({ book, balance, equalities, goods, openingDeclared, from: period.from });
  const inBySource = mergeSources(summaries);
  const outByPurpose = mergePurposes(summaries);
  const reasons = reasonsAgainst(equalities, findings);
  const status = reasons.length === 0 ? 'RECONCILED' : 'UNRECONCILED';
  const statement = {
    type: 'statement' as const,
    version: SNAPSHOT_VERSION as typeof SNAPSHOT_VERSION,
    unit,
    fund,
    period,
    asOf: heldUntil(live),
    updatedAt: latest(book.files),
    totals: totalsOf(book, balance.openingVnd, { inBySource, outByPurpose, findings, status }),
    openingDeclared,
    inBySource,
    outByPurpose,
    outByCommune: mergeCommunes(summaries).map(({ communeId, ...sums }) => {
      const commune = communeId === '' ? undefined : book.registry.byId(communeId);
      return commune === undefined ? sums : { unit: commune, ...sums };
    }),
    months: months(balance),
    goods,
    ...handoversOf(live),
    status: status as Statement['status'],
    reasons,
    equalities,
    findings,
  };
  return { statement, files: book.files.map((file) => fileNode(book, file)) };
}

/**
 * The day up to which the figures hold: the last of the periods, but none later than the handing-in of its file,
 * as nobody can tell what is still to come.
 */
function heldUntil(live: readonly Filed[]): Statement['asOf'] {
  return live
    .map(({ submission: { declaration } }) =>
      minText(declaration.period.to, vietnamDay(declaration.receivedAt)),
    )
    .reduce(maxText);
}

/** Handovers of the files in force, by day; absent where there are none. */
function handoversOf(live: readonly Filed[]): Pick<Statement, 'handovers'> {
  const lines = live.flatMap(({ submission: { digest }, summary }) =>
    summary.handovers.map((line) => ({ ...line, digest })),
  );
  if (lines.length === 0) return {};
  return { handovers: lines.sort((a, b) => compareText(a.date, b.date) || compareText(a.digest, b.digest)) };
}

/** From the first day handed in to the last, over the files in force. */
function periodOf(live: readonly Filed[]): Statement['period'] {
  const periods = live.map(({ submission }) => submission.declaration.period);
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) throw new Error('a book without a file in force');
  return { from, to };
}

function latest(files: readonly Filed[]): Statement['updatedAt'] {
  const last = files.at(-1);
  if (last === undefined) throw new Error('a book without files');
  return last.submission.declaration.receivedAt;
}

/** A book is reconciled when some independent figure meets it, and nothing speaks against it. */
function reasonsAgainst(
  equalities: Statement['equalities'],
  findings: readonly Finding[],
): Statement['reasons'] {
  const varies = equalities.some(({ varianceVnd }) => varianceVnd !== 0);
  const compared = new Set<string>(['CONTROL_TOTAL_MISMATCH', 'CLOSING_MISMATCH', 'OPENING_MISMATCH']);
  return [
    ...(varies ? ['VARIANCE' as const] : []),
    ...(findings.some(({ rule }) => rule === 'ROWS_QUARANTINED') ? ['QUARANTINED_ROWS' as const] : []),
    ...(findings.some((f) => f.severity === 'error' && BOOK_ERRORS.has(f.rule) && !compared.has(f.rule))
      ? ['ERRORS' as const]
      : []),
    ...(findings.some(({ rule }) => MAYBE_TWICE.has(rule)) ? ['MAYBE_COUNTED_TWICE' as const] : []),
    ...(equalities.length === 0 ? ['NO_CONTROL_FIGURE' as const] : []),
  ];
}

/** Errors of the book itself; those of single rows are told by the rows set aside. */
const BOOK_ERRORS: ReadonlySet<string> = new Set(['NEGATIVE_BALANCE', 'GOODS_NEGATIVE']);

/** What leaves open whether some money stands in the book twice. */
const MAYBE_TWICE: ReadonlySet<string> = new Set(['PERIOD_OVERLAP', 'SUPERSEDES_UNKNOWN']);

interface Parts {
  readonly inBySource: Statement['inBySource'];
  readonly outByPurpose: Statement['outByPurpose'];
  readonly findings: readonly Finding[];
  readonly status: string;
}

function totalsOf({ live, files }: Book, openingVnd: Vnd, parts: Parts): Totals {
  const inflow = (wanted: (source: string) => boolean) =>
    sumVnd(parts.inBySource.filter(({ source }) => wanted(source)).map((line) => line.amountVnd));
  const outflow = (wanted: (purpose: string) => boolean) =>
    sumVnd(parts.outByPurpose.filter(({ purpose }) => wanted(purpose)).map((line) => line.amountVnd));
  const donationsVnd = inflow((source) => !isCode(OTHER_INFLOWS, source));
  const transfersInVnd = inflow((source) => source === TRANSFER_IN);
  const handoversInVnd = inflow((source) => source === HANDOVER_IN);
  const otherInVnd = inflow(
    (source) => isCode(OTHER_INFLOWS, source) && source !== TRANSFER_IN && source !== HANDOVER_IN,
  );
  const transfersOutVnd = outflow((purpose) => purpose === TRANSFER_OUT);
  const handoversOutVnd = outflow((purpose) => purpose === HANDOVER_OUT);
  const usesVnd = outflow((purpose) => purpose !== TRANSFER_OUT && purpose !== HANDOVER_OUT);
  const inVnd = donationsVnd + transfersInVnd + handoversInVnd + otherInVnd;
  const total = (of: (file: Filed) => number) => live.reduce((sum, file) => sum + of(file), 0);
  const severe = (severity: Finding['severity']) =>
    parts.findings.filter((f) => f.severity === severity).length;
  return {
    openingVnd,
    donationsVnd,
    transfersInVnd,
    handoversInVnd,
    otherInVnd,
    usesVnd,
    transfersOutVnd,
    handoversOutVnd,
    closingVnd: vnd(openingVnd + inVnd - usesVnd - transfersOutVnd - handoversOutVnd),
    entries: total(({ submission }) => submission.entries),
    submissions: files.length,
    samples: live.some(({ submission }) => submission.declaration.sample === true) ? 1 : 0,
    quarantinedRows: total(({ submission }) => submission.rows.quarantined),
    quarantinedVnd: vnd(total(({ submission }) => submission.quarantinedVnd)),
    statements: 1,
    reconciled: parts.status === 'RECONCILED' ? 1 : 0,
    errors: severe('error'),
    warnings: severe('warning'),
  };
}

function fileNode({ unit, fund, superseded }: Book, { submission, summary }: Filed): SubmissionNode {
  const by = superseded.get(submission.id);
  const { kind, period } = submission.declaration;
  if (!isBookKind(kind)) throw new Error(`a file of ${kind} is no file of a book`);
  return {
    type: 'submission',
    version: SNAPSHOT_VERSION,
    unit,
    fund,
    kind,
    digest: submission.digest,
    bytes: submission.bytes,
    period,
    state: by === undefined ? submission.state : 'SUPERSEDED',
    history: historyOf(submission, by),
    rows: submission.rows,
    acceptedVnd: submission.acceptedVnd,
    quarantinedVnd: submission.quarantinedVnd,
    controlTotals: submission.controlTotals,
    findings: submission.findings,
    pages: summary.pages,
    ...(submission.declaration.sample === true ? { sample: true as const } : {}),
  };
}
