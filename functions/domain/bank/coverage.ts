import type { IsoDate, Period } from '../date.ts';
import { dayNumber, dayOfNumber } from '../days.ts';

/** Days one after another of which the same is known: covered by one file, by more than one, by none. */
export interface Stretch {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: 'COVERED' | 'OVERLAP' | 'MISSING';
}

/**
 * The days of `within`, in order and without holes, by how many of the periods cover them. Stretches of one state
 * that meet are one. Periods that end before they begin cover nothing.
 */
export function coverageOf(periods: readonly Period[], within: Period): Stretch[] {
  const first = dayNumber(within.from);
  const end = dayNumber(within.to) + 1;
  /** How many more, or fewer, files cover the days from here on. */
  const turns = new Map<number, number>([[first, 0]]);
  const turn = (day: number, by: number) => turns.set(day, (turns.get(day) ?? 0) + by);
  for (const { from, to } of periods) {
    const begins = Math.max(first, dayNumber(from));
    const ends = Math.min(end, dayNumber(to) + 1);
    if (begins >= ends) continue;
    turn(begins, 1);
    turn(ends, -1);
  }
  const days = [...turns.keys()].filter((day) => day < end).sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let files = 0;
  for (const [i, day] of days.entries()) {
    files += turns.get(day) ?? 0;
    const to = dayOfNumber((days[i + 1] ?? end) - 1);
    const state = files === 0 ? 'MISSING' : files === 1 ? 'COVERED' : 'OVERLAP';
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from: dayOfNumber(day), to, state });
  }
  return stretches;
}
