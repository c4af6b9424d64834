import type { Purpose, Source } from '../codes.ts';
import { addVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import { inKeyOrder } from '../order.ts';
import type { Sums } from './summary.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A line of a list of sums, while it is added to. */
export type Line<K extends ListOf> = Mutable<NonNullable<Sums[K]>[number]>;
type ListOf = Exclude<keyof Sums, 'late' | 'bank' | 'organisationsUntold'>;

/** Money in by source and out by purpose, while it is added up: of a month, of a campaign. */
export interface FlowLines {
  readonly sources: Map<string, Line<'bySource'>>;
  readonly purposes: Map<string, Line<'byPurpose'>>;
}

export const noLines = (): FlowLines => ({ sources: new Map(), purposes: new Map() });

export const sourceIn = ({ sources }: FlowLines, source: Source): Line<'bySource'> =>
  at(sources, source, () => ({ source, amountVnd: ZERO_VND, entries: 0 }));

export const purposeIn = ({ purposes }: FlowLines, purpose: Purpose): Line<'byPurpose'> =>
  at(purposes, purpose, () => ({ purpose, amountVnd: ZERO_VND, entries: 0, households: 0 }));

export const linesOf = ({ sources, purposes }: FlowLines): Pick<Sums, 'bySource' | 'byPurpose'> => ({
  bySource: inKeyOrder(sources),
  byPurpose: inKeyOrder(purposes),
});

/** Several stretches together. */
export function together(parts: readonly FlowLines[]): FlowLines {
  const all = noLines();
  for (const { source, amountVnd, entries } of parts.flatMap(({ sources }) => [...sources.values()])) {
    const line = sourceIn(all, source);
    line.amountVnd = addVnd(line.amountVnd, amountVnd);
    line.entries += entries;
  }
  for (const part of parts.flatMap(({ purposes }) => [...purposes.values()])) {
    const line = purposeIn(all, part.purpose);
    line.amountVnd = addVnd(line.amountVnd, part.amountVnd);
    line.entries += part.entries;
    line.households += part.households;
  }
  return all;
}

export function at<V>(map: Map<string, V>, key: string, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

export function tally(line: { amountVnd: Vnd; entries: number }, amountVnd: Vnd): void {
  line.amountVnd = vnd(line.amountVnd + amountVnd);
  line.entries += 1;
}
