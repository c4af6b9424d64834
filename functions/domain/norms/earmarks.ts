import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText } from '../order.ts';
import type { UnitId, UnitRegistry } from '../units/unit.ts';
import { metWhere } from './met-where.ts';

/** Money given for named communes, beside what was used there. */
export interface Earmarks {
  /** Earmarked and certainly not (yet) used where it was to be: it has to be there still. */
  readonly owedVnd: Vnd;
  /** What of it the balance does not cover: at least so much was spent elsewhere. */
  readonly shortfallVnd: Vnd;
  /** The communes to which something is owed, by identity. */
  readonly communes: readonly UnitId[];
}

/** What left a book, by where it came to. */
export interface Reached {
  /** Uses in a commune, and what was passed on to its own fund. */
  readonly byCommune: ReadonlyMap<UnitId, Vnd>;
  /** What may have come to any commune: uses that name none, money passed to a province, handed over or given back. */
  readonly anywhereVnd: Vnd;
}

/**
 * Whether money given for named communes was spent elsewhere. Money bears no mark, so while the balance covers all that
 * is owed nothing can be said; what the balance does not cover has certainly gone elsewhere. Never an overstatement: what
 * came to a commune that it went into or was made of may have come to it, and so may whatever names no commune.
 * @param earmarked gifts for a commune, less what of them was given back to the donor
 * @param closingVnd the balance of the whole book; of an overdrawn one nothing is left to cover with
 */
export function earmarkShortfall(
  earmarked: ReadonlyMap<UnitId, Vnd>,
  { byCommune, anywhereVnd }: Reached,
  closingVnd: Vnd,
  registry: Pick<UnitRegistry, 'successors' | 'predecessors'>,
): Earmarks {
  const wanted = positive(earmarked);
  // Uses below zero are mistakes of other times taken back: they make nothing more owed than was given.
  const met = metWhere(wanted, positive(byCommune), (commune) => lineOf(registry, commune));
  const owed = [...wanted].map(([commune, amountVnd]) => ({
    commune,
    owedVnd: vnd(amountVnd - (met.get(commune) ?? 0)),
  }));
  const owedVnd = vnd(Math.max(0, sumVnd(owed.map((one) => one.owedVnd)) - Math.max(0, anywhereVnd)));
  return {
    owedVnd,
    shortfallVnd: vnd(Math.max(0, owedVnd - Math.max(0, closingVnd))),
    communes: owed.filter((one) => one.owedVnd > 0).map(({ commune }) => commune),
  };
}

const positive = (amounts: ReadonlyMap<UnitId, Vnd>): ReadonlyMap<UnitId, Vnd> =>
  new Map([...amounts].filter(([, amountVnd]) => amountVnd > 0).sort(([a], [b]) => compareText(a, b)));

/** A unit with all that it went into, and all that it was made of, wholly or in part. */
function lineOf(registry: Pick<UnitRegistry, 'successors' | 'predecessors'>, unit: UnitId): Set<UnitId> {
  const follow = (step: (id: UnitId) => readonly UnitId[]): Set<UnitId> => {
    const found = new Set([unit]);
    for (const id of found) for (const next of step(id)) found.add(next);
    return found;
  };
  return new Set([
    ...follow((id) => registry.successors(id).map(({ to }) => to)),
    ...follow((id) => registry.predecessors(id).map(({ from }) => from)),
  ]);
}
