import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { meetsPlan, ShareSchema, shareOf } from '#domain/targets/share.ts';
import type { TargetLine } from '#domain/targets/targets-schema.ts';
import type { UnitId } from '#domain/units/unit.ts';

const line = (unit: number | undefined, target: number, reached?: number, more: Partial<TargetLine> = {}) =>
  ({
    year: 2023,
    indicator: 'VAN_DONG',
    ...(unit !== undefined && { unitId: String(20_000 + unit) as UnitId }),
    target,
    ...(reached !== undefined && { reached }),
    met: reached !== undefined && reached >= target,
    ...more,
  }) satisfies TargetLine;

describe('the share of units below that reached their target', () => {
  it.each<[string, TargetLine[], object[]]>([
    ['is nothing without targets', [], []],
    ['leaves the unit whose book it is out', [line(undefined, 5, 9)], []],
    [
      'counts units, those that met it and those of which nothing is known',
      [line(1, 5, 5), line(2, 5, 4), line(3, 5)],
      [{ units: 3, met: 1, unknown: 1, permille: 333, targetSum: 15, reachedSum: 9 }],
    ],
    [
      'counts a unit whose name could not be told as one that is not known to have met it',
      [
        line(1, 5, 5),
        line(undefined, 5, undefined, { unplaced: 1 }),
        line(undefined, 6, undefined, { unplaced: 2 }),
      ],
      [{ units: 3, met: 1, unknown: 2, permille: 333, targetSum: 16, reachedSum: 5 }],
    ],
    [
      'takes the sum of organisations only where the unit has no target of its own',
      [
        line(1, 9, 5, { organisations: 2 }),
        line(1, 4, 5),
        line(1, 9, 9, { organisation: 'Tỉnh đoàn' }),
        line(2, 7, 6, { organisations: 1 }),
        line(2, 7, 7, { organisation: 'Tỉnh đoàn' }),
      ],
      [{ units: 2, met: 1, unknown: 0, permille: 500, targetSum: 11, reachedSum: 11 }],
    ],
    [
      'counts a unit once, by the greatest of its own targets',
      [line(1, 4, 5), line(1, 6, 5)],
      [{ units: 1, met: 0, unknown: 0, permille: 0, targetSum: 6, reachedSum: 5 }],
    ],
    [
      'keeps years and indicators apart, in their order',
      [line(1, 1, 1, { indicator: 'HO_GIUP' }), line(1, 1, 0, { year: 2024 }), line(1, 1, 1), line(2, 1, 1)],
      [
        { year: 2023, indicator: 'VAN_DONG', units: 2, met: 2 },
        { year: 2023, indicator: 'HO_GIUP', units: 1, met: 1 },
        { year: 2024, indicator: 'VAN_DONG', units: 1, met: 0 },
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(shareOf(lines)).toMatchObject(expected);
    expect(shareOf(lines)).toHaveLength(expected.length);
  });

  it('does not depend on the order of lines and fits its schema', () => {
    const lines = fc.array(
      fc
        .record({ unit: fc.nat(3), target: fc.nat(5), reached: fc.option(fc.nat(5), { nil: undefined }) })
        .chain(({ unit, target, reached }) =>
          fc.constantFrom(line(unit, target, reached), line(unit, target, reached, { organisations: 2 })),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        lines.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
          ),
        ),
        ([some, shuffled]) => {
          const shares = shareOf(some);
          expect(shareOf(shuffled)).toEqual(shares);
          expect(v.parse(v.array(ShareSchema), shares)).toEqual(shares);
          for (const { units, met, unknown } of shares) expect(met + unknown).toBeLessThanOrEqual(units);
        },
      ),
    );
  });
});

/** Tam Kỳ 2023: at least 2 tỷ đồng in the whole city, and each of 13 communes reaches its plan. */
describe('a plan of so much in all and every commune', () => {
  const TY = 1_000_000_000;
  const city = (reached?: number) => line(undefined, 2 * TY, reached);
  const communes = (met: number, of = 13) =>
    shareOf(Array.from({ length: of }, (_, i) => line(i, 100, i < met ? 100 : 99)))[0];

  it.each([
    ['is met when both are', city(2 * TY), communes(13), { totalMet: true, allMet: true, met: true }],
    [
      'is not met one đồng short in all',
      city(2 * TY - 1),
      communes(13),
      { totalMet: false, allMet: true, met: false },
    ],
    [
      'is not met when one commune is short',
      city(3 * TY),
      communes(12),
      { totalMet: true, allMet: false, met: false },
    ],
    [
      'is not met where the books do not tell',
      city(),
      communes(13),
      { totalMet: false, allMet: true, met: false },
    ],
    [
      'is not met without a target in all',
      undefined,
      communes(13),
      { totalMet: false, allMet: true, met: false },
    ],
    [
      'is not met without any commune',
      city(2 * TY),
      undefined,
      { totalMet: true, allMet: false, met: false },
    ],
  ])('%s', (_, total, share, expected) => {
    expect(meetsPlan(total, share)).toEqual(expected);
  });

  it('asks nothing of communes that were given no target', () => {
    expect(meetsPlan(city(2 * TY), communes(12, 12))).toEqual({ totalMet: true, allMet: true, met: true });
    expect(meetsPlan(city(2 * TY), communes(13, 14)).allMet).toBe(false);
  });
});
