import type { ObjectStore, SlotOf } from '#adapters/ports.ts';
import { type BankLine, BankLineSchema } from '#domain/bank/account-file.ts';
import { isBookKind, isCode, REGISTER_KINDS, type RegisterKind } from '#domain/codes.ts';
import type { IsoDate, Period } from '#domain/date.ts';
import { addDays } from '#domain/days.ts';
import type { Entry } from '#domain/entry.ts';
import { vnd } from '#domain/money.ts';
import { maxText, minText } from '#domain/order.ts';
import {
  type Beside,
  type BesideAccount,
  type BesideEntry,
  NOTHING_BESIDE,
  type Sourced,
} from '#domain/reconcile/beside.ts';
import type { Filed } from '#domain/reconcile/book.ts';
import { REGISTER_SCHEMAS, type Registers } from '#domain/registers/register.ts';
import type { Declaration } from '#domain/submission.ts';
import { readEntries } from '../shell/read-entries.ts';
import { bySchema, readRecords } from '../shell/read-records.ts';

/** A file in force with the place of its entries, bank lines or records. */
type Located = Filed & Pick<SlotOf<'submission'>, 'entriesKey'>;

/** Books are not kept to the day: an entry may be this far from its line of the bank. */
const NEAR_DAYS = 31;

/**
 * Reads what stands beside the movements of a book, and, where it has statements of a bank, the movements near their
 * days. A book without such files is not read at all.
 * @param live the files in force, in order of handing in
 */
export async function besideFiles(live: readonly Located[], ledger: ObjectStore): Promise<Beside> {
  const registers = { ...NOTHING_BESIDE };
  const accounts: BesideAccount[] = [];
  for (const file of live) {
    const { kind } = file.submission.declaration;
    if (kind === 'bankStatement') accounts.push(await accountFile(file, ledger));
    else if (isCode(REGISTER_KINDS, kind))
      Object.assign(registers, await withRecords(registers, kind, file, ledger));
  }
  const entries = await entriesNear(live, daysOf(accounts), ledger);
  return { ...registers, accounts, entries };
}

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

function rateOf({ currency, rateMilli }: Declaration): Pick<BesideAccount, 'rate'> {
  if (currency === undefined || currency === 'VND' || rateMilli === undefined) return {};
  return { rate: { currency, rateMilli } };
}

async function withRecords<K extends RegisterKind>(
  known: Beside,
  kind: K,
  { submission: { digest }, entriesKey }: Located,
  ledger: ObjectStore,
): Promise<Partial<Beside>> {
  const records: Sourced<Registers[K]>[] = [];
  const read = bySchema<Registers[K]>(REGISTER_SCHEMAS[kind]);
  for await (const record of readRecords(ledger, entriesKey, read)) records.push({ ...record, digest });
  return { [kind]: [...known[kind], ...records] };
}

/** The days of all accounts, and a month around them; undefined where there is none. */
function daysOf(accounts: readonly BesideAccount[]): Period | undefined {
  const periods = accounts.map(({ period }) => period);
  const [first] = periods;
  if (first === undefined) return undefined;
  const { from, to } = periods.reduce(
    (a, b) => ({ from: minText(a.from, b.from), to: maxText(a.to, b.to) }),
    first,
  );
  return { from: addDays(from, -NEAR_DAYS), to: addDays(to, NEAR_DAYS) };
}

async function entriesNear(
  live: readonly Located[],
  days: Period | undefined,
  ledger: ObjectStore,
): Promise<BesideEntry[]> {
  const entries: BesideEntry[] = [];
  if (days === undefined) return entries;
  for (const { submission, entriesKey } of live) {
    if (!isBookKind(submission.declaration.kind)) continue;
    for await (const entry of readEntries(ledger, entriesKey)) {
      if (entry.amountVnd === undefined || !isWithin(entry.date, days)) continue;
      entries.push(toMatch(entry, entry.amountVnd, submission.digest));
    }
  }
  return entries;
}

const isWithin = (date: IsoDate, { from, to }: Period): boolean => from <= date && date <= to;

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
