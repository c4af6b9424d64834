import type { ObjectStore, SlotOf } from '#adapters/ports.ts';
import { type BankLine, BankLineSchema } from '#domain/bank/account-file.ts';
import { isBookKind, isCode, REGISTER_KINDS, type RegisterKind } from '#domain/codes.ts';
import type { Instant, Period } from '#domain/date.ts';
import type { Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import type { BesideAccount, BesideEntry, Sourced } from '#domain/reconcile/beside.ts';
import type { Filed } from '#domain/reconcile/book.ts';
import { daysAround, type FileRows, isWithin, type Rows } from '#domain/reconcile/rows.ts';
import type { Supersessions } from '#domain/reconcile/supersede.ts';
import { REGISTER_SCHEMAS, type Registers } from '#domain/registers/register.ts';
import type { Declaration, SubmissionId } from '#domain/submission.ts';
import { readEntries } from '../shell/read-entries.ts';
import { bySchema, readRecords } from '../shell/read-records.ts';

/** A file with the place of its entries, bank lines or records. */
type Located = Filed & Pick<SlotOf<'submission'>, 'entriesKey'>;

/**
 * Rows of replaced files are read too where all files of the book have no more than this together. They are wanted for
 * earlier states alone: with as many rows as that the matching of all states takes seconds, and a larger book costs no
 * more than its files in force.
 */
const ROWS_OF_ALL_FILES = 50_000;

/**
 * Reads what stands beside the movements of a book, by file, and, where it has statements of a bank, the movements near
 * their days. A book without such files is not read at all.
 * @param files all files of the book, in any order
 */
export async function besideFiles(
  files: readonly Located[],
  superseded: Supersessions,
  ledger: ObjectStore,
): Promise<Rows> {
  const all = files.reduce((sum, { submission }) => sum + submission.entries, 0);
  const read = files.filter(({ submission }) => all <= ROWS_OF_ALL_FILES || !superseded.has(submission.id));
  const rows = new Map<SubmissionId, FileRows>();
  const accounts: BesideAccount[] = [];
  for (const file of read) {
    const { kind } = file.submission.declaration;
    if (kind === 'bankStatement') {
      const account = { ...(await accountFile(file, ledger)), knownSince: knownSince(file, files) };
      accounts.push(account);
      rows.set(file.submission.id, { accounts: [account] });
    } else if (isCode(REGISTER_KINDS, kind))
      rows.set(file.submission.id, await recordsOf(kind, file, ledger));
  }
  const days = daysAround(accounts);
  if (days === undefined) return rows;
  for (const file of read)
    if (isBookKind(file.submission.declaration.kind))
      rows.set(file.submission.id, { entries: await entriesWithin(days, file, ledger) });
  return rows;
}

/** When the first file of an account came: a statement that is handed in again takes no label from another account. */
const knownSince = ({ submission: { account } }: Located, files: readonly Located[]): Instant | undefined =>
  files
    .map(({ submission }) => submission)
    .filter((one) => one.declaration.kind === 'bankStatement' && one.account === account)
    .map(({ declaration }) => declaration.receivedAt)
    .sort()[0];

async function accountFile(
  { submission, summary, entriesKey }: Located,
  ledger: ObjectStore,
): Promise<BesideAccount> {
  const lines: BankLine[] = [];
  for await (const line of readRecords(ledger, entriesKey, bySchema(BankLineSchema))) lines.push(line);
  const { digest, account = '', declaration } = submission;
  const { breaks = [], openingVnd, closingVnd } = summary.bank ?? {};
  const rate = rateOf(declaration);
  // Declared balances are in đồng, figures of such an account thousandths of its currency.
  const declared: Partial<Declaration> = 'rate' in rate ? {} : declaration;
  return {
    digest,
    receivedAt: declaration.receivedAt,
    account,
    period: declaration.period,
    openingVnd: openingVnd ?? declared.openingVnd,
    closingVnd: closingVnd ?? declared.closingVnd,
    lines,
    breaks,
    ...rate,
  };
}

function rateOf({
  currency,
  rateMilli,
  openingRateMilli,
}: Declaration): Pick<BesideAccount, 'rate' | 'openingRateMilli'> {
  if (currency === undefined || currency === 'VND' || rateMilli === undefined) return {};
  return {
    rate: { currency, rateMilli },
    ...(openingRateMilli === undefined ? {} : { openingRateMilli }),
  };
}

async function recordsOf<K extends RegisterKind>(
  kind: K,
  { submission: { digest }, entriesKey }: Located,
  ledger: ObjectStore,
): Promise<FileRows> {
  const records: Sourced<Registers[K]>[] = [];
  const read = bySchema<Registers[K]>(REGISTER_SCHEMAS[kind]);
  for await (const record of readRecords(ledger, entriesKey, read)) records.push({ ...record, digest });
  return { [kind]: records };
}

async function entriesWithin(
  days: Period,
  { submission, entriesKey }: Located,
  ledger: ObjectStore,
): Promise<BesideEntry[]> {
  const entries: BesideEntry[] = [];
  for await (const entry of readEntries(ledger, entriesKey)) {
    if (entry.amountVnd === undefined || !isWithin(entry, days)) continue;
    entries.push(toMatch(entry, entry.amountVnd, submission.digest));
  }
  return entries;
}

function toMatch(entry: Entry, amountVnd: number, digest: BesideEntry['digest']): BesideEntry {
  const { row, date, documentNo, note, foreign } = entry;
  const sign = entry.direction === 'in' ? 1 : -1;
  const who = entry.direction === 'in' ? entry.donor : entry.beneficiaryRef;
  const text = [who, note].filter((part) => part !== undefined).join('\n');
  return {
    digest,
    row,
    date,
    amountVnd: vnd(sign * amountVnd),
    ...(documentNo === undefined ? {} : { documentNo }),
    ...(text === '' ? {} : { text }),
    cash: entry.direction === 'in' && entry.channel === 'TIEN_MAT',
    ...(foreign === undefined
      ? {}
      : { foreign: { currency: foreign.currency, amountMilli: sign * foreign.amountMilli } }),
  };
}
