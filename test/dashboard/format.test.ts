import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatInstant,
  formatMonth,
  formatPeriod,
  formatShare,
  shortDigest,
  shortVnd,
  signed,
  spokenVnd,
  today,
} from '#dashboard/src/lib/format.ts';
import type { Instant, IsoDate } from '#domain/date.ts';

describe('short forms of amounts', () => {
  test.each([
    [0, undefined],
    [999_999, undefined],
    [1_000_000, '1 triệu'],
    [1_500_000, '1,5 triệu'],
    [162_000_000, '162 triệu'],
    [999_994_999, '999,99 triệu'],
    [1_000_000_000, '1 tỷ'],
    [36_083_709_341, '36,08 tỷ'],
    [1_175_249_000_000, '1.175,25 tỷ'],
    [-2_000_000, '−2 triệu'],
    [-36_083_709_341, '−36,08 tỷ'],
  ])('%d', (amountVnd, expected) => {
    expect(shortVnd(amountVnd)).toBe(expected);
  });

  test.each([
    [77_000_000, '77 triệu đồng'],
    [37_083_709, 'khoảng 37,08 triệu đồng'],
    [36_083_709_341, 'khoảng 36,08 tỷ đồng'],
    [2_500_000_000, '2,5 tỷ đồng'],
    [12, undefined],
  ])('%d is said to be rounded only when it is', (amountVnd, expected) => {
    expect(spokenVnd(amountVnd)).toBe(expected);
  });
});

test.each([
  ['+3', signed('3', 3)],
  ['−3', signed('−3', -3)],
  ['0', signed('0', 0)],
])('a difference reads %s', (expected, actual) => {
  expect(actual).toBe(expected);
});

test.each([
  [1, 3, '33,3%'],
  [3, 3, '100%'],
  [-1, 4, '−25%'],
  [1, 0, undefined],
  [0, 5, '0%'],
])('%d of %d', (part, whole, expected) => {
  expect(formatShare(part, whole)).toBe(expected);
});

test('dates, months and instants read as Vietnam writes them, in its time zone', () => {
  const [from, to] = ['2024-09-10', '2024-09-29'] as IsoDate[] as [IsoDate, IsoDate];
  expect(formatPeriod({ from, to })).toBe('10/09/2024 – 29/09/2024');
  expect(formatPeriod({ from, to: from })).toBe('10/09/2024');
  expect(formatMonth('2025-09')).toBe('09/2025');
  expect(formatInstant('2025-06-30T17:00:00Z' as Instant)).toBe('01/07/2025 00:00');
  expect(today(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
  expect(today(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
});

test('sizes and digests', () => {
  expect(formatBytes(687)).toBe('687 byte');
  expect(formatBytes(26_214_400)).toBe('26,2 MB (26.214.400 byte)');
  expect(shortDigest('0123456789abcdef'.repeat(4))).toBe('01234567…cdef');
});
