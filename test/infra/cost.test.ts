import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { monthlyCost } from '#infra/cost/model.ts';
import { PRICES } from '#infra/cost/prices.ts';
import { SIZES, USE } from '#infra/cost/sizes.ts';
import { costTable } from '#infra/cost/table.ts';

const document = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');
const [, province, nation] = SIZES;
const total = (...args: Parameters<typeof monthlyCost>): number =>
  monthlyCost(...args).reduce((sum, { usdPerMonth }) => sum + usdPerMonth, 0);

test('the document shows what the calculation gives', () => {
  expect(document).toContain(costTable());
});

test('the document shows the sizes that were counted', () => {
  const row = (numbers: readonly number[]) => numbers.map((n) => n.toLocaleString('vi-VN')).join(' | ');
  expect(document).toContain(`| ${row(SIZES.map(({ units }) => units))} |`);
  expect(document).toContain(`| ${row(SIZES.map(({ rowsPerYear }) => rowsPerYear))} |`);
  expect(document).toContain(`| ${row(SIZES.map(({ units }) => units * USE.filesPerUnitYear))} |`);
  expect(document).toContain(`| ${row(SIZES.map(({ viewsPerMonth }) => viewsPerMonth))} |`);
});

test('every line follows from a price: free services cost nothing', () => {
  const free = Object.fromEntries(Object.keys(PRICES).map((name) => [name, 0])) as unknown as typeof PRICES;
  for (const size of SIZES) expect(total(size, USE, free)).toBe(0);
});

test.each(Object.keys(PRICES))('the price %s is counted somewhere', (name) => {
  if (nation === undefined) throw new Error('no nation');
  const dearer = { ...PRICES, [name]: PRICES[name as keyof typeof PRICES] * 2 };
  expect(total(nation, USE, dearer)).toBeGreaterThan(total(nation, USE, PRICES));
});

test('a place with more rows, units or readers never pays less', () => {
  if (province === undefined) throw new Error('no province');
  const base = total(province, USE, PRICES);
  for (const more of [{ units: 200 }, { rowsPerYear: 10_000_000 }, { viewsPerMonth: 1_000_000 }])
    expect(total({ ...province, ...more }, USE, PRICES)).toBeGreaterThan(base);
});
