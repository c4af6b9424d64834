import { linesBy } from './open-line.ts';
import type { ReceiversOf, SendersOf } from './senders.ts';
import { EARLY_DAYS, namesNobody, otherKey, type Settle, type Waiting } from './side.ts';

const dayOf = ({ day }: Waiting): number => day;

/** Keys end in the round, the only free text in them. `undefined` where only sides of a round count and this has none. */
type RoundOf = (side: Waiting) => string | undefined;
const sameRound: RoundOf = ({ round }) => round;
const anyRound: RoundOf = () => '';
const ROUNDS = [sameRound, anyRound] as const;

/**
 * What a unit entered and took back again nets to zero: the same unit, direction and counterparty, the opposite amount,
 * on the same day or later. The latest such entry is the one that was taken back; one of the same round first.
 */
export function pairReversals(sides: readonly Waiting[], settle: Settle): void {
  const inTime = [...sides].sort((a, b) => a.day - b.day || Number(isReversal(a)) - Number(isReversal(b)));
  for (const roundOf of [({ round }: Waiting) => round ?? '', anyRound]) {
    const entered = new Map<string, Waiting[]>();
    for (const one of inTime) {
      if (!one.open) continue;
      const { unit, direction, amountVnd } = one.side;
      const key = [unit.id, direction, otherKey(one.side), Math.abs(amountVnd), roundOf(one)].join('\t');
      const before = entered.get(key) ?? [];
      entered.set(key, before);
      if (!isReversal(one)) {
        before.push(one);
        continue;
      }
      const back = before.pop();
      if (back === undefined) continue;
      if (direction === 'out') settle([back, one], []);
      else settle([], [back, one]);
    }
  }
}

const isReversal = ({ side }: Waiting): boolean => side.amountVnd < 0;

/**
 * What was sent to a unit by name is what that unit, or one that answers for it, received of the same amount: same round
 * first, the unit itself before the one that answers for it, then the nearest in days.
 */
export function pairNamed(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  receiversOf: ReceiversOf,
  settle: Settle,
): void {
  const named = outs.filter(({ side }) => side.other !== undefined);
  for (const roundOf of ROUNDS) {
    pairEqual(named, ins, (out) => out.side.other, receiversOf, roundOf, sendersOf, settle);
  }
}

/** What was sent to nobody by name is what any unit below received of the same amount: same round first, nearest. */
export function pairUnnamed(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  settle: Settle,
): void {
  const unnamed = outs.filter(({ side }) => namesNobody(side));
  const fromAny = ins.filter(({ side }) => !side.otherUnknown);
  const anybody = () => [''];
  for (const roundOf of ROUNDS) pairEqual(unnamed, fromAny, anyRound, anybody, roundOf, sendersOf, settle);
}

/**
 * Receipts choose, the earliest first: whatever one may take, each later one may take too. So as many find a partner
 * as can, whichever they choose.
 */
function pairEqual(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sentTo: (out: Waiting) => string | undefined,
  receivedBy: (taken: Waiting) => readonly string[],
  roundOf: RoundOf,
  sendersOf: SendersOf,
  settle: Settle,
): void {
  const key = (side: Waiting, sender: string, receiver: string | undefined): string | undefined => {
    const round = roundOf(side);
    return round === undefined ? undefined : [sender, receiver, side.side.amountVnd, round].join('\t');
  };
  const openOuts = outs.filter(({ open }) => open);
  const sent = linesBy(openOuts, (out) => key(out, out.side.unit.id, sentTo(out)), dayOf);
  for (const taken of ins) {
    if (!taken.open) continue;
    const senders = sendersOf(taken);
    const keys = receivedBy(taken).flatMap((receiver) =>
      senders.map((sender) => key(taken, sender, receiver)),
    );
    for (const one of keys) {
      const out = sent.get(one ?? '')?.nearest(taken.day, -Infinity, taken.day + EARLY_DAYS);
      if (out === undefined) continue;
      settle([out], [taken]);
      break;
    }
  }
}
