/** Money between levels, row by row: what is on the way, what came from nobody, what the two ends tell differently. */

import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { daysBetween } from '#domain/days.ts';
import { compareText } from '#domain/order.ts';
import type { Across, Transfer } from '#domain/publish/across-schema.ts';
import type { Unit, UnitId } from '#domain/units/unit.ts';
import { fileHref } from '../routes.ts';

/** One side of a transfer with the book that says it. */
export interface Side extends Transfer {
  readonly unit: Unit;
  readonly href: string;
  /** The unit at the other end by name, with its province where that is another; by code where no name was published. */
  readonly otherName?: string;
}

export interface Difference {
  readonly out: readonly Side[];
  readonly in: readonly Side[];
  /** Received less sent. */
  readonly differenceVnd: number;
}

export interface Open extends Side {
  /** Days from the transfer to the day up to which the figures go. */
  readonly days: number;
}

type SideRef = Across['clearing'][number]['open'][number];

/** What units are called, as far as the object says: those with books here, silent ones, and others at the end of a row. */
function namesIn({ books, silent, others = [] }: Across): ReadonlyMap<UnitId, string> {
  return new Map([
    ...others.map(
      ({ id, name, province }) => [id, province === undefined ? name : `${name}, ${province}`] as const,
    ),
    ...silent.map(({ id, name }) => [id, name] as const),
    ...books.map(({ unit }) => [unit.id, unit.name] as const),
  ]);
}

/** Reads the sides of an object with the names of their units. */
export function sideReader(across: Across): (ref: SideRef) => Side {
  const names = namesIn(across);
  return ([book, at]) => {
    const part = across.books[book];
    const transfer = part?.transfers[at];
    if (part === undefined || transfer === undefined) throw new RangeError(`no transfer ${book}/${at}`);
    const { other, otherUnknown } = transfer;
    return {
      ...transfer,
      unit: part.unit,
      href: fileHref(part.unit, part.fund, transfer.digest, transfer.row),
      ...(otherUnknown && { otherName: 'đơn vị ghi không rõ tên' }),
      ...(other !== undefined && { otherName: names.get(other) ?? `đơn vị mã ${other.split('@')[0]}` }),
    };
  };
}

const clearingOf = (across: Across, fund: FundCode) => across.clearing.filter((one) => one.fund === fund);

/** Transfers of a fund with one side only, the oldest first. */
export function openTransfers(across: Across, fund: FundCode, asOf: IsoDate): readonly Open[] {
  const read = sideReader(across);
  return clearingOf(across, fund)
    .flatMap(({ open }) => open.map(read))
    .map((side) => ({ ...side, days: Math.max(0, daysBetween(side.date, asOf)) }))
    .sort((a, b) => compareText(a.date, b.date));
}

/** Pairs of a fund whose two ends tell different amounts, the largest difference first. */
export function differences(across: Across, fund: FundCode): readonly Difference[] {
  const read = sideReader(across);
  return clearingOf(across, fund)
    .flatMap(({ pairing }) => pairing.filter(({ differenceVnd }) => differenceVnd !== 0))
    .map((pair) => ({ out: pair.out.map(read), in: pair.in.map(read), differenceVnd: pair.differenceVnd }))
    .sort((a, b) => Math.abs(b.differenceVnd) - Math.abs(a.differenceVnd));
}

/** The round, as a note beside a side; undefined where there is none. */
export const sideNote = ({ round }: Side): string | undefined =>
  round === undefined ? undefined : `đợt phân bổ: ${round}`;
