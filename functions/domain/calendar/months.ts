import { type IsoDate, isoDate, type Period } from '../date.ts';
import { addDays } from '../days.ts';

/** Months since the year 0, for counting with, of a day or of a month: "2025-01-17" and "2025-01" are 24,300. */
export const monthNumber = (date: string): number =>
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
