import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { TransferClearing, TransferSide } from '#domain/transfer/clear.ts';
import type { Unit, UnitCode, UnitId } from '#domain/units/unit.ts';

/** The centre TW, provinces 48 and 66, and their communes, whose codes begin with that of the province. */
export const unit = (code: string): Unit => ({
  id: code as UnitId,
  code: code as UnitCode,
  level: code === 'TW' ? 'TW' : code.length === 2 ? 'TINH' : 'XA',
  name: code,
  ...(code.length === 5 && { provinceId: code.slice(0, 2) as UnitId }),
});

export const isAbove = (above: Unit, below: Unit): boolean =>
  below.level === 'TINH' ? above.level === 'TW' : below.provinceId === above.id;

/** Commune 48001 went into 48003, whole. */
export const HEIR = '48003';
export const madeOf = (into: UnitId, day: IsoDate): readonly UnitId[] =>
  into === HEIR && day >= '2025-02-15' ? ['48001' as UnitId] : [];

interface More {
  readonly other?: string | undefined;
  readonly unknown?: boolean | undefined;
  readonly round?: string | undefined;
  readonly fund?: string;
  readonly row?: number;
}

let rows = 0;
const side = (
  direction: 'in' | 'out',
  code: string,
  amount: number,
  date: string,
  more: More = {},
): TransferSide => {
  rows += 1;
  return {
    unit: unit(code),
    fund: (more.fund ?? 'QVNN') as FundCode,
    direction,
    date: date as IsoDate,
    amountVnd: vnd(amount),
    digest: 'a'.repeat(64) as Sha256,
    row: more.row ?? rows,
    since: `${date}T02:00:00.000Z` as Instant,
    ...(more.other !== undefined && { other: more.other as UnitId }),
    ...(more.unknown && { otherUnknown: true as const }),
    ...(more.round !== undefined && { round: more.round }),
  };
};

/** Sent by a unit, of an amount, on a day. */
export const sent = (from: string, amount: number, date: string, more?: More) =>
  side('out', from, amount, date, more);
/** Received by a unit, of an amount, on a day. */
export const got = (by: string, amount: number, date: string, more?: More) =>
  side('in', by, amount, date, more);

/** `2025-09-10 48 5`: enough to tell sides of a small table apart. */
export const told = ({ date, unit: { code }, amountVnd }: TransferSide): string =>
  `${date.slice(5)} ${code} ${amountVnd}`;

/** Pairs as `out + out = in (difference)`, and what is left. */
export const seen = ({ pairs, unpaired }: TransferClearing) => ({
  pairs: pairs.map(
    (pair) =>
      `${pair.out.map(told).join(' + ')} = ${pair.in.map(told).join(' + ')}` +
      (pair.differenceVnd === 0 ? '' : ` (${pair.differenceVnd})`),
  ),
  left: unpaired.map((one) => `${one.direction} ${told(one)}`),
});
