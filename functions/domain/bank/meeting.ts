import type { Vnd } from '../money.ts';
import { type Path, type Step, unlisted } from './path.ts';

/** A movement that stands in both paths: its places in the former and in the later. */
export type Anchor = readonly [former: number, later: number];

/** Whether several files have a movement: the many that one alone has need no looking for. */
export type IsShared = (slot: number) => boolean;

/** The places of every movement of both, in the order of the later. */
export function commonOf(former: readonly Step[], later: readonly Step[], isShared: IsShared): Anchor[] {
  const places = new Map<number, number | undefined>();
  for (const { slot } of later) if (isShared(slot)) places.set(slot, undefined);
  if (places.size === 0) return [];
  for (let i = 0; i < former.length; i += 1) {
    const slot = former[i]?.slot ?? -1;
    if (isShared(slot) && places.has(slot)) places.set(slot, i);
  }
  return later.flatMap(({ slot }, j): Anchor[] => {
    const i = places.get(slot);
    return i === undefined ? [] : [[i, j]];
  });
}

/**
 * As many common movements as stand in one order in both: between two of them both say how the balance went. Found
 * by the smallest end of every length, near-linear.
 */
export function anchorsOf(common: readonly Anchor[]): Anchor[] {
  const ends: number[] = [];
  const before: number[] = [];
  const place = (n: number | undefined) => (n === undefined ? -1 : (common[n]?.[0] ?? -1));
  for (const [n, [i]] of common.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(ends[middle]) < i) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = n;
  }
  const rise: Anchor[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) {
    const pair = common[n];
    if (pair !== undefined) rise.push(pair);
  }
  return rise.reverse();
}

/** Where in the former path the later one begins. */
export interface Meeting {
  /** The later begins behind so many steps of the former. */
  readonly at: number;
  /** Behind what the former's balance did unseen before its next step, as the later opens after that. */
  readonly behindBreaks: boolean;
  /** Opening of the later − balance of the former there; undefined where either is not known. */
  readonly differenceVnd: number | undefined;
}

/**
 * Finds where the later path begins. Its opening is the former's balance before the first movement that stands in
 * both; it may as well be the one before some line that the later left out, or just behind an unlisted movement
 * that the later does not know of. Where it is none of these, the difference is that to the nearest place.
 */
export function meet(former: Path, later: Path, anchors: readonly Anchor[]): Meeting {
  const { steps } = former;
  const [first] = anchors;
  const { openingVnd } = later;
  const end = first?.[0] ?? steps.length;
  // Without a common movement the later goes on where the former ends, unless it lies within the former's days.
  const within = first !== undefined || later.period.to < former.period.to;
  const last = first === undefined && within ? behindDay(steps, later) : end;
  const nearest: Meeting = {
    at: last,
    behindBreaks: false,
    differenceVnd: difference(openingVnd, balanceBefore(former, last)),
  };
  if (nearest.differenceVnd === undefined || nearest.differenceVnd === 0 || !within) return nearest;
  for (let at = last; at === last || (at >= 0 && dateAt(steps, at) >= later.period.from); at -= 1) {
    const balance = balanceBefore(former, at);
    if (balance === openingVnd) return { at, behindBreaks: false, differenceVnd: 0 };
    const unseen = unlisted(steps[at]?.breaks ?? []);
    if (balance !== undefined && balance + unseen === openingVnd) {
      return { at, behindBreaks: true, differenceVnd: 0 };
    }
  }
  return nearest;
}

/** Behind the last step that is no later than the days of that path. */
const behindDay = (steps: readonly Step[], { period }: Path): number =>
  steps.findLastIndex(({ date }) => date <= period.to) + 1;

const dateAt = (steps: readonly Step[], at: number): string => steps[at]?.date ?? '';

const balanceBefore = ({ steps, openingVnd, endVnd }: Path, at: number): Vnd | undefined =>
  at === 0 && steps.length > 0 ? openingVnd : at >= steps.length ? endVnd : steps[at - 1]?.balanceVnd;

const difference = (a: Vnd | undefined, b: Vnd | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a - b;
