import type { Board, Verdict } from './board.ts';
import type { EntryToMatch, LineToMatch } from './match.ts';
import type { Side } from './side.ts';
import { bankEntries, byAmount, firstFrom } from './sums.ts';

const NEAR_DAYS = 3;
/** Of more rows too many subsets have the same sum to prove anything. */
const MOST_CANDIDATES = 12;

const ENTRIES = { level: 'GROUPED', confidence: 45, because: 'ONLY_ENTRIES_THAT_ADD_UP' } as const;
const LINES = { level: 'GROUPED', confidence: 45, because: 'ONLY_LINES_THAT_ADD_UP' } as const;

type AnySide = Side<LineToMatch> | Side<EntryToMatch>;

/**
 * A few rows within three days, of one sign, of which just one choice adds up to a row of the other side; and no other
 * row of that amount is left near it that could claim them.
 */
export function subsets(board: Board): void {
  const { lines, entries } = board;
  for (const sign of [1, -1]) {
    const ofSign = (side: AnySide) => (index: number) => side.amount(index) * sign > 0;
    const settle = (l: readonly number[], e: readonly number[], verdict: Verdict): boolean => {
      const allowed = board.allowsAll(l, e);
      if (allowed) board.match(l, e, verdict);
      return allowed;
    };
    subsetsOf(lines, lines.left(ofSign(lines)), entries, bankEntries(board, ofSign(entries)), (line, some) =>
      settle([line], some, ENTRIES),
    );
    subsetsOf(entries, bankEntries(board, ofSign(entries)), lines, lines.left(ofSign(lines)), (entry, some) =>
      settle(some, [entry], LINES),
    );
  }
}

function subsetsOf(
  oneSide: AnySide,
  ones: Int32Array,
  manySide: AnySide,
  many: Int32Array,
  settle: (one: number, some: readonly number[]) => boolean,
): void {
  const equals = byAmount(oneSide, ones);
  let sums: Sums | undefined;
  for (const one of ones) {
    const day = oneSide.day(one);
    if (sums?.day !== day) sums = sumsNear(manySide, many, day);
    const some = sums.choice(Math.abs(oneSide.amount(one)));
    if (some.length < 2) continue;
    const rivals = (equals.get(oneSide.amount(one)) ?? []).filter(
      (other) => oneSide.isLeft(other) && Math.abs(oneSide.day(other) - day) <= 2 * NEAR_DAYS,
    );
    if (rivals.length === 1 && settle(one, some)) sums = undefined;
  }
}

interface Sums {
  readonly day: number;
  /** The rows that add up to a sum; none where no choice does, or several do. */
  readonly choice: (sum: number) => readonly number[];
}

/** Every choice among the rows left near a day, by its sum. Worked out once for all rows of that day. */
function sumsNear(side: AnySide, many: Int32Array, day: number): Sums {
  const from = firstFrom(side.days, many, day - NEAR_DAYS);
  const to = firstFrom(side.days, many, day + NEAR_DAYS + 1);
  const near: number[] = [];
  for (let at = from; at < to && near.length <= MOST_CANDIDATES; at += 1) {
    const index = many[at] ?? -1;
    if (side.isLeft(index)) near.push(index);
  }
  if (near.length > MOST_CANDIDATES) return { day, choice: () => [] };
  const sums = new Float64Array(2 ** near.length);
  const masks = new Map<number, number>();
  for (let mask = 1; mask < sums.length; mask += 1) {
    const lowest = mask & -mask;
    const index = near[31 - Math.clz32(lowest)] ?? -1;
    const sum = (sums[mask ^ lowest] ?? Number.NaN) + Math.abs(side.amount(index));
    sums[mask] = sum;
    masks.set(sum, masks.has(sum) ? SEVERAL : mask);
  }
  return { day, choice: (sum) => near.filter((_, i) => ((masks.get(sum) ?? SEVERAL) & (1 << i)) !== 0) };
}

const SEVERAL = 0;
