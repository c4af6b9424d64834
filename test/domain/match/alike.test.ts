import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, byKey, stretches } from '#domain/match/alike.ts';

/** Amounts as both sides have them, days, and numbers of documents. */
const keys = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger()), { maxLength: 40 });
const rows = keys.chain((of) =>
  fc.record({
    of: fc.constant(of),
    indices: fc.subarray([...of.keys()]).map((some) => Int32Array.from(some)),
  }),
);

/** As it is said: by key, then by index. */
const sorted = (indices: Int32Array, of: readonly number[]): number[] =>
  [...indices].sort((a, b) => (of[a] ?? 0) - (of[b] ?? 0) || a - b);

describe('rows by key', () => {
  it('stand in ascending order of keys, those of one key in that of their indices', () => {
    fc.assert(
      fc.property(rows, ({ of, indices }) => {
        expect([...byKey(indices, of)]).toEqual(sorted(indices, of));
        expect([...byKey(indices, Float64Array.from(of))]).toEqual(sorted(indices, of));
      }),
    );
  });

  it('come in stretches of one key', () => {
    fc.assert(
      fc.property(rows, ({ of, indices }) => {
        const found = [...stretches(indices, of)].map((some) => [...some]);
        expect(found).toEqual([...Map.groupBy(sorted(indices, of), (index) => of[index]).values()]);
      }),
    );
  });

  it('meet those of the other side that have their key', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const of = Map.groupBy(sorted(b.indices, b.of), (index) => b.of[index]);
        const expected = [...Map.groupBy(sorted(a.indices, a.of), (index) => a.of[index])].flatMap(
          ([key, own]) => (of.has(key) ? [[own, of.get(key)]] : []),
        );
        const found = [...alike(a.indices, b.indices, a.of, b.of)].map((some) => some.map((one) => [...one]));
        expect(found).toEqual(expected);
      }),
    );
  });
});
