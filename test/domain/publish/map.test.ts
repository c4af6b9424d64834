import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { breaksUntil, landing, mapDay, onMap } from '#domain/publish/map.ts';
import { ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import type { Child, Totals } from '#domain/publish/node-parts.ts';
import { sumFunds } from '#domain/publish/totals.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Unit, UnitCode } from '#domain/units/unit.ts';

const registry = shippedRegistry();
const day = (text: string) => text as IsoDate;
const PLAIN = {
  openingVnd: 0,
  transfersInVnd: 0,
  handoversInVnd: 0,
  interestVnd: 0,
  refundsInVnd: 0,
  usesVnd: 0,
  transfersOutVnd: 0,
  handoversOutVnd: 0,
  refundsOutVnd: 0,
  feesVnd: 0,
  entries: 1,
  submissions: 1,
  samples: 0,
  quarantinedRows: 0,
  quarantinedVnd: 0,
  statements: 1,
  reconciled: 0,
  variances: 0,
  varianceVnd: 0,
  errors: 0,
  warnings: 0,
};
const child = (unit: Unit, fund: string, amount: number): Child => ({
  unit,
  object: 'b'.repeat(64) as Sha256,
  asOf: day('2025-12-31'),
  updatedAt: '2026-01-10T00:00:00.000Z' as Instant,
  funds: [
    {
      fund: fund as FundCode,
      asOf: day('2025-12-31'),
      totals: { ...PLAIN, donationsVnd: vnd(amount), closingVnd: vnd(amount) } as Totals,
    },
  ],
});

const units = registry.all().filter(({ level }) => level !== 'TW');
const split = units.filter(({ id }) => registry.successors(id).some(({ extent }) => extent === 'PARTIAL'));
const anyUnit = fc.oneof(fc.constantFrom(...units), fc.constantFrom(...split));
const books = fc.array(
  fc
    .tuple(anyUnit, fc.constantFrom('QVNN', 'YAGI-2024'), fc.integer({ min: -1e9, max: 1e12 }))
    .map(([unit, fund, amount]) => child(unit, fund, amount)),
  { maxLength: 30 },
);
const mapDays = fc.constantFrom(...registry.changeDays, day('2023-06-30'), day('2025-06-30'));

describe('the map', () => {
  it('holds every book in one place, and each sum is that of the books, per fund, on any day', () => {
    fc.assert(
      fc.property(books, mapDays, (list, since) => {
        const { provinces, undetermined } = onMap(registry, since, list);
        for (const node of provinces) {
          const places = [...(node.own ? [node.own] : []), ...node.communes];
          const parts = [
            ...places.flatMap((place) => place.parts),
            ...node.undetermined.map((loose) => loose.child),
          ];
          expect(node.funds).toEqual(sumFunds(parts.map(({ funds }) => funds)));
          for (const { unit } of places) expect([unit.provinceId ?? unit.id]).toEqual([node.unit.id]);
        }
        const all = [
          ...provinces.map(({ funds }) => funds),
          ...undetermined.map((loose) => loose.child.funds),
        ];
        expect(sumFunds(all)).toEqual(sumFunds(list.map(({ funds }) => funds)));
        const placed = provinces.reduce(
          (count, { own, communes, undetermined: loose }) =>
            count +
            (own?.parts.length ?? 0) +
            communes.reduce((sum, { parts }) => sum + parts.length, 0) +
            loose.length,
          undetermined.length,
        );
        expect(placed).toBe(list.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever order the books come in, and of its schema', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyUnit, { maxLength: 20, selector: ({ id }) => id }),
        mapDays,
        (list, since) => {
          const some = list.map((unit, i) => child(unit, 'QVNN', i));
          const drawn = onMap(registry, since, some);
          expect(onMap(registry, since, some.toReversed())).toEqual(drawn);
          for (const node of drawn.provinces)
            expect(v.parse(ProvinceMapSchema, JSON.parse(JSON.stringify(node)))).toEqual(node);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('of a province as reported lies where landing says, so that drawing only there misses nothing', () => {
    fc.assert(
      fc.property(books, mapDays, (list, since) => {
        const lies = landing(registry, since);
        for (const one of list) {
          const reported = one.unit.provinceId ?? one.unit.id;
          for (const { unit } of onMap(registry, since, [one]).provinces)
            expect([...(lies.get(reported) ?? [])]).toContain(unit.id);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['1999-01-01T00:00:00.000Z', '1900-01-01', []],
    ['2025-06-30T16:59:59.999Z', '2025-01-01', []],
    // Midnight in Vietnam.
    ['2025-06-30T17:00:00.000Z', '2025-07-01', ['2025-07-01']],
    ['2026-04-29T16:59:59.000Z', '2025-07-01', ['2025-07-01']],
    ['2026-11-26T00:00:00.000Z', '2026-04-30', ['2025-07-01']],
  ])('of a ledger that knows of nothing after %s is that of %s', (updatedAt, since, breaks) => {
    expect(mapDay(registry, updatedAt as Instant)).toBe(since);
    expect(breaksUntil(registry, day(since))).toEqual(breaks);
  });

  it('tells of Đà Nẵng what Quảng Nam reported, and of a split commune why it stays undetermined', () => {
    const at = (code: string) => {
      const unit = registry.at(code as UnitCode, day('2025-06-30'));
      if (unit === undefined) throw new Error(code);
      return unit;
    };
    const { provinces } = onMap(registry, day('2026-04-30'), [
      child(at('49'), 'QVNN', 1),
      child(at('48'), 'QVNN', 2),
      child(at('20341'), 'QVNN', 4),
      child(at('20296'), 'QVNN', 8),
    ]);
    expect(provinces).toHaveLength(1);
    const [daNang] = provinces;
    expect(daNang).toMatchObject({
      unit: { name: 'Thành phố Đà Nẵng' },
      own: {
        parts: [
          { unit: { name: 'Thành phố Đà Nẵng', validTo: '2025-06-30' } },
          { unit: { name: 'Tỉnh Quảng Nam' } },
        ],
      },
      communes: [{ unit: { name: 'Phường Tam Kỳ' }, parts: [{ unit: { name: 'Phường An Mỹ' } }] }],
      undetermined: [{ reason: 'SPLIT', among: [{ name: 'Phường Hải Vân' }, { name: 'Phường Liên Chiểu' }] }],
      communeCount: 94,
    });
    expect(daNang?.funds[0]?.totals.donationsVnd).toBe(15);
  });
});
