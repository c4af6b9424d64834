import { type IsoDate, type Period, vietnamDay } from '../date.ts';
import { addDays, daysBetween } from '../days.ts';
import { compareText, maxText } from '../order.ts';
import { coveredOn, type HandedIn } from './coverage.ts';
import { type Certainty, type Deadline, SHIPPED_DEADLINES } from './deadlines.ts';
import { endOf, type FundDays, lifeOf, occasionsOf } from './occasions.ts';

/** A duty for one period of one book, and whether it was met by the day of the ledger. */
export interface Duty {
  readonly code: string;
  /** Vietnamese, as people read it. */
  readonly title: string;
  readonly forPeriod: Period;
  /** The last day on which it is met in time. */
  readonly due: IsoDate;
  /** The day in Vietnam on which the last file came that it takes, or on which the end came that it asks for. */
  readonly doneOn?: IsoDate;
  readonly state: 'DONE' | 'DONE_LATE' | 'OPEN';
  /** Days from `due` to `doneOn`, only of what was done late: what is open grows late with the day of its reader. */
  readonly lateDays?: number;
  /** M: by configuration, never to be shown as law. `CERTAINTIES` has the words to show with it. */
  readonly certainty: Certainty;
  readonly source: string;
}

/** What one unit handed in of a fund until the day of the ledger. */
export interface BookDays {
  /** From the first day that any file speaks of to the last. */
  readonly period: Period;
  readonly handedIn: readonly HandedIn[];
  /** The day of the ledger, never that of a clock. Files that came later are not looked at. */
  readonly asOf: IsoDate;
  /** Accounts that ended with nothing in them. */
  readonly closed?: ReadonlySet<string>;
}

/**
 * What a unit owes of a fund: each duty whose basis day has come by the day of the ledger, at most 36 months back.
 * A duty per month, quarter, half or whole year stands for every such period of the life of the fund in this book, and
 * is met by files that cover those of its days on which there was a fund. A duty that counts from an end that is
 * not known is not listed. Ordered by due day, code and period; the order of files does not matter.
 */
export function dutiesOf(
  fund: FundDays,
  book: BookDays,
  deadlines: readonly Deadline[] = SHIPPED_DEADLINES,
): readonly Duty[] {
  const files = book.handedIn.filter(({ receivedAt }) => vietnamDay(receivedAt) <= book.asOf);
  const life = lifeOf(fund, book.period);
  return deadlines
    .filter(({ appliesTo }) => appliesTo.includes(fund.kind))
    .flatMap((deadline) =>
      occasionsOf(deadline.basis, fund, life, book.asOf)
        .filter(({ basis }) => deadline.validFrom <= basis && basis <= (deadline.validTo ?? basis))
        .map(({ basis, forPeriod, days }) => {
          const due = addDays(basis, deadline.days);
          const doneOn = Array.isArray(deadline.metBy)
            ? handedInOn(files, deadline.metBy, days, book.closed)
            : endedOn(endOf(fund, deadline.metBy), book.asOf);
          // What counts from a first day is for the days that it leaves.
          const period = deadline.basis === 'CAMPAIGN_START' ? { from: basis, to: due } : forPeriod;
          return dutyOf(deadline, period, due, doneOn);
        }),
    )
    .sort(byDue);
}

/**
 * What has come to be owed between the day of a book's last file and a reader's day, both inclusive: nothing of it can
 * have been handed in. Told beside `dutiesOf` of the former day, it makes silence visible.
 */
export const dutiesSince = (
  fund: FundDays,
  { period, asOf }: Pick<BookDays, 'period' | 'asOf'>,
  today: IsoDate,
): readonly Duty[] => {
  const told = new Set(dutiesOf(fund, { period, handedIn: [], asOf }).map(keyOf));
  return dutiesOf(fund, { period, handedIn: [], asOf: today }).filter((duty) => !told.has(keyOf(duty)));
};

const keyOf = ({ code, forPeriod: { from, to } }: Duty): string => `${code} ${from} ${to}`;

/** The day on which files of every kind covered the days. */
function handedInOn(
  files: readonly HandedIn[],
  kinds: readonly string[],
  days: Period,
  closed: ReadonlySet<string> | undefined,
): IsoDate | undefined {
  let last: IsoDate | undefined;
  for (const kind of kinds) {
    const day = coveredOn(files, kind, days, closed);
    if (day === undefined) return undefined;
    last = maxText(last ?? day, day);
  }
  return last;
}

const endedOn = (end: IsoDate | undefined, asOf: IsoDate): IsoDate | undefined =>
  end !== undefined && end <= asOf ? end : undefined;

function dutyOf(
  { code, title, certainty, source }: Deadline,
  forPeriod: Period,
  due: IsoDate,
  doneOn: IsoDate | undefined,
): Duty {
  const duty = { code, title, forPeriod, due, certainty, source };
  if (doneOn === undefined) return { ...duty, state: 'OPEN' };
  if (doneOn <= due) return { ...duty, doneOn, state: 'DONE' };
  return { ...duty, doneOn, state: 'DONE_LATE', lateDays: daysBetween(due, doneOn) };
}

const byDue = (a: Duty, b: Duty): number =>
  compareText(a.due, b.due) || compareText(a.code, b.code) || compareText(a.forPeriod.from, b.forPeriod.from);
