import type { IsoDate, Period } from '../date.ts';
import { type Vnd, vnd } from '../money.ts';
import type { Sha256 } from '../sha256.ts';
import { type AccountFile, type BalanceBreak, movedBy } from './account-file.ts';
import type { Placed } from './line-days.ts';

export interface FileBreak extends BalanceBreak, Placed {}

/** One movement in the order in which the balance runs; or, between two files, the opening of the later one. */
export interface Step {
  readonly slot: number;
  /** Where it stands in its file. */
  readonly digest: Sha256;
  readonly row: number;
  readonly date: IsoDate;
  /** Positive into the account. */
  readonly movedVnd: number;
  /** After it: as printed, or as it follows; undefined before the first balance is known. */
  readonly balanceVnd: Vnd | undefined;
  /** What the balance did between the step before and this one that no line says. */
  readonly breaks: readonly FileBreak[];
}

/** The way of an account's balance through one file, or through several joined. */
export interface Path {
  readonly openingVnd: Vnd | undefined;
  /** At its end, as printed. */
  readonly closingVnd: Vnd | undefined;
  /** At its end, as printed or as it follows from what is printed before. */
  readonly endVnd: Vnd | undefined;
  readonly steps: readonly Step[];
  /** Breaks of files without lines. */
  readonly stray: readonly FileBreak[];
  readonly period: Period;
  /** The files that it begins and ends with. */
  readonly first: Sha256;
  readonly last: Sha256;
}

/** The path of one file. A break that stands on no line is set on the last. */
export function pathOf(file: AccountFile, slots: readonly number[]): Path {
  const { openingVnd, closingVnd, period, digest } = file;
  const breaks = [...file.breaks].sort((a, b) => a.row - b.row).map((one) => ({ ...one, digest }));
  const placed = placeBreaks(file, breaks);
  const steps: Step[] = [];
  let balance = openingVnd;
  for (const [i, line] of file.lines.entries()) {
    const slot = slots[i];
    if (slot === undefined) throw new Error('a line without its slot');
    const own = placed.get(i) ?? NONE;
    const movedVnd = movedBy(line);
    const follows = balance === undefined ? undefined : vnd(balance + movedVnd);
    balance = line.balanceVnd ?? follows;
    const { row, date } = line;
    steps.push({ slot, digest, row, date, movedVnd, balanceVnd: balance, breaks: own });
  }
  const stray = steps.length === 0 ? breaks : [];
  const endVnd = closingVnd ?? balance;
  return { openingVnd, closingVnd, endVnd, steps, stray, period, first: digest, last: digest };
}

const NONE: readonly FileBreak[] = [];
const NO_BREAKS: ReadonlyMap<number, FileBreak[]> = new Map();

/** Is no movement: the balance with which a file begins behind others, as missing days may have moved it. */
export const openingStep = (balanceVnd: Vnd, digest: Sha256, date: IsoDate): Step => ({
  slot: -1,
  digest,
  row: 0,
  date,
  movedVnd: 0,
  balanceVnd,
  breaks: NONE,
});

/** Breaks by the place of the line that they stand on. Rows may be in any order. */
function placeBreaks({ lines }: AccountFile, breaks: readonly FileBreak[]): ReadonlyMap<number, FileBreak[]> {
  if (breaks.length === 0) return NO_BREAKS;
  const places = new Map(lines.map(({ row }, i) => [row, i]));
  const placed = new Map<number, FileBreak[]>();
  for (const one of breaks) {
    const at = places.get(one.row) ?? lines.length - 1;
    placed.set(at, [...(placed.get(at) ?? []), one]);
  }
  return placed;
}

export const unlisted = (breaks: readonly BalanceBreak[]): number =>
  breaks.reduce((sum, { differenceVnd }) => sum + differenceVnd, 0);

export const moved = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.movedVnd, 0);

export const breaksOf = (steps: readonly Step[]): FileBreak[] => steps.flatMap(({ breaks }) => breaks);

/** Whether balances are printed that can be followed from the beginning. */
export const isBalanced = ({ openingVnd, endVnd }: Path): boolean =>
  openingVnd !== undefined && endVnd !== undefined;
