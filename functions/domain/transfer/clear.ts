import type { FundCode } from '../campaigns/campaign.ts';
import type { IsoDate } from '../date.ts';
import { daysBetween } from '../days.ts';
import { sumVnd, vnd } from '../money.ts';
import { compareText } from '../order.ts';
import type { Unit, UnitId } from '../units/unit.ts';
import { pairDiffering } from './differing.ts';
import { pairNamed, pairReversals, pairUnnamed } from './equal.ts';
import { type ReceiversOf, sendersAbove, sendersByName } from './senders.ts';
import {
  bySide,
  isOpen,
  pairOf,
  sumSides,
  type TransferClearing,
  type TransferPair,
  type TransferSide,
  waiting,
} from './side.ts';
import { pairRounds, pairSums } from './sums.ts';

export type { TransferClearing, TransferPair, TransferSide } from './side.ts';

/** What is known of units beyond their own books. */
export interface ClearOptions {
  /** Whether money may go down from the one to the other in one step. */
  readonly isAbove: (above: Unit, below: Unit) => boolean;
  /** The units that went into this one, whole, by a day: what was sent to them, it receives. */
  readonly madeOf?: (unit: UnitId, day: IsoDate) => readonly UnitId[];
}

/**
 * Sets what units of one level sent down against what the units below them received, per fund, as through a clearing
 * account that must come to zero. The sides are those of one step: the centre and provinces' own books, or a province
 * and its communes. Each side is in one pair at most, and the order in which sides come does not matter:
 *  0. what one unit entered and took back again nets to zero;
 *  1. sent to a unit by name, and received there, or by the unit that it went into whole: the same amount, from 3 days before to any time after; the same
 *     round first, then the nearest in days. What names another sender is not received from this one;
 *  2. sent to nobody by name, and received by any unit below: the same amount, and so on;
 *  3. sums to the đồng: several sent to one unit and received in one, one sent and received in several; of one round,
 *     or within 31 days. One sent to nobody by name may be all that units below received of its round;
 *  4. amounts that differ: what is left between the same two units of the same round, or alone for 31 days.
 * What names an other end that cannot be told is in none of what goes by amounts alone: not in 2, 4 and the last of 3.
 * Whatever is left is in transit, or was received from nobody. Sides of zero đồng are in no pair and in no sum: they
 * are dropped. Throws where a sum leaves the exact range of đồng.
 */
export function clearTransfers(
  sides: readonly TransferSide[],
  options: ClearOptions,
): readonly TransferClearing[] {
  const moving = sides.filter(({ amountVnd }) => amountVnd !== 0).sort(bySide);
  return [...Map.groupBy(moving, ({ fund }) => fund)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([fund, own]) => clearFund(fund, own, options));
}

function clearFund(
  fund: FundCode,
  sides: readonly TransferSide[],
  { isAbove, madeOf = () => [] }: ClearOptions,
): TransferClearing {
  const all = sides.map(waiting);
  const outs = all.filter(({ side }) => side.direction === 'out');
  const ins = all.filter(({ side }) => side.direction === 'in');
  const pairs: TransferPair[] = [];
  const settle = (out: readonly { side: TransferSide; open: boolean }[], taken: typeof out) => {
    for (const one of [...out, ...taken]) one.open = false;
    pairs.push(
      pairOf(
        out.map(({ side }) => side),
        taken.map(({ side }) => side),
      ),
    );
  };
  const own: ReceiversOf = ({ side }) => [side.unit.id];
  const withHeirs: ReceiversOf = ({ side }) => [side.unit.id, ...madeOf(side.unit.id, side.date)];
  // What a unit itself may have received comes before what one did that took it in.
  const receivers = ins.some((taken) => withHeirs(taken).length > 1) ? [own, withHeirs] : [own];
  const [byName, above] = [sendersByName(outs, withHeirs), sendersAbove(outs, isAbove)];
  pairReversals(all, settle);
  pairNamed(outs, ins, byName, withHeirs, settle);
  pairUnnamed(outs, ins, above, settle);
  for (const receiversOf of receivers) pairSums(outs, ins, byName, receiversOf, settle);
  pairRounds(outs, ins, above, settle);
  for (const receiversOf of receivers) pairDiffering(outs, ins, byName, receiversOf, settle);

  const unpaired = all.filter(isOpen).map(({ side }) => side);
  const differences = pairs.map(({ differenceVnd }) => differenceVnd).filter((one) => one !== 0);
  const sumOf = (some: readonly TransferSide[], direction: TransferSide['direction']) =>
    sumSides(some.filter((side) => side.direction === direction));
  return {
    fund,
    sentVnd: sumOf(sides, 'out'),
    receivedVnd: sumOf(sides, 'in'),
    transitVnd: sumOf(unpaired, 'out'),
    unsentVnd: sumOf(unpaired, 'in'),
    differingVnd: sumVnd(differences),
    differingPairs: differences.length,
    differingGrossVnd: sumVnd(differences.map((one) => vnd(Math.abs(one)))),
    pairs: pairs.sort(byFirstSide),
    unpaired,
  };
}

const byFirstSide = (a: TransferPair, b: TransferPair): number => {
  const [first, second] = [a.out[0] ?? a.in[0], b.out[0] ?? b.in[0]];
  return first === undefined || second === undefined ? 0 : bySide(first, second);
};

/** Whether every transfer has both its sides, and each pair agrees. Sums that happen to be zero do not suffice. */
export const isCleared = ({ pairs, unpaired }: TransferClearing): boolean =>
  unpaired.length === 0 && pairs.every(({ differenceVnd }) => differenceVnd === 0);

/**
 * What was sent and not received when more than so many days had gone by, oldest first. `asOf` is the day of the ledger,
 * never that of a clock: the same books are late on the same day wherever they are read.
 */
export const lateTransfers = (
  { unpaired }: TransferClearing,
  asOf: IsoDate,
  afterDays: number,
): readonly TransferSide[] =>
  unpaired.filter(
    ({ direction, amountVnd, date }) =>
      direction === 'out' && amountVnd > 0 && daysBetween(date, asOf) > afterDays,
  );

/** What a sender took back while no receiver gave it back, oldest first: wrong from the day on which it was entered. */
export const takenBack = ({ unpaired }: TransferClearing): readonly TransferSide[] =>
  unpaired.filter(({ direction, amountVnd }) => direction === 'out' && amountVnd < 0);
