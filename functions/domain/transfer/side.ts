import type { FundCode } from '../campaigns/campaign.ts';
import type { Instant, IsoDate } from '../date.ts';
import { dayNumber } from '../days.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { Unit, UnitId } from '../units/unit.ts';
import { roundKey } from './round.ts';

/** One row of a book that says that money went down a level, or came from above. */
export interface TransferSide {
  /** Whose book says so. */
  readonly unit: Unit;
  readonly fund: FundCode;
  readonly direction: 'in' | 'out';
  readonly date: IsoDate;
  /** Signed: a reversal is negative. */
  readonly amountVnd: Vnd;
  readonly digest: Sha256;
  readonly row: number;
  /** Out: the unit it was sent to; in: the unit it came from. Absent where the book does not say. */
  readonly other?: UnitId | undefined;
  /** The book names the other end, but what it writes is no unit that can be told: not the same as naming none. */
  readonly otherUnknown?: true | undefined;
  /** Đợt phân bổ, as written. */
  readonly round?: string | undefined;
  /** When the file came that said so first; that file, where it is another. */
  readonly since: Instant;
  readonly first?: Sha256 | undefined;
  /** Of lines of that file that say the very same: 1 for the second. */
  readonly nth?: number | undefined;
  /** When a file without it took its place, and that file; absent where it stands. */
  readonly until?: Instant | undefined;
  readonly by?: Sha256 | undefined;
}

/** Sides that belong together. A reversal with what it takes back is a pair too, with one side empty. */
export interface TransferPair {
  readonly out: readonly TransferSide[];
  readonly in: readonly TransferSide[];
  /** Received − sent: 0 unless both books tell of the same transfer and its amounts differ. */
  readonly differenceVnd: Vnd;
}

/** The clearing account of one fund between one level and the next: received − sent = unsent + differing − transit. */
export interface TransferClearing {
  readonly fund: FundCode;
  readonly sentVnd: Vnd;
  readonly receivedVnd: Vnd;
  /** Sent, not yet received: Σ unpaired out. */
  readonly transitVnd: Vnd;
  /** Received from nobody: Σ unpaired in. */
  readonly unsentVnd: Vnd;
  /** Σ differences of pairs, signed. */
  readonly differingVnd: Vnd;
  /** Pairs whose amounts differ, and Σ of their differences without sign: differences never cancel out in these. */
  readonly differingPairs: number;
  readonly differingGrossVnd: Vnd;
  /** By their first side. */
  readonly pairs: readonly TransferPair[];
  /** By day, unit, direction, file and row. */
  readonly unpaired: readonly TransferSide[];
}

/** The other end as a book has it, as a key: a unit, one that cannot be told, or none. */
export const otherKey = ({ other, otherUnknown }: TransferSide): string => other ?? (otherUnknown ? '?' : '');

/** Names nobody at the other end: any unit that fits may be meant. */
export const namesNobody = (side: TransferSide): boolean => otherKey(side) === '';

/** A total order: two sides that it calls equal are the same in every field that pairing looks at. */
export const bySide = (a: TransferSide, b: TransferSide): number =>
  compareText(a.date, b.date) ||
  compareText(a.unit.id, b.unit.id) ||
  compareText(a.direction, b.direction) ||
  compareText(a.digest, b.digest) ||
  a.row - b.row ||
  a.amountVnd - b.amountVnd ||
  compareText(otherKey(a), otherKey(b)) ||
  compareText(a.round ?? '', b.round ?? '');

/** Money on its way: a side, the number of its day, and whether it still waits for what belongs to it. */
export interface Waiting {
  readonly side: TransferSide;
  readonly day: number;
  /** The key of its round. */
  readonly round: string | undefined;
  open: boolean;
}

export const waiting = (side: TransferSide): Waiting => ({
  side,
  day: dayNumber(side.date),
  round: side.round === undefined ? undefined : roundKey(side.round),
  open: true,
});
export const isOpen = ({ open }: Waiting): boolean => open;

/** Books keep the day on which money was noted, not moved: it may be noted as received this much before it was sent. */
export const EARLY_DAYS = 3;

/** Money sent is to be entered by its receiver within so many days; then it is named. Practice, not law. */
export const TRANSFER_DAYS = 30;

/** Sides no further apart than this may belong to one transfer without an equal amount or a round to say so. */
export const NEAR_DAYS = 31;

/** Takes sides out of what waits, as a pair. */
export type Settle = (out: readonly Waiting[], taken: readonly Waiting[]) => void;

export const sumSides = (sides: readonly TransferSide[]): Vnd =>
  sumVnd(sides.map(({ amountVnd }) => amountVnd));

export function pairOf(out: readonly TransferSide[], taken: readonly TransferSide[]): TransferPair {
  const [given, got] = [[...out].sort(bySide), [...taken].sort(bySide)];
  return { out: given, in: got, differenceVnd: vnd(sumSides(got) - sumSides(given)) };
}
