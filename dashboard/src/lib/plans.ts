/** Plans beside what was reached. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { INDICATORS, type Indicator } from '#domain/codes.ts';
import { formatVnd, groupDigits } from '#domain/format.ts';
import { compareText } from '#domain/order.ts';
import type { Across, Plan } from '#domain/publish/across-schema.ts';
import { fileHref } from '../routes.ts';
import type { Column } from './columns.ts';
import { formatShare } from './format.ts';

/** A figure of an indicator in full digits: đồng where it counts money, else a number of things. */
export const figureText = (indicator: Indicator, figure: number): string =>
  indicator === 'VAN_DONG' ? formatVnd(figure) : groupDigits(figure);

/** What of a target was reached, as text; a dash where there is nothing to measure by. */
export const reachedText = (reached: number, target: number | undefined): string =>
  target === undefined ? '–' : (formatShare(reached, target) ?? '–');

/** "11/13 xã, phường đạt". Undefined where none of the units below has a target. */
export const metText = (
  { units, unitsMet }: Pick<Plan, 'units' | 'unitsMet'>,
  noun: string,
): string | undefined =>
  units === 0 ? undefined : `${groupDigits(unitsMet)}/${groupDigits(units)} ${noun} đạt`;

/** Two conditions, told apart: the target of the whole, and that every unit below meets its own. */
export function planResult(
  { met, target, reached }: Pick<Plan, 'met' | 'target' | 'reached'>,
  noun: string,
): string {
  if (met) return `Đạt cả chỉ tiêu chung và ở mọi ${noun}`;
  if (target === undefined) return '–';
  return reached >= target ? 'Đạt chỉ tiêu chung' : 'Chưa đạt chỉ tiêu chung';
}

/** How many of the units below have a target of their own: one that was given none has not met it. */
const givenText = ({ units, unitsBelow, indicator, unitsTarget }: Plan, noun: string): string | undefined =>
  units === 0
    ? undefined
    : `${groupDigits(units)} trên ${groupDigits(unitsBelow)} ${noun} có chỉ tiêu riêng, cộng ${figureText(indicator, unitsTarget)}`;

/** The latest year first, indicators in the order of their list. */
export function plansOf<P extends Pick<Plan, 'fund' | 'year' | 'indicator'>>(
  plans: readonly P[],
  fund: FundCode,
): readonly P[] {
  const order = Object.keys(INDICATORS);
  return plans
    .filter((plan) => plan.fund === fund)
    .toSorted(
      (a, b) => compareText(b.year, a.year) || order.indexOf(a.indicator) - order.indexOf(b.indicator),
    );
}

type UnitPlan = Across['unitPlans'][number];
export interface PlanOfUnit extends UnitPlan {
  readonly href: string | undefined;
  readonly met: boolean;
}

/** Plans of single units, with the row of the file that sets each. */
export function unitPlansOf(across: Across, fund: FundCode): readonly PlanOfUnit[] {
  return plansOf(across.unitPlans, fund).map((plan) => {
    const book = across.books.find(({ targets }) =>
      targets.some(({ digest, row }) => digest === plan.digest && row === plan.row),
    );
    return {
      ...plan,
      href: book && fileHref(book.unit, book.fund, plan.digest, plan.row),
      met: plan.reached >= plan.target,
    };
  });
}

const measure = <
  Row extends Pick<UnitPlan, 'year' | 'indicator' | 'reached'> & { readonly target?: number | undefined },
>() => [
  {
    id: 'target',
    label: 'Chỉ tiêu',
    numeric: true,
    text: ({ indicator, target }: Row) => (target === undefined ? '–' : figureText(indicator, target)),
  },
  {
    id: 'reached',
    label: 'Đã đạt theo sổ',
    numeric: true,
    text: ({ indicator, reached }: Row) => figureText(indicator, reached),
  },
  {
    id: 'share',
    label: 'Tỷ lệ',
    numeric: true,
    text: ({ reached, target }: Row) => reachedText(reached, target),
  },
];

/** `noun`: what the units below are called. */
export const planColumns = (noun: string): readonly Column<Plan>[] => [
  {
    id: 'indicator',
    label: 'Chỉ tiêu của năm',
    text: ({ indicator }) => INDICATORS[indicator],
    note: ({ year }) => `Năm ${year}`,
  },
  ...measure<Plan>(),
  {
    id: 'units',
    label: 'Đơn vị đạt chỉ tiêu riêng',
    text: (plan) => metText(plan, noun) ?? '–',
    note: (plan) => givenText(plan, noun),
  },
  { id: 'result', label: 'Kết quả', text: (plan) => planResult(plan, noun) },
];

export const unitPlanColumns: readonly Column<PlanOfUnit>[] = [
  {
    id: 'unit',
    label: 'Đơn vị',
    text: ({ unit }) => unit.name,
    href: ({ href }) => href,
    note: ({ year, indicator }) => `${INDICATORS[indicator]}, năm ${year}`,
    sort: ({ unit }) => unit.name,
  },
  ...measure<PlanOfUnit>(),
  {
    id: 'met',
    label: 'Kết quả',
    text: ({ met }) => (met ? 'Đạt' : 'Chưa đạt'),
    sort: ({ met }) => (met ? 1 : 0),
  },
];
