import type { Period } from '../date.ts';
import { sumVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import { compareText, inKeyOrder, maxText, minText } from '../order.ts';
import type { AccountFile, BankLine } from './account-file.ts';
import { coverageOf, type Stretch } from './coverage.ts';
import { type Joined, Joining } from './joining.ts';
import { byPlace, type Placed } from './line-days.ts';
import { type Overlap, overlapsOf, type Repeat, repeatsOf } from './overlaps.ts';
import { breaksOf, type FileBreak, unlisted } from './path.ts';
import type { Gap } from './walk.ts';

export type { Stretch } from './coverage.ts';
export type { Overlap, Repeat } from './overlaps.ts';
export type { FileBreak } from './path.ts';
export type { Gap } from './walk.ts';

/** A line, and the first file that it stands in. */
export interface ChainedLine extends BankLine, Placed {}

/** All that the statements of one account say together, every line counted once. Lines are private. */
export interface AccountChain {
  /** Digits; '' of files that do not say. Private. */
  readonly account: string;
  /** "TK 1", "TK 2" …: the only name of an account that may be public. */
  readonly label: string;
  /** From the first day that a file covers to the last. */
  readonly period: Period;
  readonly files: number;
  /** Of the first file, and of the last by the end of its period; absent where no balance is printed. */
  readonly openingVnd?: Vnd;
  readonly closingVnd?: Vnd;
  readonly credits: number;
  readonly creditVnd: Vnd;
  readonly debits: number;
  readonly debitVnd: Vnd;
  /** Movements that only the balance shows; both amounts are positive. */
  readonly unlistedIns: number;
  readonly unlistedInVnd: Vnd;
  readonly unlistedOuts: number;
  readonly unlistedOutVnd: Vnd;
  /** By date, then file, then row. */
  readonly lines: readonly ChainedLine[];
  /** Lines not counted, as they stand in an earlier file too. */
  readonly repeatedLines: number;
  /** The days of the period; repeats cover none. */
  readonly coverage: readonly Stretch[];
  readonly breaks: readonly FileBreak[];
  readonly gaps: readonly Gap[];
  readonly overlaps: readonly Overlap[];
  readonly repeats: readonly Repeat[];
  /**
   * Closing − (opening + credit − debit + unlisted in − unlisted out + what gaps hide): 0 where the chain closes, or
   * where no balances are printed. Anything else: lines that were set aside, or files that contradict each other.
   */
  readonly followsVnd: Vnd;
}

/**
 * Chains the statements of every account, accounts in the order in which they first came, so that a further one takes
 * no label from another; then of their digits. Files follow each other by first
 * day, receipt and digest, whatever order they come in. Of days that several files cover, every line is counted as
 * often as in the file that has it most often, in whatever order each file sorts the day; breaks of the balance likewise.
 */
export const chainAccounts = (
  files: readonly AccountFile[],
  memory: ChainMemory = new Map(),
): readonly AccountChain[] =>
  byAccount(files).map((own, i) => chain(joinedFiles([...own].sort(byFile), memory), `TK ${i + 1}`));

/**
 * Files of each account that were chained last, by its digits: of lists that grow file by file each file is read once.
 * It changes no outcome.
 */
export type ChainMemory = Map<string, Joining>;

function joinedFiles(files: readonly AccountFile[], memory: ChainMemory): Joined {
  const account = files[0]?.account ?? '';
  const known = memory.get(account);
  const joining = known?.addUpTo(files) ? known : new Joining(files);
  memory.set(account, joining);
  return joining.joined();
}

/** Files of each account, accounts in the order of their labels. */
export function byAccount<F extends Pick<AccountFile, 'account' | 'receivedAt' | 'knownSince'>>(
  files: readonly F[],
): F[][] {
  const first = (own: readonly F[]) =>
    own.map(({ receivedAt, knownSince }) => knownSince ?? receivedAt).reduce(minText);
  return inKeyOrder(Map.groupBy(files, ({ account }) => account)).sort((a, b) =>
    compareText(first(a), first(b)),
  );
}

const byFile = (a: AccountFile, b: AccountFile): number =>
  compareText(a.period.from, b.period.from) ||
  compareText(a.receivedAt, b.receivedAt) ||
  compareText(a.digest, b.digest) ||
  compareText(a.period.to, b.period.to);

function chain({ files: slotted, slots, walked }: Joined, label: string): AccountChain {
  const files = slotted.map(({ file }) => file);
  const repeats = repeatsOf(slotted);
  const own = slotted.filter((one) => !repeats.has(one));
  const [first] = files;
  if (first === undefined) throw new Error('an account without files');
  const { path, gaps } = walked;
  const { openingVnd, closingVnd } = path;
  const placed = byPlace(slotted);
  const lines = [...slots]
    .sort((a, b) => compareText(a.line.date, b.line.date) || a.file - b.file || a.line.row - b.line.row)
    .map(({ line, file }): ChainedLine => placed({ ...line, digest: files[file]?.digest ?? first.digest }));
  const breaks = inFileOrder([...path.stray, ...breaksOf(path.steps)], files).map(placed);
  const period = periodOf(first.period, files);
  const { creditVnd, debitVnd, ...counts } = linesOf(lines);
  const movedVnd = creditVnd - debitVnd + unlisted(breaks) + hidden(gaps);
  const unknown = openingVnd === undefined || closingVnd === undefined;
  return {
    account: first.account,
    label,
    period,
    files: files.length,
    ...(openingVnd === undefined ? {} : { openingVnd }),
    ...(closingVnd === undefined ? {} : { closingVnd }),
    ...counts,
    creditVnd,
    debitVnd,
    ...unlistedOf(breaks),
    lines,
    repeatedLines: sum(files.map((file) => file.lines.length)) - lines.length,
    coverage: coverageOf(
      own.map(({ file }) => file.period),
      period,
    ),
    breaks,
    gaps,
    overlaps: overlapsOf(own),
    repeats: [...repeats].map(([{ file }, of]) => ({ digest: file.digest, of: of.file.digest })),
    followsVnd: unknown ? ZERO_VND : vnd(closingVnd - openingVnd - movedVnd),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const hidden = (gaps: readonly Gap[]): number =>
  sum(gaps.map(({ differenceVnd = ZERO_VND }) => differenceVnd));

const periodOf = (first: Period, files: readonly AccountFile[]): Period =>
  files.reduce(
    ({ from, to }, { period }) => ({ from: minText(from, period.from), to: maxText(to, period.to) }),
    first,
  );

function linesOf(lines: readonly BankLine[]) {
  return {
    credits: lines.filter(({ creditVnd }) => creditVnd !== 0).length,
    creditVnd: sumVnd(lines.map(({ creditVnd }) => creditVnd)),
    debits: lines.filter(({ debitVnd }) => debitVnd !== 0).length,
    debitVnd: sumVnd(lines.map(({ debitVnd }) => debitVnd)),
  };
}

function unlistedOf(breaks: readonly FileBreak[]) {
  const differences = breaks.map(({ differenceVnd }) => differenceVnd);
  const into = differences.filter((difference) => difference > 0);
  const out = differences.filter((difference) => difference < 0);
  return {
    unlistedIns: into.length,
    unlistedInVnd: sumVnd(into),
    unlistedOuts: out.length,
    unlistedOutVnd: vnd(-sum(out)),
  };
}

function inFileOrder(breaks: readonly FileBreak[], files: readonly AccountFile[]): FileBreak[] {
  const places = new Map(files.map(({ digest }, i) => [digest, i]));
  const place = ({ digest }: FileBreak) => places.get(digest) ?? 0;
  return [...breaks].sort((a, b) => place(a) - place(b) || a.row - b.row);
}
