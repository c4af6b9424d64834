import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES, DeadlinesFileSchema, SHIPPED_DEADLINES } from '#domain/calendar/deadlines.ts';
import { daysLeft, dutyText } from '#domain/calendar/duty-text.ts';
import { monthsUpTo } from '#domain/calendar/months.ts';
import type { IsoDate } from '#domain/date.ts';
import { addDays, daysBetween } from '#domain/days.ts';

const day = (text: string) => text as IsoDate;

describe('the deadlines that are shipped', () => {
  it('are those believed to be in the decree, and the rhythm of reports and reconciliation', () => {
    expect(SHIPPED_DEADLINES.map(({ code, basis, days }) => `${code} ${basis} ${days}`)).toEqual([
      'TIEP_NHAN CAMPAIGN_START 90',
      'PHAN_PHOI RECEIPT_END 20',
      'CONG_KHAI_THU RECEIPT_END 15',
      'CONG_KHAI_CHI DISTRIBUTION_END 30',
      'DOI_CHIEU_NGAN_HANG MONTH_END 30',
      'BAO_CAO_THANG MONTH_END 30',
      'BAO_CAO_QUY QUARTER_END 90',
      'BAO_CAO_6_THANG HALF_END 180',
      'BAO_CAO_NAM YEAR_END 365',
    ]);
  });

  it('claim of no number of days that it was read in a text, and say so', () => {
    expect(new Set(SHIPPED_DEADLINES.map(({ certainty }) => certainty))).toEqual(new Set(['M']));
    expect(CERTAINTIES.M).toBe('theo cấu hình, chưa đối chiếu văn bản');
    for (const { source } of SHIPPED_DEADLINES) expect(source).toMatch(/chưa đối chiếu|là cấu hình/);
  });
});

describe('a file of deadlines', () => {
  const [base] = SHIPPED_DEADLINES;
  const read = (...changes: object[]) =>
    v.safeParse(DeadlinesFileSchema, { duties: changes.map((change) => ({ ...base, ...change })) }).success;

  it.each<[string, object[], boolean]>([
    ['one version after another', [{ validTo: '2024-12-31' }, { validFrom: '2025-01-01' }], true],
    ['two versions on one day', [{ validTo: '2025-01-01' }, { validFrom: '2025-01-01' }], false],
    ['two versions for two kinds of fund', [{}, { appliesTo: ['KHAC'] }], true],
    ['two duties', [{}, { code: 'KHAC' }], true],
    ['half a day', [{ days: 1.5 }], false],
    ['days before the basis', [{ days: -1 }], false],
    ['no source', [{ source: '' }], false],
    ['an unknown basis', [{ basis: 'WEEK_END' }], false],
    ['an unknown certainty', [{ certainty: 'L' }], false],
    ['a kind of file that cannot be read', [{ metBy: ['photos'] }], false],
  ])('with %s is read: %s', (_, changes, good) => {
    expect(read(...changes)).toBe(good);
  });
});

describe('days', () => {
  it.each([
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-03-01', -1, '2025-02-28'],
    ['2025-01-01', 365, '2026-01-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it.each([
    [2025 * 12 + 1, 1, '2025-02-01', '2025-02-28'],
    [2024 * 12 + 1, 1, '2024-02-01', '2024-02-29'],
    [2024 * 12 + 11, 12, '2024-01-01', '2024-12-31'],
    [2025 * 12 + 0, 3, '2024-11-01', '2025-01-31'],
  ])('up to month %i, %i months are %s to %s', (last, months, from, to) => {
    expect(monthsUpTo(last, months)).toEqual({ from, to });
  });
});

describe('how a duty stands in words', () => {
  const due = day('2025-03-02');
  it.each([
    ['OPEN', '2025-02-25', undefined, 'còn 5 ngày'],
    ['OPEN', '2025-03-01', undefined, 'còn 1 ngày'],
    ['OPEN', '2025-03-02', undefined, 'hạn hôm nay'],
    ['OPEN', '2025-03-05', undefined, 'quá hạn 3 ngày'],
    ['OPEN', '2028-11-27', undefined, 'quá hạn 1.366 ngày'],
    ['DONE_LATE', '2028-11-27', 1_366, 'đã làm, trễ 1.366 ngày'],
    ['DONE_LATE', '2026-01-01', 2, 'đã làm, trễ 2 ngày'],
    ['DONE', '2026-01-01', undefined, 'đã làm đúng hạn'],
  ] as const)('%s on %s', (state, today, lateDays, text) => {
    expect(dutyText({ state, due, lateDays }, day(today))).toBe(text);
  });

  it('counts days left down to and past zero', () => {
    expect(['2025-03-01', '2025-03-02', '2025-03-03'].map((today) => daysLeft(due, day(today)))).toEqual([
      1, 0, -1,
    ]);
  });
});
