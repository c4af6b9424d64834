import type { IsoDate, Period } from '../date.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (date: IsoDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** The day of that number. */
export const dayOfNumber = (day: number): IsoDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** The day after. */
export const dayAfter = (date: IsoDate): IsoDate => dayOfNumber(dayNumber(date) + 1);

/** How many days a period has, both ends counted; 0 when it ends before it begins. */
export const daysOf = ({ from, to }: Period): number => Math.max(0, dayNumber(to) - dayNumber(from) + 1);
