import { type Vnd, vnd } from '../money.ts';
import type { UnitId } from '../units/unit.ts';

/**
 * As much of what is wanted at each place as what came to places can have met, where what came to one may have served
 * several: the most that is possible in all, so that what is left over is certainly missing. What came to a place serves
 * that very place first. A maximum flow by augmenting paths (Edmonds and Karp); the places of a book are few.
 * @param wanted by place, above zero
 * @param came by place, above zero
 * @param servedBy the places at which what is wanted at one may have come, itself among them
 */
export function metWhere(
  wanted: ReadonlyMap<UnitId, Vnd>,
  came: ReadonlyMap<UnitId, Vnd>,
  servedBy: (place: UnitId) => Iterable<UnitId>,
): ReadonlyMap<UnitId, Vnd> {
  const free = new Map<UnitId, number>(came);
  /** Of what came to a place: how much of it met what is wanted where. */
  const given = new Map([...came.keys()].map((place) => [place, new Map<UnitId, number>()]));
  const left = new Map<UnitId, number>(wanted);
  const move = (from: UnitId, to: UnitId, amount: number) => {
    const own = given.get(from);
    own?.set(to, (own.get(to) ?? 0) + amount);
  };
  const take = (from: UnitId, to: UnitId, amount: number) => {
    free.set(from, (free.get(from) ?? 0) - amount);
    left.set(to, (left.get(to) ?? 0) - amount);
  };
  for (const place of wanted.keys()) {
    const amount = Math.min(left.get(place) ?? 0, free.get(place) ?? 0);
    if (amount <= 0) continue;
    take(place, place, amount);
    move(place, place, amount);
  }
  for (const place of wanted.keys()) {
    for (
      let path = pathFrom(place);
      (left.get(place) ?? 0) > 0 && path !== undefined;
      path = pathFrom(place)
    ) {
      const [{ at: last } = { at: place }] = path;
      const amount = Math.min(
        left.get(place) ?? 0,
        free.get(last) ?? 0,
        ...path.flatMap(({ at, instead }) =>
          instead === undefined ? [] : [given.get(at)?.get(instead) ?? 0],
        ),
      );
      for (const { at, to, instead } of path) {
        move(at, to, amount);
        if (instead !== undefined) move(at, instead, -amount);
      }
      take(last, place, amount);
    }
  }
  return new Map([...wanted].map(([place, amount]) => [place, vnd(amount - (left.get(place) ?? 0))]));

  /** From a place with something free back to the one that wants; each step gives up what it gave to another. */
  function pathFrom(place: UnitId): readonly Step[] | undefined {
    const reached = new Map<UnitId, { readonly to: UnitId }>();
    const via = new Map<UnitId, UnitId>();
    const queue = [place];
    for (const to of queue) {
      for (const at of servedBy(to)) {
        if (!came.has(at) || reached.has(at)) continue;
        reached.set(at, { to });
        if ((free.get(at) ?? 0) > 0) return stepsTo(at, reached, via);
        for (const [other, amount] of given.get(at) ?? []) {
          if (amount <= 0 || via.has(other) || other === place) continue;
          via.set(other, at);
          queue.push(other);
        }
      }
    }
    return undefined;
  }
}

/** What came at a place goes to one that wants it, instead of one that had it. */
interface Step {
  readonly at: UnitId;
  readonly to: UnitId;
  readonly instead?: UnitId | undefined;
}

function stepsTo(
  end: UnitId,
  reached: ReadonlyMap<UnitId, { readonly to: UnitId }>,
  via: ReadonlyMap<UnitId, UnitId>,
): readonly Step[] {
  const steps: Step[] = [];
  let instead: UnitId | undefined;
  for (let at: UnitId | undefined = end; at !== undefined; ) {
    const to: UnitId | undefined = reached.get(at)?.to;
    if (to === undefined) break;
    steps.push({ at, to, instead });
    instead = to;
    at = via.get(to);
  }
  return steps;
}
