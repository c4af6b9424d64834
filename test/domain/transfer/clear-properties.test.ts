import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { clearTransfers, isCleared, type TransferSide } from '#domain/transfer/clear.ts';
import { bySide } from '#domain/transfer/side.ts';
import { got, isAbove, madeOf, sent } from './sides.ts';

const days = fc
  .integer({ min: 0, max: 90 })
  .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10) as IsoDate);
const amounts = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: -4, max: 9 }) },
);
const rounds = fc.option(fc.constantFrom('1', '2'), { nil: undefined, freq: 2 });
const communes = ['48001', '48002', '48003', '66001'];

/** Few units, days and amounts, so that every stage finds something to do. */
const oneSide = fc
  .record({
    out: fc.boolean(),
    commune: fc.constantFrom(...communes),
    province: fc.constantFrom('48', '66'),
    named: fc.constantFrom('yes', 'yes', 'no', 'unknown'),
    amount: amounts,
    day: days,
    round: rounds,
    fund: fc.constantFrom('QVNN', 'QVNN', 'QVNN', 'YAGI-2024'),
  })
  .map(({ out, commune, province, named, amount, day, round, fund }) => {
    const other = named === 'yes' ? (out ? commune : province) : undefined;
    const make = out ? sent : got;
    return make(out ? province : commune, amount, day, { other, round, fund, unknown: named === 'unknown' });
  });
const lists = fc.array(oneSide, { maxLength: 40 });

const sum = (sides: readonly TransferSide[]) => sides.reduce((total, side) => total + side.amountVnd, 0);
const gross = (sides: readonly TransferSide[]) =>
  sides.reduce((all, side) => all + Math.abs(side.amountVnd), 0);
const clear = (sides: readonly TransferSide[]) => clearTransfers(sides, { isAbove, madeOf });

describe('any sides', () => {
  it('stand each in one pair or among what is left, those of zero đồng in neither', () => {
    fc.assert(
      fc.property(lists, (sides) => {
        const found = clear(sides);
        const used = found.flatMap(({ pairs, unpaired }) => [
          ...pairs.flatMap((pair) => [...pair.out, ...pair.in]),
          ...unpaired,
        ]);
        const moving = sides.filter(({ amountVnd }) => amountVnd !== 0);
        expect(used.sort(bySide)).toEqual(moving.sort(bySide));
        for (const { fund, pairs, unpaired } of found) {
          const own = [...pairs.flatMap((pair) => [...pair.out, ...pair.in]), ...unpaired];
          expect(own.every((side) => side.fund === fund)).toBe(true);
          for (const pair of pairs) {
            expect(pair.out.every(({ direction }) => direction === 'out')).toBe(true);
            expect(pair.in.every(({ direction }) => direction === 'in')).toBe(true);
          }
        }
      }),
    );
  });

  it('are cleared alike in whatever order they come', () => {
    const shuffled = lists.chain((sides) =>
      fc.tuple(fc.constant(sides), fc.shuffledSubarray(sides, { minLength: sides.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sides, other]) => {
        expect(clear(other)).toEqual(clear(sides));
      }),
    );
  });

  it('are cleared alike however their rounds are written', () => {
    const spelled = lists.chain((sides) =>
      fc.tuple(
        fc.constant(sides),
        fc.array(fc.constantFrom(0, 1, 2), { minLength: sides.length, maxLength: sides.length }),
      ),
    );
    const ways = { '1': ['Đợt 1', 'ĐỢT I', 'đợt 01'], '2': ['02', 'Đợt phân bổ số 2', 'Đợt II.'] };
    const rowsOf = (sides: readonly TransferSide[]) => sides.map(({ row }) => row);
    const rows = (sides: readonly TransferSide[]) =>
      clear(sides).map(({ pairs, unpaired }) => [
        pairs.map((pair) => [rowsOf(pair.out), rowsOf(pair.in)]),
        rowsOf(unpaired),
      ]);
    fc.assert(
      fc.property(spelled, ([sides, way]) => {
        const others = sides.map((side, i) =>
          side.round === undefined ? side : { ...side, round: ways[side.round as '1' | '2'][way[i] ?? 0] },
        );
        expect(rows(others)).toEqual(rows(sides));
      }),
      { numRuns: 300 },
    );
  });

  it('are not changed by being cleared', () => {
    fc.assert(
      fc.property(lists, (sides) => {
        const before = structuredClone(sides);
        clear(sides);
        expect(sides).toEqual(before);
      }),
    );
  });

  it('keep received − sent = unsent + differing − transit, and pairs their differences', () => {
    fc.assert(
      fc.property(lists, (sides) => {
        for (const clearing of clear(sides)) {
          const own = sides.filter(({ fund }) => fund === clearing.fund);
          const [outs, ins] = [
            own.filter((one) => one.direction === 'out'),
            own.filter((one) => one.direction === 'in'),
          ];
          expect(clearing.sentVnd as number).toBe(sum(outs));
          expect(clearing.receivedVnd as number).toBe(sum(ins));
          expect(clearing.receivedVnd - clearing.sentVnd).toBe(
            clearing.unsentVnd + clearing.differingVnd - clearing.transitVnd,
          );
          for (const { out, in: taken, differenceVnd } of clearing.pairs) {
            expect(differenceVnd as number).toBe(sum(taken) - sum(out));
          }
        }
      }),
    );
  });

  it('are cleared when and only when nothing is in transit, unsent or differing, gross', () => {
    fc.assert(
      fc.property(lists, (sides) => {
        for (const clearing of clear(sides)) {
          const differing = clearing.pairs
            .map((pair) => Math.abs(sum(pair.in) - sum(pair.out)))
            .filter((one) => one !== 0);
          const differingGross = differing.reduce((all, one) => all + one, 0);
          expect([clearing.differingPairs, clearing.differingGrossVnd]).toEqual([
            differing.length,
            differingGross,
          ]);
          expect(isCleared(clearing)).toBe(gross(clearing.unpaired) + differingGross === 0);
        }
      }),
    );
  });

  it('are paired only with what names nobody else, those of whole heirs included, and never long before they were sent', () => {
    fc.assert(
      fc.property(lists, (sides) => {
        for (const { pairs } of clear(sides)) {
          for (const { out, in: taken } of pairs) {
            for (const give of out) {
              for (const take of taken) {
                const mine = [undefined, take.unit.id, ...madeOf(take.unit.id, take.date)];
                expect(mine).toContain(give.other);
                expect(give.otherUnknown).toBeUndefined();
                if (take.otherUnknown) expect(give.other).toBeDefined();
                expect([undefined, give.unit.id]).toContain(take.other);
                const early = (Date.parse(give.date) - Date.parse(take.date)) / 86_400_000;
                expect(early).toBeLessThanOrEqual(3);
              }
            }
          }
        }
      }),
    );
  });
});

describe('books that agree', () => {
  const transfers = fc.array(
    fc.record({
      commune: fc.constantFrom('48001', '48002', '48003'),
      amount: fc.integer({ min: 1, max: 5 }),
      day: days,
      later: fc.integer({ min: -3, max: 20 }),
      named: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('are cleared: each transfer that was sent by name finds a receipt', () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const sides = list.flatMap(({ commune, amount, day, later, named }) => {
          const on = new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10);
          return [
            sent('48', amount, day, { other: commune }),
            got(commune, amount, on, named ? { other: '48' } : {}),
          ];
        });
        expect(clear(sides).map(isCleared)).toEqual([true]);
      }),
    );
  });
});

describe('20,000 sides', () => {
  const on = (i: number) => new Date(Date.UTC(2020, 0, 1 + (i % 1500))).toISOString().slice(0, 10);
  it.each<[string, (i: number) => TransferSide[]]>([
    [
      'of one amount between the same two units',
      (i) => [sent('48', 5, on(i), { other: '48001' }), got('48001', 5, on(i * 7))],
    ],
    [
      'of one amount to nobody by name',
      (i) => [sent('48', 5, on(i)), got(`48${100 + (i % 300)}`, 5, on(i * 7))],
    ],
    [
      'that all differ within one round',
      (i) => [
        sent('48', 1_000_000 + 2 * i, on(i), { other: '48001', round: '1' }),
        got('48001', 90_000_001 + 2 * i, on(i * 7), { round: '1' }),
      ],
    ],
  ])('%s are cleared without comparing each with each', (_, make) => {
    const sides = Array.from({ length: 10_000 }, (_unused, i) => make(i)).flat();
    const started = performance.now();
    const [clearing] = clear(sides);
    expect(performance.now() - started).toBeLessThan(10_000);
    const used = clearing?.pairs.flatMap((pair) => [...pair.out, ...pair.in]).length ?? 0;
    expect(used + (clearing?.unpaired.length ?? 0)).toBe(20_000);
    expect(used).toBeGreaterThan(19_000);
  });
});
