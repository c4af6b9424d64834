import type { IsoDate } from '../date.ts';
import { addVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
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
  const merged: Day[] = [];
  let last: Day | undefined;
  // Each list is in order already, and the sort is quick on such runs; it keeps the order of the files.
  for (const day of ([] as Day[]).concat(...lists).sort((a, b) => compareText(a.date, b.date))) {
    if (last?.date === day.date) {
      last.inVnd = addVnd(last.inVnd, day.inVnd);
      last.outVnd = addVnd(last.outVnd, day.outVnd);
    } else {
      last = { date: day.date, inVnd: day.inVnd, outVnd: day.outVnd };
      merged.push(last);
    }
  }
  return merged;
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
  const lines: { month: string; inVnd: Vnd; outVnd: Vnd; closingVnd: Vnd }[] = [];
  let line: (typeof lines)[number] | undefined;
  for (const { date, inVnd, outVnd } of days) {
    if (line === undefined || !date.startsWith(line.month)) {
      line = {
        month: date.slice(0, 7),
        inVnd: ZERO_VND,
        outVnd: ZERO_VND,
        closingVnd: line?.closingVnd ?? openingVnd,
      };
      lines.push(line);
    }
    line.inVnd = addVnd(line.inVnd, inVnd);
    line.outVnd = addVnd(line.outVnd, outVnd);
    line.closingVnd = vnd(line.closingVnd + (inVnd - outVnd));
  }
  return lines;
}
