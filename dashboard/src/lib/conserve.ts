/** Whether sums add up, worked out anew from the nodes that were loaded: a reader sees a proof, not a claim. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Cleared } from '#domain/publish/across-schema.ts';
import type { Child, FundTotals, Totals } from '#domain/publish/node-parts.ts';
import type { Province } from '#domain/publish/schema.ts';
import { conserveHref, statementHref, unitHref } from '../routes.ts';
import { differingOf } from './cleared.ts';
import { endNote } from './parts.ts';
import { totalsOf, unclosedVnd } from './totals.ts';

/** Every figure of a node, as it is called where it does not add up. */
const FIGURES: Readonly<Record<keyof Totals, string>> = {
  openingVnd: 'Số dư đầu',
  donationsVnd: 'Ủng hộ',
  transfersInVnd: 'Cấp trên chuyển về',
  handoversInVnd: 'Nhận bàn giao',
  interestVnd: 'Lãi tiền gửi',
  refundsInVnd: 'Hoàn trả về quỹ',
  usesVnd: 'Đã dùng',
  transfersOutVnd: 'Chuyển cấp dưới',
  handoversOutVnd: 'Bàn giao số dư',
  refundsOutVnd: 'Hoàn trả người ủng hộ',
  feesVnd: 'Phí ngân hàng',
  closingVnd: 'Còn lại',
  entries: 'Bút toán',
  submissions: 'Tệp',
  samples: 'Sổ mẫu',
  quarantinedRows: 'Dòng để riêng',
  quarantinedVnd: 'Số tiền để riêng',
  statements: 'Sổ',
  reconciled: 'Sổ đã đối chiếu',
  variances: 'Phép đối chiếu lệch',
  varianceVnd: 'Tổng số tiền lệch',
  errors: 'Lỗi',
  warnings: 'Điểm cần xem',
};
const FIELDS = Object.keys(FIGURES) as (keyof Totals)[];

/** A figure of the whole that is not the sum of its parts. */
export interface Unequal {
  readonly label: string;
  /** Đồng, or a number of things. */
  readonly money: boolean;
  readonly sum: number;
  readonly whole: number;
}

export interface Proof {
  readonly parts: number;
  /** How many figures were compared. */
  readonly figures: number;
  readonly unequal: readonly Unequal[];
  /** Opening + in − out − closing of the whole. */
  readonly unclosedVnd: number;
  readonly holds: boolean;
}

/** Σ parts = whole, figure by figure, and opening + in − out = closing of the whole. */
export function proofOf(parts: readonly (readonly FundTotals[])[], fund: FundCode, whole: Totals): Proof {
  const all = parts.map((funds) => totalsOf(funds, fund));
  const unequal = FIELDS.flatMap((field) => {
    const sum = all.reduce((before, totals) => before + totals[field], 0);
    return sum === whole[field]
      ? []
      : [{ label: FIGURES[field], money: field.endsWith('Vnd'), sum, whole: whole[field] }];
  });
  const unclosed = unclosedVnd(whole);
  return {
    parts: parts.filter((funds) => funds.some((line) => line.fund === fund)).length,
    figures: FIELDS.length,
    unequal,
    unclosedVnd: unclosed,
    holds: unequal.length === 0 && unclosed === 0,
  };
}

/** A line of the tree of sums. */
export interface ConserveRow {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly href?: string;
  readonly totals: Totals;
  /** What is below it: unknown until its node is loaded. */
  readonly province?: Child;
}

const hasFund = ({ funds }: Pick<Child, 'funds'>, fund: FundCode): boolean =>
  funds.some((line) => line.fund === fund);

/** The centre and every province that keeps, or whose communes keep, a book of the fund. */
export const nationRows = (
  centre: Child | undefined,
  provinces: readonly Child[],
  fund: FundCode,
): readonly ConserveRow[] => [
  ...(centre !== undefined && hasFund(centre, fund)
    ? [
        {
          ...{ id: centre.unit.id, name: `Sổ của chính ${centre.unit.name}` },
          ...{ href: statementHref(centre.unit, fund), totals: totalsOf(centre.funds, fund) },
        },
      ]
    : []),
  ...provinces.filter((child) => hasFund(child, fund)).map((child) => provinceRow(child, fund)),
];

function provinceRow(child: Child, fund: FundCode): ConserveRow {
  const note = endNote(child.unit);
  return {
    ...{ id: child.unit.id, name: child.unit.name, href: conserveHref(child.unit, fund) },
    ...{ totals: totalsOf(child.funds, fund), province: child },
    ...(note !== undefined && { note }),
  };
}

/** A province's own books and its communes. */
export const provinceRows = (
  { unit, own, communes }: Pick<Province, 'unit' | 'own' | 'communes'>,
  fund: FundCode,
): readonly ConserveRow[] =>
  [...(own === undefined ? [] : [own]), ...communes]
    .filter((child) => hasFund(child, fund))
    .map((child) => {
      const note = child.unit.validTo === unit.validTo ? undefined : endNote(child.unit);
      return {
        ...{ id: child.unit.id, totals: totalsOf(child.funds, fund) },
        name: child.unit.id === unit.id ? `Sổ của chính ${child.unit.name}` : child.unit.name,
        href:
          child.funds.length === 1
            ? statementHref(child.unit, fund)
            : unitHref(child.unit, { view: 'reported' }),
        ...(note !== undefined && { note }),
      };
    });

/** What the loaded node of a province shows of itself. */
export interface Inside {
  /** Of its own books and communes against its own sums. */
  readonly proof: Proof;
  /** Whether its own sums are those that the nation counts. */
  readonly same: boolean;
  readonly cleared: Cleared | undefined;
}

/** A province's node against the line that the nation has of it. */
export function insideOf(province: Province, line: Child, fund: FundCode): Inside {
  const whole = totalsOf(province.funds, fund);
  const counted = totalsOf(line.funds, fund);
  const parts = [...(province.own === undefined ? [] : [province.own]), ...province.communes];
  return {
    proof: proofOf(
      parts.map(({ funds }) => funds),
      fund,
      whole,
    ),
    same: FIELDS.every((field) => whole[field] === counted[field]),
    cleared: clearedOf(province.cleared, fund),
  };
}

export const clearedOf = (cleared: readonly Cleared[], fund: FundCode): Cleared | undefined =>
  cleared.find((line) => line.fund === fund);

type ClearedSums = Omit<Cleared, 'fund'>;

/** Steps together: centre to provinces, and each province to its communes. */
export const sumCleared = (steps: readonly ClearedSums[]): ClearedSums => {
  const sum = (field: Exclude<keyof ClearedSums, 'differingPairs' | 'differingGrossVnd'>) =>
    steps.reduce((before, step) => before + step[field], 0);
  const sumOf = (figure: (differing: ReturnType<typeof differingOf>) => number) =>
    steps.map(differingOf).reduce((before, one) => before + figure(one), 0);
  return {
    sentVnd: sum('sentVnd') as ClearedSums['sentVnd'],
    receivedVnd: sum('receivedVnd') as ClearedSums['receivedVnd'],
    transitVnd: sum('transitVnd') as ClearedSums['transitVnd'],
    unsentVnd: sum('unsentVnd') as ClearedSums['unsentVnd'],
    differingVnd: sum('differingVnd') as ClearedSums['differingVnd'],
    differingPairs: sumOf(({ pairs }) => pairs),
    differingGrossVnd: sumOf(({ grossVnd }) => grossVnd) as ClearedSums['differingVnd'],
    pairs: sum('pairs'),
    unpaired: sum('unpaired'),
  };
};

/**
 * What the books passed down, less what they received from above, less what the steps explain of that difference.
 * Zero where every transfer of every book stands in one step.
 */
export const unexplainedVnd = (totals: Totals, steps: ClearedSums): number =>
  totals.transfersOutVnd - totals.transfersInVnd - (steps.transitVnd - steps.unsentVnd - steps.differingVnd);
