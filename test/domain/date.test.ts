import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayBefore,
  type Instant,
  type IsoDate,
  inPeriod,
  isoDate,
  parseIsoDate,
  vietnamDay,
} from '#domain/date.ts';

describe('a day of the calendar', () => {
  it('is one exactly when Date in UTC says so', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2999 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const same =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(isoDate(year, month, day)).toBe(same ? date.toISOString().slice(0, 10) : undefined);
        },
      ),
      { numRuns: 3000 },
    );
  });
  it.each([1899, 3000, 2024.5, Number.NaN])('is none in the year %d', (year) => {
    expect(isoDate(year, 1, 1)).toBeUndefined();
  });
  it.each(['2024-1-1', '2024-02-30', '2024-13-01', ' 2024-01-01', '2024-01-01Z', '20240101'])(
    'is not %j',
    (text) => {
      expect(parseIsoDate(text)).toBeUndefined();
    },
  );
  it.each([
    ['2024-03-01', '2024-02-29'],
    ['2023-03-01', '2023-02-28'],
    ['2025-01-01', '2024-12-31'],
  ])('%s follows %s', (day, before) => {
    expect(dayBefore(day as IsoDate)).toBe(before);
  });
});

describe('the day in Vietnam', () => {
  it.each([
    ['2025-06-30T16:59:59Z', '2025-06-30'],
    ['2025-06-30T17:00:00Z', '2025-07-01'],
    ['2024-12-31T23:00:00.000Z', '2025-01-01'],
    ['2024-02-29T10:00:00Z', '2024-02-29'],
  ])('at %s is %s', (instant, day) => {
    expect(vietnamDay(instant as Instant)).toBe(day);
  });
  it('lies in a period with both its ends', () => {
    const period = { from: '2024-09-10' as IsoDate, to: '2024-09-29' as IsoDate };
    const within = ['2024-09-09', '2024-09-10', '2024-09-29', '2024-09-30'].map((day) =>
      inPeriod(day as IsoDate, period),
    );
    expect(within).toEqual([false, true, true, false]);
  });
});
