import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { LateSchema, lateOf } from '#domain/norms/late.ts';

const paid = (
  amountVnd: number | undefined,
  households: number | undefined,
  late = true,
  more: object = {},
) =>
  ({
    row: 2,
    date: '2025-10-01',
    direction: 'out',
    purpose: 'TET',
    amountVnd,
    households,
    late,
    ...more,
  }) as Entry;
const goods = (quantityMilli: number) => ({
  goods: { item: 'Gạo', unitOfMeasure: 'kg', quantityMilli, statedValueVnd: 99 },
});

describe('late payments', () => {
  it.each<[string, Entry[], [entries: number, amountVnd: number, households: number]]>([
    ['are none where nobody was left out', [paid(5, 1, false)], [0, 0, 0]],
    ['add up', [paid(188_000_000, 94), paid(2_000_000, 1), paid(7, 3, false)], [2, 190_000_000, 95]],
    ['count without a number of households', [paid(5, undefined)], [1, 5, 0]],
    ['are taken back with their households', [paid(10, 5), paid(-4, 2)], [2, 6, 3]],
    ['of goods count, and their stated value is no money', [paid(undefined, 4, true, goods(10))], [1, 0, 4]],
    ['of goods are taken back too', [paid(undefined, 4, true, goods(-10))], [1, 0, -4]],
    ['are no gifts', [{ ...paid(5, 1), direction: 'in' } as Entry], [0, 0, 0]],
  ])('%s', (_, entries, [count, amountVnd, households]) => {
    const late = lateOf(entries);
    expect(late).toEqual({ entries: count, amountVnd, households });
    expect(v.parse(LateSchema, late)).toEqual(late);
  });
});
