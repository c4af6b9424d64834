import { type Instant, type IsoDate, type Period, vietnamDay } from '../date.ts';
import { addDays } from '../days.ts';
import { compareText, maxText, minText } from '../order.ts';

/** A file of a book: its kind, the days it speaks of, and when it came. */
export interface HandedIn {
  readonly kind: string;
  /** Of a statement: the account it is of. Every account that a book has is asked for its days. */
  readonly account?: string;
  readonly period: Period;
  readonly receivedAt: Instant;
}

/**
 * The day in Vietnam on which files of a kind covered every day of a period for the first time; undefined while they do
 * not. Where they are of several accounts, the day on which the last of these was covered. A file cannot speak of days
 * after it came, so it covers none of them. The order of files does not matter.
 * @param closed accounts that are asked for no day after the last that a file of theirs speaks of
 */
export function coveredOn(
  files: readonly HandedIn[],
  kind: string,
  period: Period,
  closed: ReadonlySet<string> = new Set(),
): IsoDate | undefined {
  const own = files.filter((file) => file.kind === kind);
  const days: (IsoDate | undefined)[] = [];
  for (const [account, ofAccount] of Map.groupBy(own, (file) => file.account ?? '')) {
    const stretches = ofAccount.map(toldBy);
    const first = stretches.map(({ from }) => from).reduce(minText);
    const last = stretches.map(({ to }) => to).reduce(maxText);
    // The first account is asked for every day, further ones for those since which there are statements of them.
    const asked = {
      from: maxText(period.from, first),
      to: closed.has(account) ? minText(period.to, last) : period.to,
    };
    if (asked.from <= asked.to) days.push(firstCovered(stretches, asked));
  }
  const before = own.length === 0 || own.map(({ period: { from } }) => from).reduce(minText) > period.from;
  if (before || days.length === 0 || days.includes(undefined)) return undefined;
  return days.filter((day) => day !== undefined).reduce(maxText);
}

interface Told extends Period {
  readonly came: IsoDate;
}

function toldBy({ period: { from, to }, receivedAt }: HandedIn): Told {
  const came = vietnamDay(receivedAt);
  return { from, to: minText(to, came), came };
}

function firstCovered(told: readonly Told[], period: Period): IsoDate | undefined {
  const own = told.filter(({ from, to }) => from <= period.to && to >= period.from);
  const days = [...new Set(own.map(({ came }) => came))].sort(compareText);
  return days.find((day) =>
    covers(
      own.filter(({ came }) => came <= day),
      period,
    ),
  );
}

function covers(stretches: readonly Period[], period: Period): boolean {
  let next = period.from;
  for (const { from, to } of [...stretches].sort((a, b) => compareText(a.from, b.from))) {
    if (next > period.to || from > next) break;
    if (to >= next) next = maxText(next, addDays(to, 1));
  }
  return next > period.to;
}
