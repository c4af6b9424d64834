import type * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { reportCsv } from '#domain/publish/report-csv.ts';
import type { Report } from '#domain/publish/report-schema.ts';
import type {
  Statement,
  StatementRef,
  SubmissionLineSchema,
  SubmissionNode,
} from '#domain/publish/schema.ts';
import { statementRef } from '#domain/publish/tree.ts';
import type { Account } from '#domain/reconcile/account.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { pageKey } from '../ingest/keys.ts';
import { mapLimited } from '../shell/limit.ts';
import type { SiteTree } from './site-tree.ts';

const COPIES_UNDER_WAY = 8;

type SubmissionLine = v.InferOutput<typeof SubmissionLineSchema>;

/**
 * Publishes one book's account: pages of rows that are not public yet, its files, its report, its statement.
 * @param former the statement that is public now, whose objects need not be written again
 */
export async function publishAccount(
  { statement, files, report: parts, drives }: Account,
  former: Sha256 | undefined,
  tree: SiteTree,
  ledger: ObjectStore,
): Promise<StatementRef> {
  const before = former && (await tree.statement(former));
  const formerByFile = new Map(before?.submissions.map((line) => [fileKey(line), line.object]));
  const submissions = await mapLimited(files, COPIES_UNDER_WAY, (file) =>
    publishFile(file, formerByFile.get(fileKey({ ...file, receivedAt: receivedAtOf(file) })), tree, ledger),
  );
  const { unit, fund, asOf, updatedAt, version } = statement;
  const report: Report = { type: 'report', version, unit, fund, asOf, updatedAt, parts, drives };
  const json = await tree.write(report, before?.report.json);
  const csv = await tree.writeCsv(reportCsv(report), before?.report.csv);
  const full: Statement = { ...statement, report: { json, csv }, submissions };
  return statementRef(full, await tree.write(full, former));
}

/** The same bytes may stand in a book more than once, declared anew. */
const fileKey = ({
  kind,
  digest,
  receivedAt,
}: Pick<SubmissionLine, 'kind' | 'digest' | 'receivedAt'>): string => `${kind} ${digest} ${receivedAt}`;

function receivedAtOf({ digest, history }: SubmissionNode): SubmissionLine['receivedAt'] {
  const first = history[0];
  if (first === undefined) throw new Error(`file ${digest} was never handed in`);
  return first.at;
}

async function publishFile(
  file: SubmissionNode,
  formerObject: Sha256 | undefined,
  tree: SiteTree,
  ledger: ObjectStore,
): Promise<SubmissionLine> {
  const former = formerObject && (await tree.submission(formerObject));
  const known = new Set(former?.pages.map((page) => page.object));
  const fresh = file.pages.map((page) => page.object).filter((object) => !known.has(object));
  await mapLimited(fresh, COPIES_UNDER_WAY, async (object) => {
    const text = await ledger.readText(pageKey(object));
    if (text === undefined) throw new Error(`page ${object} is missing from the ledger`);
    await tree.writeText(object, text);
  });
  const { kind, digest, period, state, rows, acceptedVnd } = file;
  const receivedAt = receivedAtOf(file);
  return {
    object: await tree.write(file, formerObject),
    kind,
    digest,
    period,
    receivedAt,
    state,
    rows,
    acceptedVnd,
  };
}
