import { type Instant, type IsoDate, type Period, vietnamDay } from '../date.ts';
import { addDays } from '../days.ts';
import { compareText, maxText, minText } from '../order.ts';

/** A file of a book that is in force: its kind, the days it speaks of, and when it came. */
export interface HandedIn {
  readonly kind: string;
  readonly period: Period;
  readonly receivedAt: Instant;
}

/**
 * The day in Vietnam on which files of a kind covered every day of a period for the first time; undefined while they do
 * not. A file cannot speak of days after it came, so it covers none of them. The order of files does not matter.
 */
export function coveredOn(files: readonly HandedIn[], kind: string, period: Period): IsoDate | undefined {
  const own = files
    .filter((file) => file.kind === kind && file.period.from <= period.to && file.period.to >= period.from)
    .map((file) => ({ from: file.period.from, to: file.period.to, came: vietnamDay(file.receivedAt) }))
    .map(({ from, to, came }) => ({ from, to: minText(to, came), came }))
    .sort((a, b) => compareText(a.came, b.came));
  const days = [...new Set(own.map(({ came }) => came))];
  return days.find((day) =>
    covers(
      own.filter(({ came }) => came <= day),
      period,
    ),
  );
}

function covers(stretches: readonly Period[], period: Period): boolean {
  let next = period.from;
  for (const { from, to } of [...stretches].sort((a, b) => compareText(a.from, b.from))) {
    if (next > period.to || from > next) break;
    if (to >= next) next = maxText(next, addDays(to, 1));
  }
  return next > period.to;
}
