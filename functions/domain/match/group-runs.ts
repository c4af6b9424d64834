import { stretches } from './alike.ts';
import type { Board, Verdict } from './board.ts';
import type { EntryToMatch, LineToMatch } from './match.ts';
import { byChance, findRun, type Run } from './run.ts';
import type { Side } from './side.ts';
import { bankEntries, firstFrom } from './sums.ts';

/** Receipts come to the bank within a week, and are entered up to three days late. */
const DAYS_BEFORE = 7;
const DAYS_AFTER = 3;
/** Where more is left around one day, sums prove nothing; looking at all for every row would be slow. */
const MOST_NEAR = 2_000;

const ENTRIES = { level: 'GROUPED', confidence: 55, because: 'ENTRIES_IN_A_ROW' } as const;
const LINES = { level: 'GROUPED', confidence: 55, because: 'LINES_IN_A_ROW' } as const;

type AnySide = Side<LineToMatch> | Side<EntryToMatch>;

/**
 * Rows that follow each other among what is left, of one sign and at most a week wide, add up to one row of the other
 * side: in one way only, claimed by one row only, and not by chance.
 */
export function runs(board: Board): void {
  const { lines, entries } = board;
  for (const sign of [1, -1]) {
    const ofSign = (side: AnySide) => (index: number) => side.amount(index) * sign > 0;
    const settleEntries = (line: number, run: readonly number[]) => settle(board, [line], run, ENTRIES);
    const settleLines = (entry: number, run: readonly number[]) => settle(board, run, [entry], LINES);
    runsOf(lines, lines.left(ofSign(lines)), entries, bankEntries(board, ofSign(entries)), settleEntries);
    for (const ofAccount of stretches(lines.left(ofSign(lines)), board.lineAccounts)) {
      runsOf(entries, bankEntries(board, ofSign(entries)), lines, ofAccount, settleLines);
    }
  }
}

function settle(board: Board, lines: readonly number[], entries: readonly number[], verdict: Verdict): void {
  if (
    lines.every((line) => board.lines.isLeft(line)) &&
    entries.every((entry) => board.entries.isLeft(entry))
  )
    if (board.allowsAll(lines, entries)) board.match(lines, entries, verdict);
}

function runsOf(
  oneSide: AnySide,
  ones: Int32Array,
  manySide: AnySide,
  many: Int32Array,
  settleRun: (one: number, run: readonly number[]) => void,
): void {
  if (many.length < 2) return;
  const amounts = Float64Array.from(many, (index) => Math.abs(manySide.amount(index)));
  const days = Int32Array.from(many, (index) => manySide.day(index));
  const found: { readonly one: number; readonly run: Run }[] = [];
  for (const one of ones) {
    const day = oneSide.day(one);
    const [from, to] = [day - DAYS_BEFORE, day + DAYS_AFTER + 1].map((at) =>
      firstFrom(manySide.days, many, at),
    );
    if (from === undefined || to === undefined || to - from < 2 || to - from > MOST_NEAR) continue;
    const near = { amounts: amounts.subarray(from, to), days: days.subarray(from, to) };
    const run = findRun(near, Math.abs(oneSide.amount(one)));
    if (run === undefined || byChance(near.amounts, run)) continue;
    found.push({ one, run: { from: run.from + from, to: run.to + from } });
  }
  const claims = Map.groupBy(found, ({ run }) => `${run.from} ${run.to}`);
  const single = [...claims.values()].flatMap((claim) => (claim.length === 1 ? claim : []));
  single.sort((a, b) => a.run.to - a.run.from - (b.run.to - b.run.from) || a.one - b.one);
  for (const { one, run } of single) settleRun(one, [...many.subarray(run.from, run.to)]);
}
