import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Milli } from '#domain/quantity.ts';
import type { Factor } from '#domain/stock/factors.ts';
import { stockOf } from '#domain/stock/stock.ts';
import { type Stock, StockSchema } from '#domain/stock/stock-schema.ts';

type Goods = Parameters<typeof stockOf>[0][number];

/** Quantities in whole units of measure. */
const goods = (item: string, unit: string, received: number, issued: number, stated = 0): Goods =>
  ({
    item,
    unitOfMeasure: unit,
    inMilli: Math.round(received * 1000),
    outMilli: Math.round(issued * 1000),
    inStatedVnd: stated,
    outStatedVnd: stated * 2,
  }) as unknown as Goods;
const factor = (item: string, from: string, by: number, to: string): Factor => ({
  item,
  from,
  to,
  factorMilli: Math.round(by * 1000) as Milli,
});

const NOODLES = 'Mì ăn liền';
const WATER = 'Nước uống';
const RICE = 'Gạo';
const BOX = factor(NOODLES, 'thùng', 30, 'gói');

/** Lines as "in − out = balance unit". */
const short = (lines: Stock['comparable']) =>
  lines.map(
    ({ item, unitOfMeasure, inMilli, outMilli, balanceMilli }) =>
      `${item} ${inMilli / 1000} − ${outMilli / 1000} = ${balanceMilli / 1000} ${unitOfMeasure}`,
  );
const faults = (stock: Stock) =>
  stock.faults.map(({ item, units, fault }) => `${item}: ${units.join(', ')}: ${fault}`);

describe('goods received, issued and left', () => {
  it('add up by item and unit of measure, whatever the case and the fashion of tone marks', () => {
    const stock = stockOf(
      [
        goods('hoà', 'Kg', 5, 1, 10),
        goods('Cà', 'kg', 1, 0),
        goods('Hòa', 'kg', 2, 3),
        goods('Cá', 'kg', 1, 0),
      ],
      [],
    );
    expect(short(stock.lines)).toEqual(['Cà 1 − 0 = 1 kg', 'Cá 1 − 0 = 1 kg', 'Hòa 7 − 4 = 3 Kg']);
    expect(stock.lines[2]).toMatchObject({ inStatedVnd: 10, outStatedVnd: 20 });
  });

  it('keep packages and weights apart without a recorded factor', () => {
    const stock = stockOf([goods(RICE, 'bao', 4, 0), goods(RICE, 'kg', 0, 100)], [BOX]);
    expect(short(stock.comparable)).toEqual(['Gạo 4 − 0 = 4 bao', 'Gạo 0 − 100 = -100 kg']);
    expect(stock.shortages).toEqual([
      { item: RICE, unitOfMeasure: 'kg', shortMilli: 100_000, converted: false },
    ]);
  });
});

describe('units of measure that a recorded factor makes comparable', () => {
  it.each<[string, Goods[], Factor[], string[]]>([
    [
      'stand in the finer one',
      [goods(NOODLES, 'thùng', 10, 1.5), goods(NOODLES, 'gói', 5, 200)],
      [BOX],
      ['Mì ăn liền 305 − 245 = 60 gói'],
    ],
    [
      'are compared over several steps',
      [goods(WATER, 'thùng', 1, 0), goods(WATER, 'chai', 0, 3), goods(WATER, 'lốc', 1, 1)],
      [factor(WATER, 'thùng', 4, 'lốc'), factor(WATER, 'lốc', 6, 'chai')],
      ['Nước uống 30 − 9 = 21 chai'],
    ],
    [
      'are compared through a unit that no line has',
      [goods(RICE, 'tấn', 1, 0), goods(RICE, 'tạ', 0, 3)],
      [factor(RICE, 'tấn', 1000, 'kg'), factor(RICE, 'tạ', 100, 'kg')],
      ['Gạo 1000 − 300 = 700 kg'],
    ],
    [
      'take the factor of the item alone',
      [goods(RICE, 'thùng', 1, 0), goods(RICE, 'gói', 1, 0)],
      [BOX],
      ['Gạo 1 − 0 = 1 gói', 'Gạo 1 − 0 = 1 thùng'],
    ],
    [
      'stay as they are where there is but one',
      [goods(NOODLES, 'thùng', 2, 1)],
      [BOX],
      ['Mì ăn liền 2 − 1 = 1 thùng'],
    ],
    [
      'are compared by a factor below one, turned round',
      [goods(RICE, 'kg', 500, 0), goods(RICE, 'tấn', 0, 0.5)],
      [factor(RICE, 'kg', 0.001, 'tấn')],
      ['Gạo 500 − 500 = 0 kg'],
    ],
    [
      'are compared by the same factor told twice, and by factors that agree',
      [goods(WATER, 'thùng', 1, 0), goods(WATER, 'chai', 0, 3)],
      [
        ...[
          factor(WATER, 'thùng', 4, 'lốc'),
          factor(WATER, 'lốc', 6, 'chai'),
          factor(WATER, 'thùng', 24, 'chai'),
        ],
        factor('NƯỚC UỐNG', 'Thùng', 24, 'chai'),
      ],
      ['Nước uống 24 − 3 = 21 chai'],
    ],
  ])('%s', (_, lines, factors, expected) => {
    const stock = stockOf(lines, factors);
    expect(short(stock.comparable)).toEqual(expected);
    expect(stock.faults).toEqual([]);
  });

  it('tell which units were added up, by which factors, and nothing of their basis', () => {
    const [line] = stockOf(
      [goods(NOODLES, 'thùng', 1, 0, 7), goods(NOODLES, 'gói', 1, 0, 5)],
      [{ ...BOX, basis: 'Biên bản của bà Nguyễn Thị Mẫu' }],
    ).comparable;
    expect(line).toMatchObject({ inStatedVnd: 12, outStatedVnd: 24 });
    expect(line?.converted).toEqual({
      units: ['gói', 'thùng'],
      factors: [{ from: 'thùng', to: 'gói', factorMilli: 30_000 }],
    });
  });
});

describe('more issued than received', () => {
  it('is no shortage when another unit covers it by a recorded factor', () => {
    const stock = stockOf([goods(NOODLES, 'thùng', 10, 0), goods(NOODLES, 'gói', 0, 300)], [BOX]);
    expect(stock.shortages).toEqual([]);
    expect(stock.covered).toEqual([{ item: NOODLES, unitOfMeasure: 'gói', shortMilli: 300_000 }]);
  });

  it('is a shortage of what is not covered', () => {
    const stock = stockOf([goods(NOODLES, 'thùng', 10, 0), goods(NOODLES, 'gói', 0, 300.001)], [BOX]);
    expect(stock.shortages).toEqual([
      { item: NOODLES, unitOfMeasure: 'gói', shortMilli: 1, converted: true },
    ]);
    expect(stock.covered).toEqual([]);
  });
});

describe('factors that are not followed', () => {
  const two = [goods(NOODLES, 'thùng', 10, 0), goods(NOODLES, 'gói', 0, 300)];
  it.each<[string, Factor[], string]>([
    ['contradict each other', [BOX, factor(NOODLES, 'thùng', 24, 'gói')], 'gói, thùng: CONTRADICTION'],
    [
      'contradict each other by a detour',
      [BOX, factor(NOODLES, 'thùng', 5, 'lốc'), factor(NOODLES, 'lốc', 5, 'gói')],
      'gói, lốc, thùng: CONTRADICTION',
    ],
    ['lead back', [BOX, factor(NOODLES, 'gói', 30, 'thùng')], 'gói, thùng: CYCLE'],
    [
      'lead back by a detour, with others that hang on them',
      [
        factor(NOODLES, 'kiện', 2, 'thùng'),
        BOX,
        factor(NOODLES, 'gói', 1, 'ký'),
        factor(NOODLES, 'ký', 1, 'thùng'),
      ],
      'gói, kiện, ký, thùng: CYCLE',
    ],
    ['turn a unit into itself', [factor(NOODLES, 'gói', 2, 'Gói')], 'gói, Gói: SAME_UNIT'],
    ['are nothing', [factor(NOODLES, 'thùng', 0, 'gói')], 'thùng, gói: NOT_POSITIVE'],
    ['are below zero', [factor(NOODLES, 'thùng', -30, 'gói')], 'thùng, gói: NOT_POSITIVE'],
    ['name no unit', [factor(NOODLES, 'thùng', 30, 'đơn vị')], 'thùng, đơn vị: UNNAMED'],
    [
      'come to fractions of a thousandth',
      [factor(NOODLES, 'thùng', 1.001, 'gói'), factor(NOODLES, 'kiện', 0.3, 'thùng')],
      'gói, thùng: NOT_EXACT',
    ],
  ])('where they %s', (_, factors, told) => {
    const lines = told.endsWith('NOT_EXACT')
      ? [goods(NOODLES, 'thùng', 0.001, 0), goods(NOODLES, 'gói', 0, 300)]
      : two;
    const stock = stockOf(lines, factors);
    expect(faults(stock)).toEqual([`${NOODLES}: ${told}`]);
    expect(stock.comparable).toEqual(stock.lines);
    expect(stock.shortages).toEqual([
      { item: NOODLES, unitOfMeasure: 'gói', shortMilli: 300_000, converted: false },
    ]);
  });

  it('leave those of other items alone', () => {
    const stock = stockOf(
      [...two, goods(WATER, 'lốc', 1, 0), goods(WATER, 'chai', 1, 0)],
      [BOX, factor(NOODLES, 'thùng', 24, 'gói'), factor(WATER, 'lốc', 6, 'chai')],
    );
    expect(short(stock.comparable).at(-1)).toBe('Nước uống 7 − 0 = 7 chai');
  });

  it('are those of goods that are not named, which are goods of many kinds', () => {
    const stock = stockOf(
      [goods('Hiện vật khác', 'thùng', 1, 0), goods('Hiện vật khác', 'gói', 0, 30)],
      [factor('Quà của bà Nguyễn Thị Mẫu', 'thùng', 30, 'gói')],
    );
    expect(faults(stock)).toEqual(['Hiện vật khác: thùng, gói: UNNAMED']);
    expect(stock.shortages).toHaveLength(1);
  });

  it('are those of an item with more units than there are', () => {
    const chain = Array.from({ length: 50 }, (_, i) => factor(RICE, `cỡ ${i}`, 2, `cỡ ${i + 1}`));
    expect(stockOf([], chain).faults).toMatchObject([{ item: RICE, fault: 'TOO_MANY' }]);
    expect(stockOf([], chain.slice(1)).faults).toEqual([]);
  });

  it('do not go beyond the exact range', () => {
    const most = Number.MAX_SAFE_INTEGER / 1000;
    const stock = stockOf([goods(NOODLES, 'thùng', most, 0), goods(NOODLES, 'gói', 1, 0)], [BOX]);
    expect(faults(stock)).toEqual([`${NOODLES}: gói, thùng: NOT_EXACT`]);
  });
});

describe('stock, for any goods and factors', () => {
  const units = fc.constantFrom('thùng', 'gói', 'kg', 'Lốc');
  const items = fc.constantFrom(NOODLES, RICE);
  const quantity = fc.integer({ min: -20, max: 40 });
  const anyGoods = fc.array(
    fc.tuple(items, units, quantity, quantity, fc.nat(9)).map((parts) => goods(...parts)),
    { maxLength: 10 },
  );
  const anyFactors = fc.array(
    fc.tuple(items, units, fc.constantFrom(30, 6, 0.5, 1.5, 0), units).map((parts) => factor(...parts)),
    { maxLength: 5 },
  );
  const shuffled = <T>(some: readonly T[]) =>
    fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length });

  it('converting changes no stated value and adds no line', () => {
    fc.assert(
      fc.property(anyGoods, anyFactors, (lines, factors) => {
        const { lines: own, comparable } = stockOf(lines, factors);
        for (const side of ['inStatedVnd', 'outStatedVnd'] as const) {
          const sum = (of: readonly Goods[]) => of.reduce((total, line) => total + line[side], 0);
          expect([sum(own), sum(comparable)]).toEqual([sum(lines), sum(lines)]);
        }
        const added = comparable.flatMap(({ converted }) => (converted ? [converted.units.length - 1] : []));
        expect(comparable.length + added.reduce((a, b) => a + b, 0)).toBe(own.length);
      }),
    );
  });

  it('without factors nothing is converted', () => {
    fc.assert(
      fc.property(anyGoods, (lines) => {
        const stock = stockOf(lines, []);
        expect(stock.comparable).toEqual(stock.lines);
        expect(stock.covered).toEqual([]);
        expect(stock.shortages).toHaveLength(
          stock.lines.filter(({ balanceMilli }) => balanceMilli < 0).length,
        );
      }),
    );
  });

  it('the order of lines and factors does not matter, and the schema fits', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(anyGoods, anyFactors)
          .chain(([lines, factors]) =>
            fc.tuple(fc.constant({ lines, factors }), shuffled(lines), shuffled(factors)),
          ),
        ([{ lines, factors }, otherLines, otherFactors]) => {
          const stock = stockOf(lines, factors);
          expect(stockOf(otherLines, otherFactors)).toEqual(stock);
          expect(v.parse(StockSchema, stock)).toEqual(stock);
        },
      ),
    );
  });

  it('a consistent set of factors gives the balance that counting in the finest unit gives', () => {
    const worth = { thùng: 120, Lốc: 30, kg: 6, gói: 1 };
    type Unit = keyof typeof worth;
    const names = fc.constantFrom<Unit>('thùng', 'Lốc', 'kg', 'gói');
    const chain = [
      factor(RICE, 'thùng', 4, 'Lốc'),
      factor(RICE, 'Lốc', 5, 'kg'),
      factor(RICE, 'kg', 6, 'gói'),
      factor(RICE, 'thùng', 20, 'kg'),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 9 }),
        (rows) => {
          const lines = rows.map(([unit, received, issued]) => goods(RICE, unit, received, issued));
          const balance = rows.reduce((sum, [unit, got, gave]) => sum + (got - gave) * worth[unit], 0);
          const { comparable, shortages } = stockOf(lines, chain);
          const [line] = comparable;
          expect(comparable).toHaveLength(1);
          expect((line?.balanceMilli ?? 0) * worth[line?.unitOfMeasure as Unit]).toBe(balance * 1000);
          expect(shortages).toHaveLength(balance < 0 ? 1 : 0);
        },
      ),
    );
  });
});
