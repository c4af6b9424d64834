import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/bank/coverage.ts';
import type { IsoDate, Period } from '#domain/date.ts';
import { addDays, dayNumber, dayOfNumber, daysOf } from '#domain/days.ts';
import { day } from './support.ts';

const period = (from: string | number, to: string | number): Period => ({ from: day(from), to: day(to) });
const read = (periods: readonly Period[], within: Period) =>
  coverageOf(periods, within).map(({ from, to, state }) => `${from.slice(8)}-${to.slice(8)} ${state}`);

describe('the days that files cover', () => {
  it.each<[string, Period[], string[]]>([
    ['none', [], ['01-30 MISSING']],
    ['all', [period(1, 30)], ['01-30 COVERED']],
    ['more than asked', [period('2024-08-01', '2024-10-31')], ['01-30 COVERED']],
    [
      'others than asked',
      [period('2024-08-01', '2024-08-31'), period('2024-10-01', '2024-10-02')],
      ['01-30 MISSING'],
    ],
    ['files that meet are one stretch', [period(11, 30), period(1, 10)], ['01-30 COVERED']],
    [
      'a shared day and missing days',
      [period(1, 10), period(10, 12), period(20, 30)],
      ['01-09 COVERED', '10-10 OVERLAP', '11-12 COVERED', '13-19 MISSING', '20-30 COVERED'],
    ],
    [
      'twice and three times are both more than once',
      [period(5, 20), period(5, 30), period(10, 15)],
      ['01-04 MISSING', '05-20 OVERLAP', '21-30 COVERED'],
    ],
    ['what ends before it begins covers nothing', [period(9, 3)], ['01-30 MISSING']],
  ])('are told in stretches: %s', (_, periods, expected) => {
    expect(read(periods, period(1, 30))).toEqual(expected);
  });

  it('are none of a period without days', () => {
    expect(coverageOf([period(1, 30)], period(9, 8))).toEqual([]);
  });

  it('are the same, day by day, as counted one by one', () => {
    const days = fc.integer({ min: 19_950, max: 20_000 }).map(dayOfNumber);
    const periods = fc.record({ from: days, to: days });
    fc.assert(
      fc.property(fc.array(periods, { maxLength: 6 }), periods, (own, within) => {
        const stretches = coverageOf(own, within);
        const told = stretches.flatMap((one) => each(one).map((date) => `${date} ${one.state}`));
        const counted = each(within).map((date) => {
          const files = own.filter(({ from, to }) => from <= date && date <= to).length;
          return `${date} ${files === 0 ? 'MISSING' : files === 1 ? 'COVERED' : 'OVERLAP'}`;
        });
        expect(told).toEqual(counted);
        for (const [i, { state }] of stretches.entries()) expect(stretches[i + 1]?.state).not.toBe(state);
      }),
    );
  });
});

function each({ from, to }: Period): IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

describe('days', () => {
  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['2024-12-31', '2025-01-01'],
  ])('%s is followed by %s', (date, next) => {
    expect(addDays(day(date), 1)).toBe(next);
    expect(daysOf(period(date, next))).toBe(2);
    expect(dayOfNumber(dayNumber(day(date)))).toBe(date);
  });

  it('of a period that ends before it begins are none', () => {
    expect(daysOf(period(9, 3))).toBe(0);
  });
});
