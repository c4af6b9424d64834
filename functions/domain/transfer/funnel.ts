import type { IsoDate } from '../date.ts';
import { sumVnd, type Vnd, vnd } from '../money.ts';
import { compareText, minText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { UnitId } from '../units/unit.ts';
import { roundKey } from './round.ts';

/** One row that says what was pledged (đăng ký), or what was allocated to a unit below (phân bổ). */
export interface AllocationLine {
  readonly stage: 'DANG_KY' | 'PHAN_BO';
  readonly date: IsoDate;
  /** Signed: a correction is negative. */
  readonly amountVnd: Vnd;
  /** Đợt phân bổ, as written. */
  readonly round?: string | undefined;
  readonly to?: UnitId | undefined;
  readonly digest: Sha256;
  readonly row: number;
}

/** What a unit's own books say of the fund. */
export interface FunnelBook {
  readonly receivedVnd: Vnd;
  /** From the level above: allotted as rightly as what was given, and never added to it. */
  readonly fromAboveVnd?: Vnd;
  /** What the book began with: at hand to allot, and never added to what was received. */
  readonly openingVnd?: Vnd;
  /** Paid out for purposes of the fund; without what was sent to a level below. */
  readonly usesVnd: Vnd;
  readonly transfersOutVnd: Vnd;
  /** What was sent to a level below in the name of a round, as written. */
  readonly sentInRounds: readonly { readonly round: string; readonly amountVnd: Vnd }[];
  /** The day until which its movements are held: what was sent later is not in it. Absent where it has none. */
  readonly heldUntil?: IsoDate | undefined;
}

/** A đợt phân bổ: what was decided, beside what the books say was sent. */
export interface FunnelRound {
  /** Of several ways of writing it, the first in order. */
  readonly round: string;
  /** The first day of its lines. */
  readonly date: IsoDate;
  readonly allocatedVnd: Vnd;
  readonly sentVnd: Vnd;
  /** Sent − allocated; not 0 is a finding. */
  readonly differenceVnd: Vnd;
  /** Units to which it gives anything, after corrections. */
  readonly receivers: number;
}

/** The four stages of one fund in one unit. A stage that is absent was handed in by nobody; 0 is an amount. */
export interface Funnel {
  readonly pledgedVnd?: Vnd;
  readonly receivedVnd: Vnd;
  readonly allocatedVnd?: Vnd;
  readonly disbursedVnd: Vnd;
  /** Sent to a level below, which disburses it. It stands beside what this unit disbursed, never in it. */
  readonly sentVnd: Vnd;
  /** By first day, then by name. */
  readonly rounds: readonly FunnelRound[];
  /** Sent in the name of a round for which nobody handed in an allocation; by name. */
  readonly sentUnallocated: readonly { readonly round: string; readonly sentVnd: Vnd }[];
  /** Allocated less what was at hand (the opening balance and all that was received), where more was allocated. */
  readonly overAllocatedVnd?: Vnd;
  /** Lines of days after those that the book holds, where there are any: in no figure here. */
  readonly laterRows?: number;
}

/**
 * Sets the four amounts beside each other that are all called "số tiền ủng hộ": đăng ký (pledged) → tiếp nhận
 * (received) → phân bổ (allocated down a level) → giải ngân (reached households). They are the same money at four
 * times, so no two of them are ever added. Late 2025 at the centre: 2,088.5 tỷ pledged, 1,175.249 received, 833.152
 * allocated in ten rounds to 23 provinces; 618.5 tỷ pledged there was paid straight to provinces. What is pledged and
 * not received is therefore no debt to this unit, and no difference is made of the two.
 *
 * Disbursed is what the unit itself paid out for purposes of the fund: what it sent down is disbursed by whoever
 * received it. Lines without a round count in the stage and in no round. Lines of days after those that the book
 * holds count nowhere, as what was received or sent on those days is not in it yet. Throws where a sum leaves the
 * exact range.
 */
export function funnelOf(lines: readonly AllocationLine[], book: FunnelBook): Funnel {
  const counted = lines.filter(({ date }) => book.heldUntil === undefined || date <= book.heldUntil);
  const [pledges, allocations] = [ofStage(counted, 'DANG_KY'), ofStage(counted, 'PHAN_BO')];
  const allotted = ofStage(lines, 'PHAN_BO');
  const sent = sentByRound(book);
  const named = new Set(inRounds(allotted).keys());
  const overVnd = allocations.length === 0 ? 0 : total(allocations) - atHandVnd(book);
  const laterRows = lines.length - counted.length;
  return {
    ...(ofStage(lines, 'DANG_KY').length > 0 && { pledgedVnd: total(pledges) }),
    receivedVnd: book.receivedVnd,
    ...(allotted.length > 0 && { allocatedVnd: total(allocations) }),
    disbursedVnd: book.usesVnd,
    sentVnd: book.transfersOutVnd,
    rounds: roundsOf(allocations, sent),
    sentUnallocated: [...sent]
      .filter(([key, { sentVnd }]) => !named.has(key) && sentVnd !== 0)
      .map(([, of]) => of)
      .sort((a, b) => compareText(a.round, b.round)),
    ...(overVnd > 0 && { overAllocatedVnd: vnd(overVnd) }),
    ...(laterRows > 0 && { laterRows }),
  };
}

const atHandVnd = ({ receivedVnd, fromAboveVnd, openingVnd }: FunnelBook): Vnd =>
  sumVnd([receivedVnd, fromAboveVnd ?? vnd(0), openingVnd ?? vnd(0)]);

const ofStage = (lines: readonly AllocationLine[], wanted: AllocationLine['stage']) =>
  lines.filter(({ stage }) => stage === wanted);

const total = (lines: readonly { readonly amountVnd: Vnd }[]): Vnd =>
  sumVnd(lines.map(({ amountVnd }) => amountVnd));

/** By round what names one, each with its name as written. */
function inRounds<L extends { readonly round?: string | undefined }>(
  lines: readonly L[],
): ReadonlyMap<string, readonly (L & { readonly round: string })[]> {
  const named = lines.flatMap((line) => (line.round === undefined ? [] : [{ ...line, round: line.round }]));
  return Map.groupBy(named, ({ round }) => roundKey(round));
}

const nameOf = (lines: readonly { readonly round: string }[]): string =>
  lines.map(({ round }) => round).reduce(minText);

const sentByRound = ({ sentInRounds }: FunnelBook): ReadonlyMap<string, Funnel['sentUnallocated'][number]> =>
  new Map(
    [...inRounds(sentInRounds)].map(([key, own]) => [key, { round: nameOf(own), sentVnd: total(own) }]),
  );

function roundsOf(
  allocations: readonly AllocationLine[],
  sent: ReturnType<typeof sentByRound>,
): FunnelRound[] {
  const rounds = [...inRounds(allocations)].map(([key, lines]) => {
    const [allocatedVnd, sentVnd] = [total(lines), sent.get(key)?.sentVnd ?? vnd(0)];
    return {
      round: nameOf(lines),
      date: lines.map(({ date }) => date).reduce(minText),
      allocatedVnd,
      sentVnd,
      differenceVnd: vnd(sentVnd - allocatedVnd),
      receivers: receiversOf(lines),
    };
  });
  return rounds.sort((a, b) => compareText(a.date, b.date) || compareText(a.round, b.round));
}

const receiversOf = (lines: readonly AllocationLine[]): number =>
  [...Map.groupBy(lines, ({ to }) => to)].filter(([to, own]) => to !== undefined && total(own) > 0).length;
