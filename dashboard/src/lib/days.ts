import { daysBetween } from '#domain/calendar/days.ts';
import type { IsoDate, Period } from '#domain/date.ts';
import { groupDigits } from '#domain/format.ts';

/** Days of a period, both ends counted. */
export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1;

/** For how long something stands: "hôm nay", "12 ngày". A day that is yet to come counts as today. */
export const ageText = (since: IsoDate, today: IsoDate): string => {
  const days = daysBetween(since, today);
  return days <= 0 ? 'hôm nay' : `${groupDigits(days)} ngày`;
};
