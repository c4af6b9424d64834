/** Which days of a book are covered by files, as a strip for the eye and as lines of a table. */

import type { Period } from '#domain/date.ts';
import { daysBetween, daysOf } from '#domain/days.ts';
import type { Bank } from '#domain/publish/bank-schema.ts';

export type Stretch = Bank['accounts'][number]['coverage'][number];

export const COVERAGE_STATES: Readonly<Record<Stretch['state'], string>> = {
  COVERED: 'Có tệp',
  OVERLAP: 'Trùng tệp',
  MISSING: 'Thiếu',
};

/** Days by state. */
export function coveredDays(stretches: readonly Stretch[]): Readonly<Record<Stretch['state'], number>> {
  const days = { COVERED: 0, OVERLAP: 0, MISSING: 0 };
  for (const stretch of stretches) days[stretch.state] += daysOf(stretch);
  return days;
}

/** From the first day of any stretch to the last; undefined where there is none. */
export function periodOf(lines: readonly (readonly Stretch[])[]): Period | undefined {
  const all = lines.flat();
  const from = all.map((stretch) => stretch.from).toSorted()[0];
  const to = all
    .map((stretch) => stretch.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

export interface Block {
  readonly state: Stretch['state'];
  /** Days from the beginning of the strip. */
  readonly at: number;
  readonly days: number;
}

/** The blocks of a strip that is `daysOf(within)` wide. Blocks do not overlap. */
export const blocksOf = (stretches: readonly Stretch[], within: Period): readonly Block[] =>
  stretches.map((stretch) => ({
    state: stretch.state,
    at: daysBetween(within.from, stretch.from),
    days: daysOf(stretch),
  }));
