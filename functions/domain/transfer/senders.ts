import { compareText } from '../order.ts';
import type { Unit, UnitId } from '../units/unit.ts';
import type { Waiting } from './side.ts';

/** Who may have sent what came in, in order: the unit that the receiver names, or else every unit that may have. */
export type SendersOf = (taken: Waiting) => readonly UnitId[];

/** To whom what came in may have been sent: the unit that received it, and those that it answers for. */
export type ReceiversOf = (taken: Waiting) => readonly UnitId[];

/** Where the receiver names nobody: the units that name it as the receiver of something. */
export function sendersByName(outs: readonly Waiting[], receiversOf: ReceiversOf): SendersOf {
  const senders = new Map<UnitId, Set<UnitId>>();
  for (const { side } of outs) {
    if (side.other !== undefined) addTo(senders, side.other, side.unit.id);
  }
  const inOrder = new Map([...senders].map(([to, from]) => [to, [...from].sort(compareText)]));
  return (taken) => {
    if (taken.side.other !== undefined) return [taken.side.other];
    return [...new Set(receiversOf(taken).flatMap((to) => inOrder.get(to) ?? []))];
  };
}

/** Where the receiver names nobody: the units above it. */
export function sendersAbove(
  outs: readonly Waiting[],
  isAbove: (above: Unit, below: Unit) => boolean,
): SendersOf {
  const units = new Map(outs.map(({ side }) => [side.unit.id, side.unit]));
  const senders = [...units.values()].sort((a, b) => compareText(a.id, b.id));
  const known = new Map<UnitId, readonly UnitId[]>();
  return ({ side: { unit, other } }) => {
    if (other !== undefined) return [other];
    const above = known.get(unit.id) ?? senders.filter((sender) => isAbove(sender, unit)).map(({ id }) => id);
    known.set(unit.id, above);
    return above;
  };
}

function addTo(sets: Map<UnitId, Set<UnitId>>, key: UnitId, value: UnitId): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

/** What is left between a unit that sends and one that receives, each list in canonical order. */
export interface Between {
  readonly outs: Waiting[];
  readonly ins: Waiting[];
}

/**
 * The open sides between each two units, both with something left; those that name no receiver belong to none.
 * `roundOf` splits them further, and leaves out those for which it is undefined.
 */
export function betweenUnits(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  receiversOf: ReceiversOf,
  roundOf: (side: Waiting) => string | undefined,
): Between[] {
  const groups = new Map<string, Between>();
  for (const out of outs) {
    const round = roundOf(out);
    if (!out.open || out.side.other === undefined || round === undefined) continue;
    groupAt(groups, [out.side.unit.id, out.side.other, round].join('\t')).outs.push(out);
  }
  for (const taken of ins) {
    const round = roundOf(taken);
    if (!taken.open || round === undefined) continue;
    for (const receiver of receiversOf(taken)) {
      for (const sender of sendersOf(taken)) {
        groups.get([sender, receiver, round].join('\t'))?.ins.push(taken);
      }
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => group)
    .filter(({ ins: got }) => got.length > 0);
}

function groupAt(groups: Map<string, Between>, key: string): Between {
  const group = groups.get(key) ?? { outs: [], ins: [] };
  groups.set(key, group);
  return group;
}
