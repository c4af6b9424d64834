import { expect, test } from 'vitest';
import { MAX_PARTS, monthsChart, partsChart, unitsChart } from '#dashboard/src/charts/model.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Child } from '#domain/publish/node-parts.ts';

const FUND = 'QVNN' as FundCode;
const child = (name: string, fund: string, inVnd: number, outVnd = 0) =>
  ({
    unit: { name },
    funds: [{ fund, totals: { donationsVnd: vnd(inVnd), usesVnd: vnd(outVnd) } }],
  }) as unknown as Child;

test('months: every figure of the statement, the balance in the table only', () => {
  const model = monthsChart([
    { month: '2025-07', inVnd: vnd(37_083_709), outVnd: vnd(30_000_000), closingVnd: vnd(17_083_709) },
    { month: '2025-08', inVnd: vnd(0), outVnd: vnd(5), closingVnd: vnd(17_083_704) },
  ]);
  expect(model.labels).toEqual(['07/2025', '08/2025']);
  expect(model.series.map(({ amountsVnd, drawn }) => ({ amountsVnd, drawn }))).toEqual([
    { amountsVnd: [37_083_709, 0], drawn: true },
    { amountsVnd: [30_000_000, 5], drawn: true },
    { amountsVnd: [17_083_709, 17_083_704], drawn: false },
  ]);
  expect(model.summary).toContain('thu cao nhất 07/2025 (37,08 triệu)');
});

test('months: a break stands before the first month that lies wholly after it, and only inside the series', () => {
  const month = (text: string) => ({ month: text, inVnd: vnd(1), outVnd: vnd(1), closingVnd: vnd(1) });
  const series = ['2025-05', '2025-06', '2025-08'].map(month);
  const at = (...days: string[]) => monthsChart(series, days as IsoDate[]).breaks?.map((one) => one.at);
  expect(at('2025-07-01')).toEqual([2]);
  expect(at('2025-06-01')).toEqual([1]);
  expect(at('2025-05-02')).toEqual([1]);
  expect(at('2025-05-01')).toBeUndefined();
  expect(at('2025-08-02')).toBeUndefined();
  expect(at()).toBeUndefined();
  const model = monthsChart(series, ['2025-07-01' as IsoDate]);
  expect(model.breaks?.[0]?.label).toBe('Từ 01/07/2025: địa giới mới');
  expect(model.summary).toContain('Từ 01/07/2025: địa giới mới');
});

test('units: those with books of the fund, largest first, no more than fit', () => {
  const many = Array.from({ length: MAX_PARTS + 3 }, (_, i) => child(`Xã ${i}`, 'QVNN', i));
  const model = unitsChart([...many, child('Xã khác quỹ', 'YAGI-2024', 1_000)], FUND, 'Xã');
  expect(model.labels).toHaveLength(MAX_PARTS);
  expect(model.labels[0]).toBe(`Xã ${MAX_PARTS + 2}`);
  expect(model.labels).not.toContain('Xã khác quỹ');
});

test('nothing to draw is an empty model, not an error', () => {
  expect(monthsChart([]).labels).toEqual([]);
  expect(unitsChart([], FUND, 'Xã').labels).toEqual([]);
});

test('parts keep the order they are given in', () => {
  expect(
    partsChart(
      [
        { label: 'b', inVnd: 1, outVnd: 2 },
        { label: 'a', inVnd: 3, outVnd: 4 },
      ],
      'Sổ',
    ).labels,
  ).toEqual(['b', 'a']);
});
