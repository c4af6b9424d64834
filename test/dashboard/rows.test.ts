import { expect, test } from 'vitest';
import { contributionColumns } from '#dashboard/src/lib/row-columns.ts';
import { ignoredText } from '#dashboard/src/lib/rows.ts';
import type { PublicContribution } from '#domain/publish/row-schema.ts';

const rows = (heading: number, blank: number, total: number, title = 0, footer = 0) => {
  const ignored = heading + blank + total + title + footer;
  return {
    total: ignored,
    accepted: 0,
    quarantined: 0,
    ignored,
    ignoredAs: { heading, blank, total, title, footer },
  };
};

test.each([
  [rows(1, 1, 1), 'bỏ qua 3: 1 tiêu đề, 1 dòng trống, 1 dòng tổng'],
  [rows(1, 0, 0), 'bỏ qua 1: 1 tiêu đề'],
  [rows(1, 1500, 0), 'bỏ qua 1.501: 1 tiêu đề, 1.500 dòng trống'],
  [rows(2, 0, 1, 3, 4), 'bỏ qua 10: 3 dòng trên bảng, 2 tiêu đề, 1 dòng tổng, 4 dòng dưới bảng'],
  [rows(0, 0, 0), undefined],
])('%o', (counts, text) => {
  expect(ignoredText(counts)).toBe(text);
});

test.each([
  ['Giáo xứ Mẫu', 'TON_GIAO', 'Tổ chức tôn giáo'],
  ['Ẩn danh', 'AN_DANH', undefined],
])('the class of %s is not said twice', (donor, donorClass, note) => {
  const row = { donor, donorClass } as PublicContribution;
  const column = contributionColumns([row], [], String).find(({ id }) => id === 'donor');
  expect([column?.text(row), column?.note?.(row)]).toEqual([donor, note]);
});
