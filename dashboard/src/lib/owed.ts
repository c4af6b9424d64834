/** What the books of one object owe of disclosure on a reader's day: silence as a figure. */
import { dutiesSince } from '#domain/calendar/duties.ts';
import { daysLeft } from '#domain/calendar/duty-text.ts';
import { fundDays } from '#domain/calendar/fund-days.ts';
import type { Campaign, FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { compareText } from '#domain/order.ts';
import type { Across } from '#domain/publish/across-schema.ts';
import type { Unit } from '#domain/units/unit.ts';

export interface OwedBy {
  readonly unit: Unit;
  readonly fund: FundCode;
  /** How many duties are overdue. */
  readonly overdue: number;
  /** The last day on which the oldest of them would have been in time, and how long ago that is. */
  readonly due: IsoDate;
  readonly days: number;
  /** The day of its last file. */
  readonly updatedOn: IsoDate;
}

/** Books of a fund that owe something, those that owe most first. */
export function owedBy(
  { books }: Pick<Across, 'books'>,
  fund: FundCode,
  campaigns: readonly Campaign[],
  today: IsoDate,
): readonly OwedBy[] {
  const campaign = campaigns.find(({ code }) => code === fund);
  return books
    .flatMap((book): OwedBy[] => {
      const { unit, owed } = book;
      if (book.fund !== fund || owed === undefined) return [];
      const { period, updatedOn, open } = owed;
      const since = dutiesSince(fundDays(campaign, unit), { period, asOf: updatedOn }, today);
      const dues = [...open, ...since.map(({ due }) => [due, 1] as const)]
        .filter(([due]) => daysLeft(due, today) < 0)
        .sort(([a], [b]) => compareText(a, b));
      const [first] = dues;
      if (first === undefined) return [];
      const overdue = dues.reduce((sum, [, count]) => sum + count, 0);
      return [{ unit, fund, overdue, due: first[0], days: -daysLeft(first[0], today), updatedOn }];
    })
    .sort((a, b) => b.overdue - a.overdue || compareText(a.due, b.due) || compareText(a.unit.id, b.unit.id));
}
