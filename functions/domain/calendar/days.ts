import { type IsoDate, isoDate, type Period } from '../date.ts';

const DAY_MS = 86_400_000;

/** The day so many days after another; before it where negative. Throws outside of the years 1900–2999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const at = new Date(Date.parse(date) + days * DAY_MS);
  return day(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** Whole days from one day to another; negative where the second comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Months since the year 0, for counting with: January 2025 is 24,300. */
export const monthNumber = (date: IsoDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** So many whole months that end with a month, given by its number. */
export function monthsUpTo(lastMonth: number, months: number): Period {
  const first = lastMonth - months + 1;
  const next = lastMonth + 1;
  return {
    from: day(Math.floor(first / 12), (first % 12) + 1, 1),
    to: addDays(day(Math.floor(next / 12), (next % 12) + 1, 1), -1),
  };
}

function day(year: number, month: number, dayOfMonth: number): IsoDate {
  const date = isoDate(year, month, dayOfMonth);
  if (date === undefined) throw new RangeError(`not a day of the calendar: ${year}-${month}-${dayOfMonth}`);
  return date;
}
