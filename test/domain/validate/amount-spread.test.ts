import { describe, expect, it } from 'vitest';
import { vnd } from '#domain/money.ts';
import { AmountSpread } from '#domain/validate/amount-spread.ts';

/** Amounts in the order of their rows, from row 2. */
function outliersOf(amounts: readonly number[]) {
  const spread = new AmountSpread();
  for (const [i, amount] of amounts.entries()) spread.add(i + 2, vnd(amount));
  const { seen, more } = spread.outliers();
  return { rows: seen.map(({ row }) => row), more };
}
const ordinary = (count: number) => Array.from({ length: count }, (_, i) => 100_000 + (i % 60) * 10_000);

describe('amounts beyond nearly all others', () => {
  it.each<[name: string, amounts: number[], rows: number[]]>([
    ['a thousandth of an ordinary one', [...ordinary(60), 200], [62]],
    ['a thousand times the largest', [...ordinary(60), 700_000_000_000], [62]],
    ['a reversal as large', [...ordinary(60), -700_000_000_000], [62]],
    ['small, but not by so much', [...ordinary(60), 1_000], []],
    ['large, as a company gives', [...ordinary(60), 300_000_000], []],
    ['nought', [...ordinary(60), 0], []],
    ['among too few to say', [...ordinary(40), 200], []],
    ['more than was ever given, among however few', [100_000, 1_200_000_000_000], [3]],
  ])('%s', (_name, amounts, rows) => {
    expect(outliersOf(amounts)).toEqual({ rows, more: 0 });
  });

  it('are all counted where only twenty are listed', () => {
    const { rows, more } = outliersOf([...ordinary(5_000), ...Array.from({ length: 33 }, () => 100)]);
    expect(rows).toHaveLength(20);
    expect(rows.length + more).toBe(33);
  });

  it('are few: what one row in fifty is, is ordinary', () => {
    expect(outliersOf([...ordinary(1_000), ...Array.from({ length: 20 }, () => 100)])).toEqual({
      rows: [],
      more: 0,
    });
  });
});
