/** What a chart shows, before anybody draws it: the same figures feed the drawing and its table. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { formatDate } from '#domain/format.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import type { Statement } from '#domain/publish/schema.ts';
import { formatMonth, shortVnd } from '../lib/format.ts';
import { totalsOf } from '../lib/totals.ts';

interface Series {
  readonly name: string;
  readonly tone: 'in' | 'out';
  readonly amountsVnd: readonly number[];
  /** False: in the table only. */
  readonly drawn: boolean;
}

export interface ChartModel {
  /** What a label is: heading of the table's first column. */
  readonly axis: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** upright: time runs to the right; lying: names are read from the top. */
  readonly shape: 'upright' | 'lying';
  /** The chart in one sentence, for those who do not see it. */
  readonly summary: string;
  /** Where a series of months has a break, before the label of that number. */
  readonly breaks?: readonly Break[];
}

export interface Break {
  readonly at: number;
  readonly label: string;
}

/** Units a chart of parts shows; the table under it has them all. */
export const MAX_PARTS = 12;

const peak = (labels: readonly string[], amounts: readonly number[]): string => {
  const most = Math.max(...amounts);
  const label = labels[amounts.indexOf(most)];
  return label === undefined ? '' : `cao nhất ${label} (${shortVnd(most) ?? `${most} đồng`})`;
};

/** Money in and out of one book by calendar month, with the balance at each month's end in the table. */
export function monthsChart(months: Statement['months'], days: readonly IsoDate[] = []): ChartModel {
  const breaks = breaksIn(months, days);
  const labels = months.map(({ month }) => formatMonth(month));
  const ins = months.map(({ inVnd }) => inVnd);
  const outs = months.map(({ outVnd }) => outVnd);
  return {
    axis: 'Tháng',
    labels,
    series: [
      { name: 'Thu trong tháng', tone: 'in', amountsVnd: ins, drawn: true },
      { name: 'Chi trong tháng', tone: 'out', amountsVnd: outs, drawn: true },
      {
        name: 'Số dư cuối tháng',
        tone: 'in',
        amountsVnd: months.map(({ closingVnd }) => closingVnd),
        drawn: false,
      },
    ],
    shape: 'upright',
    summary: [
      `Biểu đồ cột thu và chi của ${labels.length} tháng: thu ${peak(labels, ins)}, chi ${peak(labels, outs)}.`,
      ...breaks.map(({ label }) => `${label}.`),
    ].join(' '),
    ...(breaks.length > 0 && { breaks }),
  };
}

/** Each day on which provinces changed, before the first month that lies wholly after it; inside the series only. */
function breaksIn(months: Statement['months'], days: readonly IsoDate[]): Break[] {
  return days.flatMap((day) => {
    const at = months.findIndex(({ month }) => `${month}-01` >= day);
    return at > 0 ? [{ at, label: `Từ ${formatDate(day)}: địa giới mới` }] : [];
  });
}

interface Part {
  readonly label: string;
  readonly inVnd: number;
  readonly outVnd: number;
}

/** Donations and uses of the units that received most, largest first; equal sums in the order given. */
export function unitsChart(
  children: readonly Pick<Child, 'unit' | 'funds'>[],
  fund: FundCode,
  axis: string,
): ChartModel {
  const withBooks = children.filter(({ funds }) => funds.some((line) => line.fund === fund));
  const parts = withBooks.map((child) => {
    const { donationsVnd, usesVnd } = totalsOf(child.funds, fund);
    return { label: child.unit.name, inVnd: donationsVnd, outVnd: usesVnd };
  });
  return partsChart(
    parts.toSorted((a, b) => b.inVnd - a.inVnd || b.outVnd - a.outVnd).slice(0, MAX_PARTS),
    axis,
  );
}

/** Donations and uses side by side for a few named parts, in the order given. */
export function partsChart(parts: readonly Part[], axis: string): ChartModel {
  const labels = parts.map(({ label }) => label);
  const ins = parts.map(({ inVnd }) => inVnd);
  return {
    axis,
    labels,
    series: [
      { name: 'Ủng hộ nhận được', tone: 'in', amountsVnd: ins, drawn: true },
      { name: 'Đã dùng', tone: 'out', amountsVnd: parts.map(({ outVnd }) => outVnd), drawn: true },
    ],
    shape: 'lying',
    summary: `Biểu đồ thanh so sánh ủng hộ nhận được và đã dùng của ${labels.length} mục: ủng hộ ${peak(labels, ins)}.`,
  };
}
