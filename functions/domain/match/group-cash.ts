import { stretches } from './alike.ts';
import type { Board } from './board.ts';
import { exactSum } from './sums.ts';
import { wordsOf } from './words.ts';

/** Cash is brought to the bank within a week. */
const MOST_DAYS_BEFORE = 7;

/** How the narrative of a deposit over the counter begins or goes on, folded. */
const DEPOSIT = /\b(nop|gui) (tien mat|tien|tm|vao tk|quy)\b|\btien mat\b|\bnop tm\b/;

interface CashDay {
  readonly entries: readonly number[];
  readonly sumVnd: number;
}

/**
 * Cash that came in on one day, or on a few days in a row, is one deposit: on its last day or within a week of its
 * first. Fewer days come first, then later ones. One receipt alone is a deposit only where the narrative says so.
 */
export function deposits(board: Board): void {
  const { lines, entries } = board;
  const days = new Map<number, CashDay>();
  const cash = entries.left((entry) => entries.row(entry).cash && entries.amount(entry) > 0);
  for (const ofDay of stretches(cash, entries.days)) {
    const sumVnd = exactSum(entries, ofDay);
    if (sumVnd !== undefined) days.set(entries.day(ofDay[0] ?? -1), { entries: [...ofDay], sumVnd });
  }
  if (days.size === 0) return;
  const credits = lines.left((line) => lines.amount(line) > 0);
  for (let wide = 1; wide <= MOST_DAYS_BEFORE + 1; wide += 1) {
    for (const line of credits) if (lines.isLeft(line)) deposit(board, days, line, wide);
  }
}

function deposit(board: Board, days: Map<number, CashDay>, line: number, wide: number): void {
  const day = board.lines.day(line);
  for (let last = day; last - wide + 1 >= day - MOST_DAYS_BEFORE; last -= 1) {
    const first = last - wide + 1;
    // A stretch that begins or ends with a day of nothing is a narrower one.
    if (!days.has(first) || !days.has(last)) continue;
    let sum = 0;
    for (let at = first; at <= last; at += 1) sum += days.get(at)?.sumVnd ?? 0;
    if (sum !== board.lines.amount(line)) continue;
    const group: number[] = [];
    for (let at = first; at <= last; at += 1) group.push(...(days.get(at)?.entries ?? []));
    if (!board.allowsAll([line], group) || (group.length === 1 && !saysDeposit(board, line))) continue;
    board.match([line], group, {
      level: 'GROUPED',
      confidence: Math.max(50, 70 - 2 * (day - first)),
      because: 'CASH_DEPOSIT',
    });
    for (let at = first; at <= last; at += 1) days.delete(at);
    return;
  }
}

const saysDeposit = ({ lines }: Board, line: number): boolean =>
  DEPOSIT.test(wordsOf(lines.row(line).text ?? '').join(' '));
