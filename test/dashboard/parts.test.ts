import { expect, test } from 'vitest';
import type { Part } from '#dashboard/src/lib/parts.ts';
import { matching } from '#dashboard/src/lib/parts.ts';
import { sortBy } from '#dashboard/src/lib/sort.ts';
import { shownFund } from '#dashboard/src/lib/totals.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { FundTotals } from '#domain/publish/node-parts.ts';

const part = (name: string) => ({ id: name, name }) as Part;
const PARTS = ['Phường Tô Hiệu', 'Xã Đồng Kỳ', 'Phường Đa Mai'].map(part);

test.each([
  ['', 3],
  ['to hieu', 1],
  ['TÔ', 1],
  ['đồng', 1],
  ['dong ky', 1],
  ['phuong', 2],
  ['hà nội', 0],
])('filtering by “%s” leaves %d', (text, count) => {
  expect(matching(PARTS, text)).toHaveLength(count);
});

test('names sort as a Vietnamese dictionary does, numbers by size, equals in their order', () => {
  const names = ['Đông', 'Dương', 'An', 'Ân', 'Ea'];
  expect(sortBy(names, (name) => name, 'ascending')).toEqual(['An', 'Ân', 'Dương', 'Đông', 'Ea']);
  expect(sortBy([9, 100, -2], (n) => n, 'descending')).toEqual([100, 9, -2]);
  const equal = [{ id: 1 }, { id: 2 }];
  expect(sortBy(equal, () => 0, 'descending')).toEqual(equal);
});

test('the fund asked for is shown, else the standing fund, else the first', () => {
  const funds = (...codes: string[]) => codes.map((fund) => ({ fund })) as FundTotals[];
  expect(shownFund(funds('YAGI-2024', 'QVNN'), undefined)).toBe('QVNN');
  expect(shownFund(funds('YAGI-2024'), undefined)).toBe('YAGI-2024');
  expect(shownFund(funds('QVNN'), 'YAGI-2024' as FundCode)).toBe('YAGI-2024');
});
