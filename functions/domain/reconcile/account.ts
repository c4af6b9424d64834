import * as v from 'valibot';
import { FUND_FOR_THE_POOR } from '../campaigns/campaign.ts';
import { isBookKind, isTableKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import type { Matching } from '../match/match.ts';
import { sumAbsVnd, vnd } from '../money.ts';
import { compareText } from '../order.ts';
import { type BookPart, BookPartSchema } from '../publish/across-schema.ts';
import { SNAPSHOT_VERSION, type Totals } from '../publish/node-parts.ts';
import { DriveSchema, ReportPartSchema } from '../publish/report-schema.ts';
import {
  type Statement,
  StatementSchema,
  type SubmissionNode,
  SubmissionNodeSchema,
} from '../publish/schema.ts';
import { type Balance, mergeDays, months } from './balance.ts';
import { type BankView, bankEqualities, bankOf, bankSums, cashAlone } from './bank.ts';
import { besideOf } from './beside-sums.ts';
import type { Book, Filed } from './book.ts';
import { coverageOfKinds, heldUntil, periodOf, periodsByKind } from './book-days.ts';
import { bookPart, yearsOf } from './book-part.ts';
import { dutiesOfBook } from './duties.ts';
import { equalitiesOf, openingOf, openingVndOf } from './equalities.ts';
import { findingsOf } from './findings.ts';
import { closingOf, named } from './flows.ts';
import { mergeCommunes, mergeGoods, mergeMonths, mergePurposes, mergeSources } from './merge.ts';
import { monthEnds } from './month-ends.ts';
import { drivesOf, lifeOfBook, reportParts } from './report.ts';
import type { Judge } from './states.ts';
import { reasonsAgainst } from './status.ts';
import { historyOf } from './supersede.ts';
import { track } from './tracked.ts';

/**
 * A reconciled book, ready to publish: its statement, the node of each of its files in order of handing in, its
 * report, and its part in what is told across units. Holds nothing private. The schema is that of the snapshot, so a
 * publisher can trust what it reads.
 */
export const AccountSchema = v.object({
  statement: v.omit(StatementSchema, ['submissions', 'report']),
  files: v.array(SubmissionNodeSchema),
  report: v.array(ReportPartSchema),
  drives: v.optional(v.array(DriveSchema), []),
  part: BookPartSchema,
});
export type Account = v.InferOutput<typeof AccountSchema>;

/** An account, and how its bank lines and entries were put together: private, as it names rows of statements. */
export interface Reconciled {
  readonly account: Account;
  readonly matching: Matching | undefined;
}

/** Reconciles one book from scratch: a pure function of its files, whatever order they came in. */
export const reconcile = (book: Book): Account => reconciled(book).account;

/** As `reconcile`, with the matching. */
export function reconciled(book: Book): Reconciled {
  const { unit, fund, live } = book;
  const summaries = live.map(({ summary }) => summary);
  const balance = balanceOf(book);
  const bank = bankOf(book, balance);
  const equalities = [
    ...equalitiesOf(live, balance),
    ...(bank === undefined ? cashAlone(book, balance) : bankEqualities(bank, book)),
  ];
  const goods = mergeGoods(summaries);
  const period = periodOf(live);
  const openingDeclared = openingOf(live) !== undefined;
  const flows = { bySource: mergeSources(summaries), byPurpose: mergePurposes(summaries) };
  const ofMonths = mergeMonths(summaries);
  const beside = besideOf(book, flows, yearsOf(ofMonths, book));
  const view = { book, balance, equalities, goods, openingDeclared, from: period.from, bank, beside };
  const { findings, resolved } = track(book, findingsOf(view), JUDGE);
  const reasons = reasonsAgainst(book, equalities, findings);
  const status = reasons.length === 0 ? 'RECONCILED' : 'UNRECONCILED';
  const asOf = heldUntil(live);
  const statement = {
    type: 'statement' as const,
    version: SNAPSHOT_VERSION as typeof SNAPSHOT_VERSION,
    unit,
    fund,
    period,
    asOf,
    updatedAt: latest(book.files),
    totals: totalsOf(book, { opening: balance.openingVnd, flows, equalities, findings, status }),
    openingDeclared,
    inBySource: flows.bySource,
    outByPurpose: flows.byPurpose,
    outByCommune: mergeCommunes(summaries).map(({ communeId, ...sums }) => {
      const commune = communeId === '' ? undefined : book.registry.byId(communeId);
      return commune === undefined ? sums : { unit: commune, ...sums };
    }),
    months: months(balance),
    goods,
    ...handoversOf(live),
    ...beside.shown,
    ...(bank === undefined ? {} : { bank: bank.shown }),
    coverage: coverageOfKinds(live, period),
    duties: dutiesOfBook(book, period),
    status: status as Statement['status'],
    reasons,
    equalities,
    findings,
    resolved,
  };
  const report = reportParts({
    period,
    balance,
    months: ofMonths,
    handedIn: periodsByKind(live),
    life: lifeOfBook(book),
    equalities: [...equalities, ...(bank === undefined ? [] : monthEnds(book, bank, balance))],
  });
  const drives = fund === FUND_FOR_THE_POOR ? drivesOf(book.drives ?? [], summaries) : [];
  const part: BookPart = bookPart(book, ofMonths, statement);
  const files = book.files.map((file) => fileNode(book, file));
  const account = { statement, files, report, drives, part };
  return { account, matching: bank?.matching };
}

const balanceOf = ({ live }: Book): Balance => ({
  openingVnd: openingVndOf(live),
  days: mergeDays(live.map(({ summary }) => summary.days)),
});

/** What a state of a book has to say; without a look at its bank, by its sums alone. */
function findingsOfState(book: Book, bank?: BankView): readonly Finding[] {
  const { live } = book;
  const balance = balanceOf(book);
  const summaries = live.map(({ summary }) => summary);
  const flows = { bySource: mergeSources(summaries), byPurpose: mergePurposes(summaries) };
  const ofBank = bank === undefined ? bankSums(book, balance) : bankEqualities(bank, book);
  return findingsOf({
    book,
    balance,
    equalities: [...equalitiesOf(live, balance), ...ofBank],
    goods: mergeGoods(summaries),
    openingDeclared: openingOf(live) !== undefined,
    from: periodOf(live).from,
    bank,
    beside: besideOf(book, flows, yearsOf(mergeMonths(summaries), book)),
  });
}

/** The matching is too much work for every state. */
const JUDGE: Judge = {
  sums: (book) => findingsOfState(book),
  bank: (book) => findingsOfState(book, bankOf(book, balanceOf(book))),
};

/** Handovers of the files in force, by day; absent where there are none. */
function handoversOf(live: readonly Filed[]): Pick<Statement, 'handovers'> {
  const lines = live.flatMap(({ submission: { digest }, summary }) =>
    summary.handovers.map((line) => ({ ...line, digest })),
  );
  if (lines.length === 0) return {};
  return { handovers: lines.sort((a, b) => compareText(a.date, b.date) || compareText(a.digest, b.digest)) };
}

function latest(files: readonly Filed[]): Statement['updatedAt'] {
  const last = files.at(-1);
  if (last === undefined) throw new Error('a book without files');
  return last.submission.declaration.receivedAt;
}

interface Parts {
  readonly opening: Balance['openingVnd'];
  readonly flows: Parameters<typeof named>[0];
  readonly equalities: Statement['equalities'];
  readonly findings: readonly Finding[];
  readonly status: string;
}

function totalsOf({ live, files }: Book, { opening, flows, equalities, findings, status }: Parts): Totals {
  const total = (of: (file: Filed) => number) => live.reduce((sum, file) => sum + of(file), 0);
  const severe = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  const movements = live.filter(({ submission }) => isBookKind(submission.declaration.kind));
  const varying = equalities.filter(({ varianceVnd }) => varianceVnd !== 0);
  return {
    openingVnd: opening,
    ...named(flows),
    closingVnd: closingOf(opening, flows),
    entries: movements.reduce((sum, { submission }) => sum + submission.entries, 0),
    submissions: files.length,
    samples: live.some(({ submission }) => submission.declaration.sample === true) ? 1 : 0,
    quarantinedRows: total(({ submission }) => submission.rows.quarantined),
    quarantinedVnd: vnd(movements.reduce((sum, { submission }) => sum + submission.quarantinedVnd, 0)),
    statements: 1,
    reconciled: status === 'RECONCILED' ? 1 : 0,
    variances: varying.length,
    varianceVnd: sumAbsVnd(varying.map(({ varianceVnd }) => varianceVnd)),
    errors: severe('error'),
    warnings: severe('warning'),
  };
}

function fileNode({ unit, fund, superseded }: Book, { submission, summary }: Filed): SubmissionNode {
  const by = superseded.get(submission.id);
  const { kind, period } = submission.declaration;
  if (!isTableKind(kind)) throw new Error(`a file of ${kind} is no file of a book`);
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
