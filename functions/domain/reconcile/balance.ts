import type { IsoDate } from '../date.ts';
import { type Vnd, vnd, ZERO_VND } from '../money.ts';
import { compareText } from '../order.ts';
import type { Summary } from '../validate/summary.ts';

export type Day = Summary['days'][number];

/** The running balance of a book: what it opened with, and every day with movements. */
export interface Balance {
  readonly openingVnd: Vnd;
  readonly days: readonly Day[];
}

/** Adds days of several files up, in order of date. */
export function mergeDays(lists: readonly (readonly Day[])[]): Day[] {
  const byDate = new Map<IsoDate, Day>();
  for (const { date, inVnd, outVnd } of lists.flat()) {
    const known = byDate.get(date);
    byDate.set(date, {
      date,
      inVnd: vnd((known?.inVnd ?? 0) + inVnd),
      outVnd: vnd((known?.outVnd ?? 0) + outVnd),
    });
  }
  return [...byDate.values()].sort((a, b) => compareText(a.date, b.date));
}

/** The balance at the end of a day; `before` the day, when asked so. */
export function balanceAt({ openingVnd, days }: Balance, date: IsoDate, when: 'end' | 'before' = 'end'): Vnd {
  let balance: number = openingVnd;
  for (const day of days) {
    if (when === 'before' ? day.date >= date : day.date > date) break;
    balance += day.inVnd - day.outVnd;
  }
  return vnd(balance);
}

/** Days that end below zero, and the lowest of them. */
export function negativeDays({
  openingVnd,
  days,
}: Balance): { count: number; lowestVnd: Vnd; date: IsoDate } | undefined {
  let balance: number = openingVnd;
  let lowest: { lowestVnd: Vnd; date: IsoDate } | undefined;
  let count = 0;
  for (const day of days) {
    balance += day.inVnd - day.outVnd;
    if (balance >= 0) continue;
    count += 1;
    if (lowest === undefined || balance < lowest.lowestVnd)
      lowest = { lowestVnd: vnd(balance), date: day.date };
  }
  return lowest && { count, ...lowest };
}

/** Months with movements, each with the balance at its end. */
export function months({ openingVnd, days }: Balance) {
  const byMonth = new Map<string, { inVnd: Vnd; outVnd: Vnd; closingVnd: Vnd }>();
  let balance: number = openingVnd;
  for (const { date, inVnd, outVnd } of days) {
    balance += inVnd - outVnd;
    const month = date.slice(0, 7);
    const known = byMonth.get(month) ?? { inVnd: ZERO_VND, outVnd: ZERO_VND };
    byMonth.set(month, {
      inVnd: vnd(known.inVnd + inVnd),
      outVnd: vnd(known.outVnd + outVnd),
      closingVnd: vnd(balance),
    });
  }
  return [...byMonth].map(([month, sums]) => ({ month, ...sums }));
}
