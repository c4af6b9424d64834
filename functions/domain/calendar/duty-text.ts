import type { IsoDate } from '../date.ts';
import { daysBetween } from '../days.ts';
import { groupDigits } from '../format.ts';
import type { Duty } from './duties.ts';

/** Days from a reader's today to a due day: 0 on that day, negative once it is over. */
export const daysLeft = (due: IsoDate, today: IsoDate): number => daysBetween(today, due);

/**
 * How a duty stands, in words, on a reader's day. Today is handed in by whoever shows it: what is published holds due
 * days only, and is the same whenever it is built. The words of its certainty are shown beside it.
 */
export function dutyText(
  duty: Pick<Duty, 'state' | 'due'> & { readonly lateDays?: number | undefined },
  today: IsoDate,
): string {
  switch (duty.state) {
    case 'DONE':
      return 'đã làm đúng hạn';
    case 'DONE_LATE':
      return `đã làm, trễ ${groupDigits(duty.lateDays ?? 0)} ngày`;
    case 'OPEN': {
      const left = daysLeft(duty.due, today);
      if (left === 0) return 'hạn hôm nay';
      return left > 0 ? `còn ${groupDigits(left)} ngày` : `quá hạn ${groupDigits(-left)} ngày`;
    }
  }
}
