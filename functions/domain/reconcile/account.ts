import * as v from 'valibot';
import { coverageOf } from '../bank/coverage.ts';
import { codesOf, isBookKind, isCode, isTableKind, REGISTER_KINDS, TABLE_KINDS } from '../codes.ts';
import { vietnamDay } from '../date.ts';
import type { Finding } from '../finding.ts';
import type { Matching } from '../match/match.ts';
import { vnd } from '../money.ts';
import { compareText, maxText, minText } from '../order.ts';
import { type BookPart, BookPartSchema } from '../publish/across-schema.ts';
import { SNAPSHOT_VERSION, type Totals } from '../publish/node-parts.ts';
import { ReportPartSchema } from '../publish/report-schema.ts';
import {
  type Statement,
  StatementSchema,
  type SubmissionNode,
  SubmissionNodeSchema,
} from '../publish/schema.ts';
import { type Balance, mergeDays, months } from './balance.ts';
import { bankEqualities, bankOf, bankSums } from './bank.ts';
import { besideOf } from './beside-sums.ts';
import type { Book, Filed } from './book.ts';
import { bookPart, yearsOf } from './book-part.ts';
import { dutiesOfBook } from './duties.ts';
import { equalitiesOf, openingOf, openingVndOf } from './equalities.ts';
import { findingsOf } from './findings.ts';
import { closingOf, named } from './flows.ts';
import { mergeCommunes, mergeGoods, mergeMonths, mergePurposes, mergeSources } from './merge.ts';
import { reportParts } from './report.ts';
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
    ...(bank === undefined ? [] : bankEqualities(bank, book)),
  ];
  const goods = mergeGoods(summaries);
  const period = periodOf(live);
  const openingDeclared = openingOf(live) !== undefined;
  const flows = { bySource: mergeSources(summaries), byPurpose: mergePurposes(summaries) };
  const ofMonths = mergeMonths(summaries);
  const beside = besideOf(book, flows, yearsOf(ofMonths, book));
  const view = { book, balance, equalities, goods, openingDeclared, from: period.from, bank, beside };
  const { findings, resolved } = track(book, findingsOf(view), plainFindings);
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
    duties: dutiesOfBook(book, period, asOf),
    status: status as Statement['status'],
    reasons,
    equalities,
    findings,
    resolved,
  };
  const handedIn = periodsByKind(live.filter(({ submission }) => isBookKind(submission.declaration.kind)));
  const report = reportParts({ period, openingVnd: balance.openingVnd, months: ofMonths, handedIn });
  const part: BookPart = bookPart(book, ofMonths, asOf);
  const account = { statement, files: book.files.map((file) => fileNode(book, file)), report, part };
  return { account, matching: bank?.matching };
}

const balanceOf = ({ live }: Book): Balance => ({
  openingVnd: openingVndOf(live),
  days: mergeDays(live.map(({ summary }) => summary.days)),
});

/** What any state of a book has to say, without the matching: that would be too much work for each of them. */
function plainFindings(book: Book): readonly Finding[] {
  const { live } = book;
  const balance = balanceOf(book);
  const summaries = live.map(({ summary }) => summary);
  const flows = { bySource: mergeSources(summaries), byPurpose: mergePurposes(summaries) };
  return findingsOf({
    book,
    balance,
    equalities: [...equalitiesOf(live, balance), ...bankSums(book, balance)],
    goods: mergeGoods(summaries),
    openingDeclared: openingOf(live) !== undefined,
    from: periodOf(live).from,
    bank: undefined,
    beside: besideOf(book, flows, yearsOf(mergeMonths(summaries), book)),
  });
}

/**
 * The day up to which the figures hold: the last of the periods, but none later than the handing-in of its file,
 * as nobody can tell what is still to come.
 */
function heldUntil(live: readonly Filed[]): Statement['asOf'] {
  return ofMoney(live)
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

/** Files of movements and of banks, where there are any: a plan or a decision says nothing of the days of money. */
function ofMoney(live: readonly Filed[]): readonly Filed[] {
  const own = live.filter(({ submission: { declaration } }) => !isCode(REGISTER_KINDS, declaration.kind));
  return own.length === 0 ? live : own;
}

/** From the first day handed in to the last, over the files in force. */
function periodOf(live: readonly Filed[]): Statement['period'] {
  const periods = ofMoney(live).map(({ submission }) => submission.declaration.period);
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) throw new Error('a book without a file in force');
  return { from, to };
}

type Kinds<T> = Partial<Record<Statement['coverage'][number]['kind'], T[]>>;

/** Periods of files, by kind. */
function periodsByKind(files: readonly Filed[]): Kinds<Statement['period']> {
  const kinds: Kinds<Statement['period']> = {};
  for (const { submission } of files) {
    const { kind, period } = submission.declaration;
    if (isTableKind(kind)) kinds[kind] = [...(kinds[kind] ?? []), period];
  }
  return kinds;
}

/** Which of the book's days the files of each kind cover. Decisions and registers cover no days. */
function coverageOfKinds(live: readonly Filed[], within: Statement['period']): Statement['coverage'] {
  const kinds = periodsByKind(live);
  return codesOf(TABLE_KINDS)
    .filter((kind) => isBookKind(kind) || kind === 'bankStatement')
    .flatMap((kind) => {
      const periods = kinds[kind];
      return periods === undefined ? [] : [{ kind, stretches: coverageOf(periods, within) }];
    });
}

function latest(files: readonly Filed[]): Statement['updatedAt'] {
  const last = files.at(-1);
  if (last === undefined) throw new Error('a book without files');
  return last.submission.declaration.receivedAt;
}

/** A book is reconciled when some independent figure meets it, and nothing speaks against it. */
function reasonsAgainst(
  { files }: Book,
  equalities: Statement['equalities'],
  findings: readonly Finding[],
): Statement['reasons'] {
  const movements = new Set(
    files.flatMap(({ submission: { declaration, digest } }) =>
      isBookKind(declaration.kind) ? [digest] : [],
    ),
  );
  // What a bank's file or a register says of itself says nothing of the book.
  const ofBook = ({ digest }: Finding) => digest === undefined || movements.has(digest);
  const meetsBook = equalities.some(
    ({ rule, digest }) => rule === 'BANK_BOOK_MISMATCH' || (digest !== undefined && movements.has(digest)),
  );
  const varies = equalities.some(({ varianceVnd }) => varianceVnd !== 0);
  const compared = new Set<string>(['CONTROL_TOTAL_MISMATCH', 'CLOSING_MISMATCH', 'OPENING_MISMATCH']);
  return [
    ...(varies ? ['VARIANCE' as const] : []),
    ...(findings.some((f) => f.rule === 'ROWS_QUARANTINED' && ofBook(f))
      ? ['QUARANTINED_ROWS' as const]
      : []),
    ...(findings.some((f) => f.severity === 'error' && BOOK_ERRORS.has(f.rule) && !compared.has(f.rule))
      ? ['ERRORS' as const]
      : []),
    ...(findings.some((f) => MAYBE_TWICE.has(f.rule) && ofBook(f)) ? ['MAYBE_COUNTED_TWICE' as const] : []),
    ...(meetsBook ? [] : ['NO_CONTROL_FIGURE' as const]),
  ];
}

/** Errors of the book itself; those of single rows are told by the rows set aside. */
const BOOK_ERRORS: ReadonlySet<string> = new Set(['NEGATIVE_BALANCE', 'GOODS_NEGATIVE']);

/** What leaves open whether some money stands in the book twice. */
const MAYBE_TWICE: ReadonlySet<string> = new Set(['PERIOD_OVERLAP', 'SUPERSEDES_UNKNOWN']);

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
    varianceVnd: vnd(varying.reduce((sum, { varianceVnd }) => sum + Math.abs(varianceVnd), 0)),
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
