import { expect, test } from 'vitest';
import { ignoredText } from '#dashboard/src/lib/rows.ts';

const rows = (heading: number, blank: number, total: number) => {
  const ignored = heading + blank + total;
  return { total: ignored, accepted: 0, quarantined: 0, ignored, ignoredAs: { heading, blank, total } };
};

test.each([
  [rows(1, 1, 1), 'bỏ qua 3: 1 tiêu đề, 1 dòng trống, 1 dòng tổng'],
  [rows(1, 0, 0), 'bỏ qua 1: 1 tiêu đề'],
  [rows(1, 1500, 0), 'bỏ qua 1.501: 1 tiêu đề, 1.500 dòng trống'],
  [rows(0, 0, 0), undefined],
])('%o', (counts, text) => {
  expect(ignoredText(counts)).toBe(text);
});
