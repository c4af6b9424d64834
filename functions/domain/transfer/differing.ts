import { OpenLine } from './open-line.ts';
import { type Between, betweenUnits, type SendersOf } from './senders.ts';
import { EARLY_DAYS, isOpen, NEAR_DAYS, type Settle, type Waiting } from './side.ts';

/**
 * What was sent and what was received of one transfer, where the books do not agree on how much: one finding, not two.
 * One transfer is what is left between the same two units in the same round, the nearest amounts first; or what stands
 * alone between them for 31 days before and after. Money that went and money that was taken back are never one.
 */
export function pairDiffering(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  settle: Settle,
): void {
  const signed = (round: (side: Waiting) => string | undefined) => (side: Waiting) => {
    const name = round(side);
    return name === undefined ? undefined : `${side.side.amountVnd > 0 ? '+' : '-'}${name}`;
  };
  const inRounds = betweenUnits(
    outs,
    ins,
    sendersOf,
    signed(({ side }) => side.round),
  );
  for (const group of inRounds) pairNearestAmounts(group, settle);
  for (const group of betweenUnits(outs, ins, sendersOf, () => '')) pairAlone(group, settle);
}

function pairNearestAmounts({ outs, ins }: Between, settle: Settle): void {
  const line = new OpenLine(outs.filter(isOpen), ({ side }) => side.amountVnd);
  for (const taken of ins.filter(isOpen)) {
    const out = line.nearest(taken.side.amountVnd);
    if (out !== undefined) settle([out], [taken]);
  }
}

function pairAlone({ outs, ins }: Between, settle: Settle): void {
  const left = [...outs, ...ins].filter(isOpen).sort((a, b) => a.day - b.day);
  let cluster: Waiting[] = [];
  for (const [i, side] of left.entries()) {
    cluster.push(side);
    const next = left[i + 1];
    if (next !== undefined && next.day - side.day <= NEAR_DAYS) continue;
    const [out, taken] = [
      cluster.find(({ side: { direction } }) => direction === 'out'),
      cluster.find(({ side: { direction } }) => direction === 'in'),
    ];
    if (cluster.length === 2 && out !== undefined && taken !== undefined && mayBeOne(out, taken))
      settle([out], [taken]);
    cluster = [];
  }
}

/** Whether nothing in the two speaks against one transfer: sign, order in time, rounds. */
const mayBeOne = (out: Waiting, taken: Waiting): boolean =>
  Math.sign(out.side.amountVnd) === Math.sign(taken.side.amountVnd) &&
  taken.day >= out.day - EARLY_DAYS &&
  (out.side.round === undefined || taken.side.round === undefined || out.side.round === taken.side.round);
