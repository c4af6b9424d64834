import type { IsoDate, Period } from './date.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01: differences between two are days. */
export const dayNumber = (date: IsoDate): number => Date.parse(date) / DAY_MS;

/** The day of that number. Throws outside of the years 1900–2999. */
export function dayOfNumber(day: number): IsoDate {
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (!/^(?:19|2\d)\d{2}-/.test(text)) throw new RangeError(`not a day of the calendar: ${text}`);
  return text as IsoDate;
}

/** The day so many days after another; before it where negative. Throws outside of the years 1900–2999. */
export const addDays = (date: IsoDate, days: number): IsoDate => dayOfNumber(dayNumber(date) + days);

/** Whole days from one day to another; negative where the second comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** How many days a period has, both ends counted; 0 when it ends before it begins. */
export const daysOf = ({ from, to }: Period): number => Math.max(0, daysBetween(from, to) + 1);
