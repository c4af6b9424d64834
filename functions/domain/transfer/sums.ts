import { compareText } from '../order.ts';
import { linesBy, type OpenLine } from './open-line.ts';
import { betweenUnits, type ReceiversOf, type SendersOf } from './senders.ts';
import { EARLY_DAYS, isOpen, NEAR_DAYS, namesNobody, type Settle, sumSides, type Waiting } from './side.ts';

/** A sum is looked for among at most this many sides that follow each other: a limit on the work, and on chance. */
const MAX_SUMMED = 50;

/**
 * Sums between the same two units, to the đồng: several sent and received as one, or one sent and received as several.
 * The several are of one round, first all of it; or they follow each other within 31 days.
 */
export function pairSums(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  receiversOf: ReceiversOf,
  settle: Settle,
): void {
  for (const group of betweenUnits(outs, ins, sendersOf, receiversOf, ({ round }) => round)) {
    pairWithSums(group.outs, group.ins, Infinity, settle);
  }
  for (const group of betweenUnits(outs, ins, sendersOf, receiversOf, () => '')) {
    pairWithSums(group.outs, group.ins, NEAR_DAYS, settle);
  }
}

function pairWithSums(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  spanDays: number,
  settle: Settle,
): void {
  forEachSum(outs, ins, spanDays, {
    wholeOf: (line, { last }) => line.nearest(last, last - EARLY_DAYS),
    found: (run, whole) => settle(run, [whole]),
  });
  forEachSum(ins, outs, spanDays, {
    wholeOf: (line, { first }) => line.nearest(first, -Infinity, first + EARLY_DAYS),
    found: (run, whole) => settle([whole], run),
  });
}

/** What to do with several sides whose sum some others have as their amount. */
interface Search {
  /** The one among those of that amount whose day fits the first and the last day of the several. */
  readonly wholeOf: (line: OpenLine, days: { first: number; last: number }) => Waiting | undefined;
  readonly found: (run: readonly Waiting[], whole: Waiting) => void;
}

/** Looks at all the sides at once where any days will do, then at each run of neighbours, short ones first. */
function forEachSum(
  several: readonly Waiting[],
  wholes: readonly Waiting[],
  spanDays: number,
  search: Search,
): void {
  const sides = several.filter(isOpen);
  const byAmount = linesBy(
    wholes.filter(isOpen),
    ({ side }) => side.amountVnd,
    ({ day }) => day,
  );
  const tried = (run: readonly Waiting[], sumVnd: number): boolean => {
    const [first, last, line] = [run[0], run.at(-1), byAmount.get(sumVnd)];
    if (run.length < 2 || first === undefined || last === undefined || line === undefined) return false;
    const whole = search.wholeOf(line, { first: first.day, last: last.day });
    if (whole !== undefined) search.found(run, whole);
    return whole !== undefined;
  };
  if (spanDays === Infinity && tried(sides, sumOf(sides))) return;
  for (const [at, start] of sides.entries()) {
    const run: Waiting[] = [];
    let sumVnd = 0;
    for (const side of sides.slice(at, at + MAX_SUMMED)) {
      if (!start.open || side.day - start.day > spanDays) break;
      run.push(side);
      sumVnd += side.side.amountVnd;
      if (tried(run, sumVnd)) break;
    }
  }
}

const sumOf = (sides: readonly Waiting[]): number => sumSides(sides.map(({ side }) => side));

/** One that was sent to nobody by name, in a round, is all that units below took of that round and that is still open. */
export function pairRounds(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  settle: Settle,
): void {
  const unnamed = outs.filter(({ open, side, round }) => open && namesNobody(side) && round !== undefined);
  const sent = Map.groupBy(unnamed, ({ side, round }) => `${side.unit.id}\t${round}`);
  const received = new Map<string, Waiting[]>();
  for (const one of ins) {
    if (!one.open || one.round === undefined || one.side.otherUnknown) continue;
    for (const sender of sendersOf(one)) {
      const key = `${sender}\t${one.round}`;
      received.set(key, received.get(key) ?? []);
      received.get(key)?.push(one);
    }
  }
  for (const [key, group] of [...received].sort(([a], [b]) => compareText(a, b))) {
    const several = group.filter(isOpen);
    const sumVnd = sumOf(several);
    const latest = (several[0]?.day ?? 0) + EARLY_DAYS;
    const whole = sent.get(key)?.find(({ side, day }) => side.amountVnd === sumVnd && day <= latest);
    if (whole !== undefined) settle([whole], several);
  }
}
