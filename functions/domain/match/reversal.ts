import { stretches } from './alike.ts';
import type { Board } from './board.ts';
import { speaksOfRefund } from './refund-words.ts';
import { bankEntries } from './sums.ts';
import { isTelling, wordsOf } from './words.ts';

/** Banks return what could not be paid out within two months. */
export const MOST_DAYS_BACK = 60;

const LINE = { level: 'REVERSAL', because: 'LINE_TAKEN_BACK' } as const;
const ENTRY = { level: 'REVERSAL', because: 'ENTRY_TAKEN_BACK' } as const;

/**
 * Two lines of one account, or two entries, of which the later takes the earlier back: opposite amounts, and the same
 * number or a text that says so. The nearest in days go together.
 */
export function reversals(board: Board): void {
  reversedLines(board);
  reversedEntries(board);
}

function reversedLines(board: Board): void {
  const { lines, lineDocuments } = board;
  const sizes = lines.amounts.map(Math.abs);
  const pair = (confidence: number) => (earlier: number, later: number) =>
    board.match([earlier, later], [], { ...LINE, confidence });
  const isLeft = (line: number): boolean => lines.isLeft(line);
  const settle = { isLeft, days: lines.days, amounts: lines.amounts };
  for (const ofAccount of stretches(lines.left(), board.lineAccounts)) {
    for (const ofSize of stretches(ofAccount, sizes)) {
      if (!bothSigns(ofSize, lines.amounts)) continue;
      for (const ofNumber of stretches(ofSize, lineDocuments)) {
        if ((lineDocuments[ofNumber[0] ?? -1] ?? -1) >= 0)
          takeBack(ofNumber, { ...settle, says: () => true, pair: pair(90) });
      }
      takeBack(ofSize, { ...settle, says: (line) => speaksOfRefund(lines.row(line).text), pair: pair(80) });
    }
  }
}

function reversedEntries(board: Board): void {
  const { entries, entryDocuments } = board;
  const sizes = entries.amounts.map(Math.abs);
  const pair = (confidence: number) => (earlier: number, later: number) =>
    board.match([], [earlier, later], { ...ENTRY, confidence });
  const isLeft = (entry: number): boolean => entries.isLeft(entry);
  const settle = { isLeft, days: entries.days, amounts: entries.amounts, says: () => true };
  for (const ofSize of stretches(bankEntries(board), sizes)) {
    if (!bothSigns(ofSize, entries.amounts)) continue;
    for (const ofNumber of stretches(ofSize, entryDocuments)) {
      if ((entryDocuments[ofNumber[0] ?? -1] ?? -1) >= 0) takeBack(ofNumber, { ...settle, pair: pair(85) });
    }
    const texts = Map.groupBy(ofSize, (entry) => keyOfText(entries.row(entry).text ?? ''));
    for (const [text, ofText] of texts) {
      if (text !== '') takeBack(Int32Array.from(ofText), { ...settle, pair: pair(75) });
    }
  }
}

function keyOfText(text: string): string {
  const words = wordsOf(text);
  return isTelling(words) ? words.join(' ') : '';
}

const bothSigns = (indices: Int32Array, amounts: Float64Array): boolean =>
  indices.some((index) => (amounts[index] ?? 0) > 0) && indices.some((index) => (amounts[index] ?? 0) < 0);

interface TakingBack {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly isLeft: (index: number) => boolean;
  /** Whether a row says that it takes another back. */
  readonly says: (later: number) => boolean;
  readonly pair: (earlier: number, later: number) => void;
}

/** Rows of one size in order of days: each that takes back goes with the last before it that has the other sign. */
function takeBack(indices: Int32Array, { days, amounts, isLeft, says, pair }: TakingBack): void {
  const open: Record<'in' | 'out', number[]> = { in: [], out: [] };
  for (const later of indices) {
    if (!isLeft(later)) continue;
    const [own, other] = (amounts[later] ?? 0) > 0 ? [open.in, open.out] : [open.out, open.in];
    const earlier = other.at(-1);
    const apart = earlier === undefined ? Number.NaN : (days[later] ?? 0) - (days[earlier] ?? 0);
    // Some banks list the newest first, so within a day either may be the one that takes back.
    const told = earlier !== undefined && (says(later) || (apart === 0 && says(earlier)));
    if (earlier !== undefined && apart <= MOST_DAYS_BACK && told) {
      other.pop();
      pair(earlier, later);
    } else own.push(later);
  }
}
