/** A stretch of rows, the end not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const MOST_DAYS_WIDE = 7;
/** Of stretches about as great, how many may have the sum by chance. */
const MOST_BY_CHANCE = 0.05;

/**
 * The stretch of two or more that adds up to a sum and is at most a week wide, where it is the only one and no single
 * row is the sum. One pass: amounts are positive.
 */
export function findRun(
  { amounts, days }: { readonly amounts: Float64Array; readonly days: Int32Array },
  sum: number,
): Run | undefined {
  let found: Run | undefined;
  let from = 0;
  let total = 0;
  for (let to = 0; to < amounts.length; to += 1) {
    total += amounts[to] ?? Number.NaN;
    while (total > sum) {
      total -= amounts[from] ?? Number.NaN;
      from += 1;
    }
    if (total !== sum || (days[to] ?? 0) - (days[from] ?? 0) > MOST_DAYS_WIDE) continue;
    if (found !== undefined || from === to) return undefined;
    found = { from, to: to + 1 };
  }
  return found;
}

/**
 * Whether round amounts might well come to the sum of a run by chance: for the sums that stretches about as great
 * could have, there are too many such stretches. Amounts in whole millions come to ten million in many ways, odd ones
 * to 10,234,567 in one.
 */
export function byChance(amounts: Float64Array, { from, to }: Run): boolean {
  const run = amounts.subarray(from, to);
  const sum = run.reduce((a, b) => a + b, 0);
  const like = countUpTo(amounts, sum * 1.5) - countUpTo(amounts, sum * 0.5);
  return like * run.reduce(greatestCommon) > sum * MOST_BY_CHANCE;
}

/** How many stretches of two or more have at most that sum. */
function countUpTo(amounts: Float64Array, most: number): number {
  let count = 0;
  let from = 0;
  let total = 0;
  for (let to = 0; to < amounts.length; to += 1) {
    total += amounts[to] ?? Number.NaN;
    while (total > most) {
      total -= amounts[from] ?? Number.NaN;
      from += 1;
    }
    count += Math.max(0, to - from);
  }
  return count;
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));
