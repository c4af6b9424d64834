import type { FundCode } from '../campaigns/campaign.ts';
import { daysBetween } from '../days.ts';
import { sumVnd, vnd, ZERO_VND } from '../money.ts';
import { compareText } from '../order.ts';
import type { Clearing, HandoverSide } from '../publish/map-schema.ts';
import type { UnitId, UnitRegistry } from '../units/unit.ts';

type Pair = Clearing['pairs'][number];

/**
 * Sets what units that ended handed over against what the units after them took over, per fund. Sides belong together
 * when the one went into the other, by however many steps, and the amounts are the same to the đồng:
 *  0. what one unit entered and took back again is no handover at all;
 *  1. one that gives and one that takes, the nearest in days first;
 *  2. all that one taker was given, in one sum;
 *  3. all that takers got of one giver, in one sum.
 * Whatever is left is in limbo. A side is in one pair at most, and the order in which sides come does not matter.
 */
export function clearHandovers(registry: UnitRegistry, sides: readonly HandoverSide[]): Clearing[] {
  const byFund = Map.groupBy([...sides].sort(bySide), ({ fund }) => fund);
  return [...byFund].sort(([a], [b]) => compareText(a, b)).map(([fund, own]) => clear(registry, fund, own));
}

const bySide = (a: HandoverSide, b: HandoverSide): number =>
  compareText(a.date, b.date) ||
  compareText(a.unit.id, b.unit.id) ||
  compareText(a.direction, b.direction) ||
  compareText(a.digest, b.digest) ||
  a.row - b.row;

function clear(registry: UnitRegistry, fund: FundCode, sides: readonly HandoverSide[]): Clearing {
  const out = sides.filter(({ direction }) => direction === 'out');
  const taken = sides.filter(({ direction }) => direction === 'in');
  const open = new Set(sides);
  const pairs: Pair[] = [];
  const settle = (pair: Pair) => {
    pairs.push(pair);
    for (const side of [...pair.out, ...pair.in]) open.delete(side);
  };
  for (const side of sides) {
    const back = open.has(side) ? takenBack(side, [...open]) : undefined;
    if (back === undefined) continue;
    const both = [side, back];
    settle(side.direction === 'out' ? { out: both, in: [] } : { out: [], in: both });
  }
  const follows = successionTest(registry);
  for (const give of out.filter((side) => open.has(side))) {
    const take = nearest(
      give,
      taken.filter((side) => open.has(side) && side.amountVnd === give.amountVnd && follows(give, side)),
    );
    if (take !== undefined) settle({ out: [give], in: [take] });
  }
  for (const take of taken.filter((side) => open.has(side))) {
    const given = out.filter((side) => open.has(side) && follows(side, take));
    if (given.length > 1 && sum(given) === take.amountVnd) settle({ out: given, in: [take] });
  }
  for (const give of out.filter((side) => open.has(side))) {
    const takes = taken.filter((side) => open.has(side) && follows(give, side));
    if (takes.length > 1 && sum(takes) === give.amountVnd) settle({ out: [give], in: takes });
  }
  const [outVnd, inVnd] = [sum(out), sum(taken)];
  return {
    fund,
    outVnd,
    inVnd,
    limboVnd: vnd(outVnd - inVnd),
    pairs,
    unpaired: sides.filter((side) => open.has(side)),
  };
}

const sum = (sides: readonly HandoverSide[]) =>
  sides.length === 0 ? ZERO_VND : sumVnd(sides.map(({ amountVnd }) => amountVnd));

/** The entry by which the same unit takes this one back: as much, with the other sign. Zero takes nothing back. */
const takenBack = (side: HandoverSide, others: readonly HandoverSide[]): HandoverSide | undefined =>
  side.amountVnd <= 0
    ? undefined
    : others.find(
        ({ unit, direction, amountVnd }) =>
          unit.id === side.unit.id && direction === side.direction && amountVnd === -side.amountVnd,
      );

const daysApart = (a: HandoverSide, b: HandoverSide): number => Math.abs(daysBetween(a.date, b.date));

/** The first of those that are nearest in days. */
const nearest = (give: HandoverSide, takes: readonly HandoverSide[]): HandoverSide | undefined =>
  takes.reduce<HandoverSide | undefined>(
    (best, take) => (best === undefined || daysApart(give, take) < daysApart(give, best) ? take : best),
    undefined,
  );

/** Whether the unit that takes came out of the unit that gives. */
function successionTest(registry: UnitRegistry) {
  const known = new Map<UnitId, ReadonlySet<UnitId>>();
  return (give: HandoverSide, take: HandoverSide): boolean => {
    const heirs = known.get(give.unit.id) ?? heirsOf(registry, give.unit.id);
    known.set(give.unit.id, heirs);
    return heirs.has(take.unit.id);
  };
}

/** Every unit that some path of successions leads to. */
function heirsOf(registry: UnitRegistry, id: UnitId): ReadonlySet<UnitId> {
  const heirs = new Set<UnitId>();
  const ahead = [id];
  for (let from = ahead.pop(); from !== undefined; from = ahead.pop()) {
    for (const { to } of registry.successors(from)) {
      if (heirs.has(to)) continue;
      heirs.add(to);
      ahead.push(to);
    }
  }
  return heirs;
}
