import { AmountLine } from './amount-line.ts';
import { type Between, betweenUnits, type ReceiversOf, type SendersOf } from './senders.ts';
import { EARLY_DAYS, isOpen, NEAR_DAYS, type Settle, type Waiting } from './side.ts';

/**
 * What was sent and what was received of one transfer, where the books do not agree on how much: one finding, not two.
 * One transfer is what is left between the same two units in the same round, for each receipt the nearest amount; or
 * what stands alone between them for 31 days before and after. Either is received from 3 days before it was sent. Money that went and money that was taken back are never one.
 */
export function pairDiffering(
  outs: readonly Waiting[],
  ins: readonly Waiting[],
  sendersOf: SendersOf,
  receiversOf: ReceiversOf,
  settle: Settle,
): void {
  const known = ins.filter(({ side }) => !side.otherUnknown);
  const signed = ({ side, round }: Waiting) =>
    round === undefined ? undefined : `${side.amountVnd > 0 ? '+' : '-'}${round}`;
  for (const group of betweenUnits(outs, known, sendersOf, receiversOf, signed)) {
    pairNearestAmounts(group, settle);
  }
  for (const group of betweenUnits(outs, known, sendersOf, receiversOf, () => '')) pairAlone(group, settle);
}

/** The earliest receipts choose first: what had been sent by then, later ones may take too. */
function pairNearestAmounts({ outs, ins }: Between, settle: Settle): void {
  const coming = outs.filter(isOpen).values();
  const sent = new AmountLine();
  let next = coming.next().value;
  for (const taken of ins.filter(isOpen)) {
    for (; next !== undefined && next.day - EARLY_DAYS <= taken.day; next = coming.next().value)
      sent.add(next);
    const out = sent.takeNearest(taken.side.amountVnd);
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
  (out.round === undefined || taken.round === undefined || out.round === taken.round);
