/** Books of one commune for tests: files of movements as they are read, statements of accounts and registers as they are kept. */
import { hashText } from '#adapters/sha256.ts';
import type { AccountFile, BankLine } from '#domain/bank/account-file.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import { type BookKind, isBookKind, type RegisterKind, type TableKind } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import type { TrackedFinding } from '#domain/finding.ts';
import type { EntryToMatch } from '#domain/match/match.ts';
import { vnd } from '#domain/money.ts';
import { type Account, reconcile } from '#domain/reconcile/account.ts';
import { type Book, type Filed, makeBook } from '#domain/reconcile/book.ts';
import type { FileRows, Rows } from '#domain/reconcile/rows.ts';
import { distinct } from '#domain/reconcile/supersede.ts';
import type { Registers } from '#domain/registers/register.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type Declaration, type Submission, submissionIdOf } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { NO_SUMS } from '#domain/validate/summary.ts';
import { filed, type MadeFile } from '#test/support/made-books.ts';
import { readBookFile } from '#test/support/read-book.ts';

export const registry = shippedRegistry();
export const QVNN = 'QVNN' as FundCode;

export function unitOf(id: string): Unit {
  const unit = registry.byId(id as UnitId);
  if (unit === undefined) throw new Error(`${id} is not in the registry`);
  return unit;
}
export const COMMUNE = unitOf('20335');

export const JANUARY = { from: '2024-01-01', to: '2024-01-31' };
export const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
export const YEAR_2024 = { from: '2024-01-01', to: '2024-12-31' };

/** A file with the rows that stand beside the sums. */
export interface Kept {
  readonly file: Filed;
  readonly entries: readonly EntryToMatch[];
  readonly account?: AccountFile;
  readonly registers?: { readonly [K in RegisterKind]?: readonly Registers[K][] };
}

export interface Said extends Partial<Omit<Declaration, 'openingVnd' | 'closingVnd' | 'cashVnd' | 'period'>> {
  /** The day and second of handing in: 5 is five seconds into 31 December 2024. */
  readonly at: number | string;
  readonly from?: string;
  readonly to?: string;
  readonly openingVnd?: number;
  readonly closingVnd?: number;
  readonly cashVnd?: number;
}

const instant = (at: number | string): Instant =>
  (typeof at === 'string'
    ? `${at}T03:00:00.000Z`
    : `2024-12-31T00:00:${String(at).padStart(2, '0')}.000Z`) as Instant;

const declarationOf = (kind: TableKind, { at, from, to, ...rest }: Said, unit: Unit): Declaration =>
  ({
    unit: unit.code,
    fund: QVNN,
    kind,
    period: { from: from ?? JANUARY.from, to: to ?? JANUARY.to },
    receivedAt: instant(at),
    ...rest,
  }) as unknown as Declaration;

/** A made file with its entries, as the pipeline takes them to the matching. */
export function kept(made: MadeFile): Kept {
  const file = filed(made);
  const context = readContext(made.declaration, registry, campaignsInForce([]));
  if (!context.ok) throw new Error(context.error.rule);
  const { entries } = readBookFile(Buffer.from(made.text), made.kind, context.value);
  return {
    file,
    entries: entries.flatMap((entry): EntryToMatch[] => {
      if (entry.amountVnd === undefined) return [];
      const text = entry.direction === 'in' ? entry.donor : entry.beneficiaryRef;
      return [
        {
          digest: file.submission.digest,
          row: entry.row,
          date: entry.date,
          amountVnd: vnd(entry.direction === 'in' ? entry.amountVnd : -entry.amountVnd),
          ...(entry.documentNo === undefined ? {} : { documentNo: entry.documentNo }),
          ...(text === undefined ? {} : { text }),
          cash: entry.direction === 'in' && entry.channel === 'TIEN_MAT',
        },
      ];
    }),
  };
}

/** Movements as CSV: the heading, then the rows. */
export const movements = (
  kind: BookKind,
  heading: string,
  rows: readonly string[],
  said: Said,
  unit: Unit = COMMUNE,
): Kept =>
  kept({
    kind,
    rows: [],
    text: `${[heading, ...rows].join('\n')}\n`,
    declaration: declarationOf(kind, said, unit),
  });

/** `PT-1,2024-01-02,500`, or with a channel: `PT-1,2024-01-02,500,TIEN_MAT`. */
export const income = (rows: readonly string[], said: Said): Kept =>
  movements(
    'contributions',
    'document_no,date,amount_vnd,channel',
    rows.map((row) => padded(row, 4)),
    said,
  );

/** `PC-1,2024-01-02,500`, or with a purpose: `PC-1,2024-01-02,500,SINH_KE`. */
export const spending = (rows: readonly string[], said: Said): Kept =>
  movements(
    'disbursements',
    'document_no,date,amount_vnd,purpose',
    rows.map((row) => (row.split(',').length < 4 ? `${row},SINH_KE` : row)),
    said,
  );

const padded = (row: string, cells: number): string =>
  row + ','.repeat(Math.max(0, cells - row.split(',').length));

function plainFile(
  kind: TableKind,
  word: string,
  said: Said,
  more: Partial<Submission> = {},
  sums: Filed['summary'] = { ...NO_SUMS, pages: [] },
  unit: Unit = COMMUNE,
): Filed {
  const declaration = declarationOf(kind, said, unit);
  const digest = hashText(word);
  const submission: Submission = {
    id: submissionIdOf(declaration, digest, hashText),
    unitId: unit.id,
    declaration,
    digest,
    bytes: word.length,
    state: 'ACCEPTED',
    rows: {
      total: 1,
      accepted: 1,
      quarantined: 0,
      ignored: 0,
      ignoredAs: { heading: 0, blank: 0, total: 0, title: 0, footer: 0 },
    },
    acceptedVnd: vnd(0),
    quarantinedVnd: vnd(0),
    entries: 1,
    controlTotals: [],
    findings: [],
    ...more,
  };
  return { submission, summary: sums };
}

export interface Statement extends Said {
  readonly account?: string;
  readonly opening: number;
  /** `3 gạo +500 =1500`: the third day of the period's month, and the balance where it does not follow. */
  readonly lines: readonly string[];
  /** Where it is not what the last line says. */
  readonly closing?: number;
  /** Of a bank that prints no balances. */
  readonly noBalances?: true;
}

const LINE = /^(\d{4}-\d\d-\d\d) (.+?) ([+-]\d+)(?: =(-?\d+))?$/;

/** A statement of an account: `2024-01-03 gạo +500`, and `=1500` where the bank prints another balance than follows. */
export function statement({ account, opening, lines, closing, noBalances, ...said }: Statement): Kept {
  const breaks: AccountFile['breaks'][number][] = [];
  let balance = opening;
  const read = lines.map((written, i): BankLine => {
    const [, date = '', text = '', moved = '', printed] = LINE.exec(written) ?? [];
    if (date === '') throw new Error(`not a line of a statement: ${written}`);
    const row = i + 2;
    const amount = Number(moved);
    const follows = balance + amount;
    balance = printed === undefined ? follows : Number(printed);
    if (balance !== follows) {
      breaks.push({
        row,
        date: date as IsoDate,
        expectedVnd: vnd(follows),
        actualVnd: vnd(balance),
        differenceVnd: vnd(balance - follows),
      });
    }
    return {
      row,
      date: date as IsoDate,
      text,
      creditVnd: vnd(Math.max(0, amount)),
      debitVnd: vnd(Math.max(0, -amount)),
      ...(noBalances ? {} : { balanceVnd: vnd(balance) }),
    };
  });
  const balances = noBalances ? {} : { openingVnd: vnd(opening), closingVnd: vnd(closing ?? balance) };
  const word = JSON.stringify([account, opening, lines, said.from, said.to]);
  const file = plainFile(
    'bankStatement',
    word,
    said,
    { ...(account === undefined ? {} : { account }) },
    { ...NO_SUMS, bank: { ...balances, breaks: [...breaks] }, pages: [] },
  );
  const { digest, declaration } = file.submission;
  return {
    file,
    entries: [],
    account: {
      digest,
      receivedAt: declaration.receivedAt,
      account: account ?? '',
      period: declaration.period,
      ...balances,
      lines: read,
      breaks,
    },
  };
}

/** A register of any kind; told apart by its rows. */
export function register<K extends RegisterKind>(
  kind: K,
  rows: readonly Registers[K][],
  said: Said,
  unit: Unit = COMMUNE,
): Kept {
  const file = plainFile(kind, JSON.stringify([kind, rows]), said, {}, { ...NO_SUMS, pages: [] }, unit);
  return { file, entries: [], registers: { [kind]: rows } };
}

type Decision = Registers['decisions'];

export const decisions = (rows: readonly Decision[], said: Said): Kept => register('decisions', rows, said);

export const explain = (row: number, finding: string, more: Partial<Decision> = {}): Decision =>
  ({ row, action: 'GIAI_TRINH', finding, reason: 'Đã kiểm tra', by: 'Kế toán', ...more }) as Decision;

export const digestOf = ({ file }: Kept): Sha256 => file.submission.digest;

/** Its own rows, as the pipeline reads them: movements only where the book has a statement of a bank. */
function rowsOf({ file, entries, account, registers }: Kept, withEntries: boolean): FileRows | undefined {
  const { digest, declaration } = file.submission;
  if (isBookKind(declaration.kind)) return withEntries ? { entries } : undefined;
  if (account !== undefined) return { accounts: [account] };
  return Object.fromEntries(
    Object.entries(registers ?? {}).map(([kind, rows]) => [kind, rows.map((row) => ({ ...row, digest }))]),
  );
}

/** A book with what stands beside it. */
export function bookOf(
  files: readonly Kept[],
  unit: Unit = COMMUNE,
  read: (file: Kept) => boolean = () => true,
): Book {
  const of = { unit, fund: QVNN, registry, hash: hashText };
  // As the pipeline does: a file that was handed in twice is one.
  const once = distinct(files.map(({ file }) => file));
  const own = files.filter(({ file }) => once.includes(file));
  const withEntries = own.some(({ account }) => account !== undefined);
  const rows: Rows = new Map(
    own.flatMap((one) => {
      const ofFile = read(one) ? rowsOf(one, withEntries) : undefined;
      return ofFile === undefined ? [] : [[one.file.submission.id, ofFile] as const];
    }),
  );
  return makeBook({ ...of, rows }, once);
}

export const accountOf = (files: readonly Kept[], unit: Unit = COMMUNE): Account =>
  reconcile(bookOf(files, unit));
export const statementOf = (...files: Kept[]): Account['statement'] => accountOf(files).statement;

type Found = Pick<Account['statement'], 'findings' | 'resolved'>;

/** The findings of one rule. */
export const all = ({ findings }: Found, rule: string): TrackedFinding[] =>
  findings.filter((found) => found.rule === rule);
export const one = (found: Found, rule: string): TrackedFinding | undefined => all(found, rule)[0];
export const goneOf = ({ resolved }: Found, rule: string): TrackedFinding[] =>
  resolved.filter((found) => found.rule === rule);

export const equalityOf = (
  { equalities }: Pick<Account['statement'], 'equalities'>,
  rule: string,
): Account['statement']['equalities'] => equalities.filter((found) => found.rule === rule);
