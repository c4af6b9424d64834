import { describe, expect, it } from 'vitest';
import { vnd } from '#domain/money.ts';
import type { Year } from '#domain/publish/across-schema.ts';
import { addYears, figureOf, wholeYears } from '#domain/publish/years.ts';

const year = (name: string, more: Partial<Year> = {}): Year => ({
  year: name,
  donationsVnd: vnd(0),
  usesVnd: vnd(0),
  households: 0,
  livelihoods: 0,
  newHouses: 0,
  repairs: 0,
  ...more,
});

describe('years of several books', () => {
  it('add up year by year, in order', () => {
    const sum = addYears([
      year('2024', { donationsVnd: vnd(5), newHouses: 1 }),
      year('2023', { donationsVnd: vnd(2) }),
      year('2024', { donationsVnd: vnd(7), newHouses: 2, repairs: 3 }),
    ]);
    expect(sum.map((one) => [one.year, one.donationsVnd, one.newHouses, one.repairs])).toEqual([
      ['2023', 2, 0, 0],
      ['2024', 12, 3, 3],
    ]);
  });

  it('count houses by the register of the upper unit, and everything else by all books', () => {
    const own = [year('2024', { newHouses: 12, repairs: 1, donationsVnd: vnd(1), registered: true })];
    const below = [year('2024', { newHouses: 47, repairs: 9, donationsVnd: vnd(2), livelihoods: 4 })];
    const [whole] = wholeYears(own, below);
    expect(whole).toMatchObject({
      newHouses: 12,
      repairs: 1,
      donationsVnd: 3,
      livelihoods: 4,
      registered: true,
    });
  });

  it('count houses by payments in a year that no register tells of', () => {
    const own = [year('2024', { newHouses: 12, registered: true }), year('2023', { newHouses: 1 })];
    const [before] = wholeYears(own, [year('2023', { newHouses: 5 })]);
    expect(before).toMatchObject({ year: '2023', newHouses: 6 });
    expect(before?.registered).toBeUndefined();
  });

  it('count houses by the registers below where the upper unit pays for some and keeps none', () => {
    const own = [year('2024', { newHouses: 1, donationsVnd: vnd(1) })];
    const below = [
      year('2024', { newHouses: 1, registered: true }),
      year('2024', { newHouses: 2, repairs: 4, donationsVnd: vnd(2) }),
    ];
    expect(wholeYears(own, below)).toEqual([
      year('2024', { newHouses: 3, repairs: 4, donationsVnd: vnd(3), registered: true }),
    ]);
  });

  it('count none where the register of the upper unit has none', () => {
    const own = [year('2024', { registered: true })];
    expect(wholeYears(own, [year('2024', { newHouses: 1 })])).toMatchObject([{ newHouses: 0 }]);
  });

  it.each([
    ['VAN_DONG', 1],
    ['NHA_XAY_MOI', 2],
    ['NHA_SUA_CHUA', 3],
    ['SINH_KE', 4],
    ['HO_GIUP', 5],
  ] as const)('%s is measured by its own figure', (indicator, figure) => {
    const one = year('2024', {
      donationsVnd: vnd(1),
      newHouses: 2,
      repairs: 3,
      livelihoods: 4,
      households: 5,
    });
    expect(figureOf(one, indicator)).toBe(figure);
  });
});
