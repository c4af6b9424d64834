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

/** "11 trên 13 xã, phường được giao đã đạt". Undefined where none of the units below has a target. */
export const metText = (
  { units, unitsMet }: Pick<Plan, 'units' | 'unitsMet'>,
  noun: string,
): string | undefined =>
  units === 0 ? undefined : `${groupDigits(unitsMet)} trên ${groupDigits(units)} ${noun} được giao đã đạt`;

/** Whether a plan is met; of two conditions, whether both are. */
export function planResult({ met, target, reached, units }: PlanState): string {
  if (target === undefined) return '–';
  if (units > 0) return met ? 'Đạt cả hai điều kiện' : 'Chưa đạt đủ hai điều kiện';
  return reached >= target ? 'Đạt chỉ tiêu chung' : 'Chưa đạt chỉ tiêu chung';
}

/** The two conditions, each with how it stands: the target of the whole, and that every unit given one meets its own. */
export function conditionsText(
  { target, reached, units, unitsMet }: PlanState,
  noun: string,
): string | undefined {
  if (target === undefined || units === 0) return undefined;
  const whole = reached >= target ? 'đạt' : 'chưa đạt';
  return `Chỉ tiêu chung: ${whole}. Chỉ tiêu riêng: ${groupDigits(unitsMet)} trên ${groupDigits(units)} ${noun} được giao đã đạt.`;
}

type PlanState = Pick<Plan, 'met' | 'target' | 'reached' | 'units' | 'unitsMet'>;

/**
 * What the units below that were given a target are to reach together, what these units alone reached of it, as the
 * whole may have reached more, and how many others there are.
 */
export function givenText(
  { units, unitsBelow, indicator, unitsTarget, unitsReached }: Plan,
  noun: string,
): string | undefined {
  if (units === 0) return undefined;
  const others = unitsBelow - units;
  return [
    `${groupDigits(units)} ${noun} được giao, cộng ${figureText(indicator, unitsTarget)}`,
    ...(unitsReached === undefined ? [] : [`riêng các nơi ấy đã đạt ${figureText(indicator, unitsReached)}`]),
    ...(others > 0 ? [`${groupDigits(others)} ${noun} không được giao chỉ tiêu riêng`] : []),
  ].join('; ');
}

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
>(): readonly [Column<Row>, Column<Row>, Column<Row>] => [
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

/** Columns that say something of one of the plans at least. `noun`: what the units below are called. */
export function planColumns(plans: readonly Plan[], noun: string): readonly Column<Plan>[] {
  const [target, reached, share] = measure<Plan>();
  const aimed = plans.some((plan) => plan.target !== undefined);
  const given = plans.some(({ units }) => units > 0);
  return [
    indicatorColumn,
    ...(aimed ? [target] : []),
    { ...reached, label: `${reached.label}, cộng mọi đơn vị` },
    ...(aimed ? [share] : []),
    ...(given ? [unitsColumn(noun)] : []),
    ...(aimed ? [resultColumn(noun)] : []),
  ];
}

const indicatorColumn: Column<Plan> = {
  id: 'indicator',
  label: 'Chỉ tiêu của năm',
  text: ({ indicator }) => INDICATORS[indicator],
  note: ({ year }) => `Năm ${year}`,
};

const unitsColumn = (noun: string): Column<Plan> => ({
  id: 'units',
  label: 'Đơn vị đạt chỉ tiêu riêng',
  text: (plan) => metText(plan, noun) ?? '–',
  note: (plan) => givenText(plan, noun),
});

const resultColumn = (noun: string): Column<Plan> => ({
  id: 'result',
  label: 'Kết quả',
  text: planResult,
  note: (plan) => conditionsText(plan, noun),
});

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
