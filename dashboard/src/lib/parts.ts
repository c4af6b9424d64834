/** The parts a sum is made of, as one table: each part a row, their sum the foot. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { formatDate, formatVnd, groupDigits } from '#domain/format.ts';
import type { LooseChild, MapUnit } from '#domain/publish/map-schema.ts';
import type { Child, FundTotals, Totals } from '#domain/publish/node-parts.ts';
import { sumFunds } from '#domain/publish/totals.ts';
import { fold } from '#domain/text.ts';
import type { Unit } from '#domain/units/unit.ts';
import type { Column } from './columns.ts';
import { asOfFund, totalsOf } from './totals.ts';

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly href?: string;
  readonly totals: Totals;
  readonly asOf?: IsoDate;
}

const hasFund = (funds: readonly FundTotals[], fund: FundCode): boolean =>
  funds.some((line) => line.fund === fund);

/** A line for people that tells apart units of one name or code: until when it existed. */
export const endNote = (unit: Unit): string | undefined =>
  unit.validTo === undefined ? undefined : `Đơn vị cũ, đến hết ${formatDate(unit.validTo)}`;

/** Whether a commune is one of those that its province has: on a day, or to the end of a province that ended. */
export const existsWith = (commune: Unit, province: Unit, day: IsoDate): boolean => {
  const at = province.validTo ?? day;
  return (commune.validFrom ?? at) <= at && at <= (commune.validTo ?? at);
};

interface ChildOptions {
  /** Another name than the unit's. */
  readonly name?: string;
  /** The unit whose page this is: parts that ended with it need not say so again. */
  readonly within?: Unit;
}

/** A child as a part; undefined when it keeps no book of the fund. */
export function childPart(
  child: Pick<Child, 'unit' | 'funds'>,
  fund: FundCode,
  href: string,
  { name = child.unit.name, within }: ChildOptions = {},
): Part | undefined {
  const note = child.unit.validTo === within?.validTo ? undefined : endNote(child.unit);
  return partOf(child.unit.id, name, child.funds, fund, { href, note });
}

interface Said {
  readonly href?: string | undefined;
  readonly note?: string | undefined;
}

function partOf(
  id: string,
  name: string,
  funds: readonly FundTotals[],
  fund: FundCode,
  { href, note }: Said,
): Part | undefined {
  if (!hasFund(funds, fund)) return undefined;
  const asOf = asOfFund(funds, fund);
  return {
    ...{ id, name, totals: totalsOf(funds, fund) },
    ...(href !== undefined && { href }),
    ...(asOf !== undefined && { asOf }),
    ...(note !== undefined && { note }),
  };
}

/** A unit of the present map as a part, saying which former units' books are in it. */
export const mapPart = (
  { unit, funds, parts }: MapUnit,
  fund: FundCode,
  href: string,
  name = unit.name,
): Part | undefined => {
  const former = parts.filter((part) => part.unit.id !== unit.id && hasFund(part.funds, fund));
  return partOf(unit.id, name, funds, fund, { href, note: madeOfNote(former.map((part) => part.unit)) });
};

const NAMED = 3;

function madeOfNote(units: readonly Unit[]): string | undefined {
  if (units.length === 0) return undefined;
  return units.length <= NAMED
    ? `Gồm sổ của ${units.map(({ name }) => name).join(', ')} (cũ)`
    : `Gồm sổ của ${groupDigits(units.length)} đơn vị cũ`;
}

export const UNDETERMINED = 'Chưa xác định theo địa giới mới';

/** What no unit of the present map can be given, as one part; undefined when there is nothing. */
export const loosePart = (loose: readonly LooseChild[], fund: FundCode, href: string): Part | undefined =>
  partOf('undetermined', UNDETERMINED, sumFunds(loose.map(({ child }) => child.funds)), fund, {
    href,
    note: 'Tiền của đơn vị cũ chưa xếp được vào một nơi hiện nay; không chia theo tỷ lệ',
  });

/** Parts whose name holds the text, accents or not. */
export const matching = (parts: readonly Part[], text: string): readonly Part[] =>
  parts.filter(({ name }) => fold(name).includes(fold(text)));

export const partColumns = (noun: string): readonly Column<Part>[] => [
  {
    id: 'name',
    label: noun,
    text: ({ name }) => name,
    sort: ({ name }) => name,
    href: ({ href }) => href,
    note: ({ note }) => note,
  },
  money('donations', 'Ủng hộ nhận được', ({ donationsVnd }) => donationsVnd),
  money('transfers', 'Cấp trên chuyển về', ({ transfersInVnd }) => transfersInVnd),
  money('uses', 'Đã dùng', ({ usesVnd }) => usesVnd),
  money('closing', 'Còn lại', ({ closingVnd }) => closingVnd),
  {
    id: 'reconciled',
    label: 'Sổ đã đối chiếu',
    numeric: true,
    text: ({ totals }) =>
      totals.statements === 0 ? '–' : `${groupDigits(totals.reconciled)}/${groupDigits(totals.statements)}`,
    sort: ({ totals }) => (totals.statements === 0 ? -1 : totals.reconciled / totals.statements),
  },
  {
    id: 'asOf',
    label: 'Số liệu đến',
    numeric: true,
    text: ({ asOf }) => (asOf === undefined ? '–' : formatDate(asOf)),
    sort: ({ asOf }) => asOf ?? '',
  },
];

const money = (id: string, label: string, amount: (totals: Totals) => number): Column<Part> => ({
  id,
  label,
  numeric: true,
  text: ({ totals }) => formatVnd(amount(totals)),
  sort: ({ totals }) => amount(totals),
});
