import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import type { UnitHistory } from '#domain/units/change.ts';
import { type Reported, type RolledUp, rollUp } from '#domain/units/roll-up.ts';
import { validOn } from '#domain/units/unit.ts';
import { base, change, code, day, divisionDays, histories, history, registryOf } from './made-history.ts';

interface Moved {
  readonly key: number;
  readonly fund: string;
  readonly commodity: string;
  readonly amount: number;
}
type Parts = readonly Reported<Moved>[];

interface Case {
  readonly told: UnitHistory;
  readonly parts: Parts;
  readonly on: IsoDate;
}

const moved = fc.record({
  unit: fc.nat(500),
  fund: fc.constantFrom('QVNN', 'YAGI-2024'),
  commodity: fc.constantFrom('VND', 'gạo kg'),
  amount: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
});

/** Any entries of any units that there ever were, put onto the map of any day. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(histories, fc.array(moved, { maxLength: 60 }), fc.nat(9))
  .map(([told, entries, nth]) => {
    const all = registryOf(told).all();
    const days = divisionDays(told);
    const parts = entries.map(({ unit, ...value }, key) => ({
      unit: all[unit % all.length] as (typeof all)[number],
      value: { key, ...value },
    }));
    return { told, parts, on: days[nth % days.length] as IsoDate };
  });

const partsOf = ({ placed, undetermined }: RolledUp<Moved>): Moved[] => [
  ...placed.flatMap(({ parts }) => parts.map(({ value }) => value)),
  ...undetermined.map(({ part }) => part.value),
];

function sums(values: readonly Moved[]): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const { fund, commodity, amount } of values) {
    const key = `${fund} ${commodity}`;
    found.set(key, (found.get(key) ?? 0n) + BigInt(amount));
  }
  return new Map([...found].sort());
}

/** Where each part ended, by its key. */
const endsOf = ({ placed, undetermined }: RolledUp<Moved>): Map<number, string> =>
  new Map(
    [
      ...placed.flatMap(({ unit, parts }) => parts.map(({ value }) => [value.key, String(unit.id)] as const)),
      ...undetermined.map(({ part, province, reason, among }) => {
        const places = among.map(({ id }) => id).join(' ');
        return [part.value.key, `${province?.id ?? '-'} ${reason} ${places}`] as const;
      }),
    ].sort(([a], [b]) => a - b),
  );

describe('what units reported, on the map of a day', () => {
  it('is a partition: every part in one place, and the sums by fund and commodity what they were', () => {
    fc.assert(
      fc.property(cases, ({ told, parts, on }) => {
        const rolled = rollUp(registryOf(told), on, parts);
        const values = parts.map(({ value }) => value);
        expect(
          partsOf(rolled)
            .map(({ key }) => key)
            .sort((a, b) => a - b),
        ).toEqual(values.map(({ key }) => key));
        expect(sums(partsOf(rolled))).toEqual(sums(values));
      }),
      { numRuns: 300 },
    );
  });

  it('has one place for every unit of that day, and no other', () => {
    fc.assert(
      fc.property(cases, ({ told, parts, on }) => {
        const { placed, undetermined } = rollUp(registryOf(told), on, parts);
        expect(new Set(placed.map(({ unit }) => unit.id)).size).toBe(placed.length);
        for (const { unit, parts: own } of placed) {
          expect(validOn(unit, on)).toBe(true);
          expect(own.length).toBeGreaterThan(0);
        }
        for (const { province, among } of undetermined) {
          if (province === undefined) continue;
          expect(validOn(province, on) && province.level === 'TINH').toBe(true);
          for (const unit of among) expect(unit.provinceId ?? unit.id).toBe(province.id);
        }
      }),
    );
  });

  it('does not hang on the order of parts', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat(1000)), ({ told, parts, on }, order) => {
        const registry = registryOf(told);
        const turned = parts
          .map((part) => ({ part, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ part }) => part);
        expect(endsOf(rollUp(registry, on, turned))).toEqual(endsOf(rollUp(registry, on, parts)));
      }),
    );
  });

  it('never gives to one unit what was of one that was split, and names the province', () => {
    const registry = registryOf(
      history(
        base('48 Tỉnh Sông', '00001 Xã Một @48', '00002 Xã Hai @48'),
        change(
          '2025-07-01',
          '00001>WHOLE>00001 Phường Một @48',
          '00002>PARTIAL>00001 Phường Một @48',
          '00002>PARTIAL>00009 Xã Chín @48',
        ),
      ),
    );
    const part = (own: string, on: string, amount: number) => {
      const unit = registry.at(code(own), day(on));
      if (unit === undefined) throw new Error(own);
      return { unit, value: amount };
    };
    const { placed, undetermined } = rollUp(registry, day('2025-08-01'), [
      part('00002', '2025-01-01', 5),
      part('00001', '2025-08-01', 7),
      part('00001', '2025-01-01', 11),
      part('48', '2025-01-01', 13),
    ]);
    expect(placed.map(({ unit, parts }) => [unit.id, ...parts.map(({ value }) => value)])).toEqual([
      ['00001@2025-07-01', 7, 11],
      ['48', 13],
    ]);
    expect(undetermined).toMatchObject([
      {
        reason: 'SPLIT',
        province: { id: '48' },
        part: { value: 5 },
        among: [{ id: '00001@2025-07-01' }, { id: '00009' }],
      },
    ]);
  });
});
