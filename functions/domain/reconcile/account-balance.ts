import { movedBy } from '../bank/account-file.ts';
import { dayBefore, type IsoDate } from '../date.ts';
import type { Vnd } from '../money.ts';
import { compareText } from '../order.ts';
import { type Account, worth } from './account-worth.ts';

/** Days on which a balance moved, in order, with what moved it on each and after it. */
interface Moves {
  readonly days: readonly IsoDate[];
  readonly sums: readonly number[];
}

/** An account is asked for many days, of many states of its book: its lines are added up once. */
const addedBefore = new WeakMap<Account, Moves>();

/**
 * What stood in an account at the end of a day. Undefined of a day before its statements begin, and where days follow
 * of which nobody can tell what they hid.
 */
export function balanceOn(account: Account, day: IsoDate): Vnd | undefined {
  const { closingVnd, gaps, period } = account;
  if (closingVnd === undefined || day < dayBefore(period.from)) return undefined;
  if (gaps.some(({ to, differenceVnd }) => to > day && differenceVnd === undefined)) return undefined;
  const moves = addedBefore.get(account) ?? movesOf(account);
  addedBefore.set(account, moves);
  return worth(account, closingVnd - (moves.sums[firstAfter(moves.days, day)] ?? 0));
}

function movesOf({ lines, breaks, gaps }: Account): Moves {
  const byDay = new Map<IsoDate, number>();
  const add = (day: IsoDate, moved: number) => byDay.set(day, (byDay.get(day) ?? 0) + moved);
  for (const line of lines) add(line.day ?? line.date, movedBy(line));
  // What is not listed moved the balance too.
  for (const { day, date = day, differenceVnd } of breaks)
    if (date !== undefined) add(day ?? date, differenceVnd);
  for (const { to, differenceVnd } of gaps) add(to, differenceVnd ?? 0);
  const days = [...byDay.keys()].sort(compareText);
  const sums: number[] = [];
  let after = 0;
  for (const day of days.toReversed()) {
    after += byDay.get(day) ?? 0;
    sums.push(after);
  }
  return { days, sums: sums.reverse() };
}

/** The place of the first day later than another. */
function firstAfter(days: readonly IsoDate[], day: IsoDate): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((days[middle] ?? day) > day) to = middle;
    else from = middle + 1;
  }
  return from;
}
