import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMilli, formatVnd } from '#domain/format.ts';
import { addVnd, sumAbsVnd, sumVnd, vnd, ZERO_VND } from '#domain/money.ts';
import { addMilli, milli } from '#domain/quantity.ts';

const UNSAFE = [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)];

describe('an amount', () => {
  it.each(UNSAFE)('is not %d', (amount) => {
    expect(() => vnd(amount)).toThrow(RangeError);
    expect(() => milli(amount)).toThrow(RangeError);
  });
  it('has one nought', () => {
    expect(Object.is(vnd(-0), 0)).toBe(true);
    expect(Object.is(milli(-0), 0)).toBe(true);
    expect(sumVnd([])).toBe(ZERO_VND);
  });
  it('throws rather than lose a đồng', () => {
    const most = vnd(Number.MAX_SAFE_INTEGER);
    expect(() => addVnd(most, vnd(1))).toThrow(RangeError);
    expect(() => sumVnd([most, vnd(1), vnd(-1)])).toThrow(RangeError);
    expect(() => addMilli(milli(Number.MAX_SAFE_INTEGER), milli(1))).toThrow(RangeError);
  });
  it.each([
    [[], 0],
    [[3, -5], 8],
    [[1e13, -1e13, 7], 2e13 + 7],
    [[Number.MAX_SAFE_INTEGER, -1], Number.MAX_SAFE_INTEGER],
    [Array.from({ length: 99 }, () => -1e14), Number.MAX_SAFE_INTEGER],
  ])('adds up whatever its sign, and no further than it is exact', (amounts, sum) => {
    expect(sumAbsVnd(amounts.map(vnd))).toBe(sum);
  });
  it('adds up exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 50 }), (amounts) => {
        const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(BigInt(sumVnd(amounts.map(vnd)))).toBe(exact);
      }),
    );
  });
});

describe('printed', () => {
  it.each([
    [36_083_709_341, '36.083.709.341\u00a0đ'],
    [0, '0\u00a0đ'],
    [-500_000, '−500.000\u00a0đ'],
    [999, '999\u00a0đ'],
  ])('%d đồng is %s', (amount, text) => {
    expect(formatVnd(amount)).toBe(text);
  });
  it.each([
    [70_100, '70,1'],
    [1, '0,001'],
    [1_200_000, '1.200'],
    [-2_050, '−2,05'],
    [0, '0'],
  ])('%d thousandths are %s', (thousandths, text) => {
    expect(formatMilli(milli(thousandths))).toBe(text);
  });
});
