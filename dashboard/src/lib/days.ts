import type { IsoDate } from '#domain/date.ts';
import { daysBetween } from '#domain/days.ts';
import { groupDigits } from '#domain/format.ts';

/** For how long something stands: "hôm nay", "12 ngày". A day that is yet to come counts as today. */
export const ageText = (since: IsoDate, today: IsoDate): string => {
  const days = daysBetween(since, today);
  return days <= 0 ? 'hôm nay' : `${groupDigits(days)} ngày`;
};
