import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Purpose } from '#domain/codes.ts';
import type { Disbursement } from '#domain/entry.ts';
import { judgeByNorms } from '#domain/norms/judge.ts';
import { campaignAllows, campaignTerms, type Norm, NormSchema } from '#domain/norms/norm.ts';

const TRIEU = 1_000_000;
const SOURCE = 'Hướng dẫn 16/2025';
const money = (purpose: Purpose, per: 'HO' | 'NGUOI' | 'NHA', trieu: number, bound = 'MIN', of = '') =>
  v.parse(NormSchema, {
    ...{ purpose, per, bound, amountVnd: trieu * TRIEU, source: SOURCE, certainty: 'S' },
    ...(of && { case: of }),
  });

/** The rates of HD 16/2025. */
const DEATH = money('THIET_HAI_NGUOI', 'NGUOI', 25, 'MIN', 'Người chết, mất tích');
const INJURY = money('THIET_HAI_NGUOI', 'NGUOI', 5, 'MIN', 'Người bị thương nặng');
const LOST = money('THIET_HAI_NHA', 'HO', 50, 'MIN', 'Nhà sập, trôi, cháy hoàn toàn');
const DAMAGED = money('THIET_HAI_NHA', 'HO', 25, 'MIN', 'Nhà hư hỏng rất nặng');
const MOVING = money('DI_DOI', 'HO', 30);
const RICE = v.parse(NormSchema, {
  ...{ item: 'Gạo', unitOfMeasure: 'kg', per: 'NGUOI', bound: 'MAX', quantityMilli: 15_000, months: 3 },
  ...{ purpose: 'CUU_DOI', source: SOURCE, certainty: 'S' },
});
const OIL = v.parse(NormSchema, {
  ...{ item: 'Dầu ăn', unitOfMeasure: 'lít', per: 'HO', bound: 'MIN', quantityMilli: 1_000, source: SOURCE },
});
const ALL = [OIL, DEATH, INJURY, LOST, DAMAGED, MOVING, RICE];

const paid = (
  purpose: Purpose,
  amountVnd: number | undefined,
  more: Partial<Disbursement> = {},
): Disbursement =>
  ({
    row: 2,
    date: '2025-10-01',
    direction: 'out',
    purpose,
    amountVnd,
    late: false,
    ...more,
  }) as Disbursement;
const rice = (kg: number, more: Partial<Disbursement> = {}, unitOfMeasure = 'kg', item = 'gạo') =>
  paid('CUU_DOI', undefined, {
    goods: { item, unitOfMeasure, quantityMilli: Math.round(kg * 1000) as never },
    ...more,
  });

describe('a payment held against the rates of its campaign', () => {
  it.each<[string, Disbursement, Norm[]]>([
    ['keeps a least rate that it just reaches', paid('DI_DOI', 60 * TRIEU, { households: 2 }), []],
    ['is below it by one đồng', paid('DI_DOI', 60 * TRIEU - 1, { households: 2 }), [MOVING]],
    ['is below it with nothing: 0 is an amount', paid('DI_DOI', 0, { households: 2 }), [MOVING]],
    [
      'is held for one where it names one beneficiary',
      paid('DI_DOI', 29 * TRIEU, { beneficiaryRef: 'MS-9' }),
      [MOVING],
    ],
    [
      'is held by its number before it is held for one',
      paid('DI_DOI', 30 * TRIEU, { beneficiaryRef: 'MS-9', households: 2 }),
      [MOVING],
    ],
    [
      'may be for an injury where it is not enough for a death',
      paid('THIET_HAI_NGUOI', 6 * TRIEU, { persons: 1 }),
      [],
    ],
    ['is not enough for either', paid('THIET_HAI_NGUOI', 9 * TRIEU, { persons: 2 }), [INJURY]],
    [
      'may be for a damaged house where it is not enough for one lost',
      paid('THIET_HAI_NHA', 25 * TRIEU, { households: 1 }),
      [],
    ],
    ['is not enough for a damaged house', paid('THIET_HAI_NHA', 24 * TRIEU, { households: 1 }), [DAMAGED]],
    ['of another purpose has no rate', paid('TET', 1, { households: 9 }), []],
    ['that is taken back is not held against any', paid('DI_DOI', -1, { households: 1 }), []],
    [
      'of goods keeps a monthly rate for as many months as may be given at once',
      rice(450, { persons: 10 }),
      [],
    ],
    ['of goods gives more than that', rice(450.001, { persons: 10 }), [RICE]],
    ['of goods is held for whatever it is given for', rice(1.999, { households: 2 }, 'Lít', 'Dầu ăn'), [OIL]],
    ['of goods taken back is not held against a least', rice(-1, { households: 2 }, 'lít', 'Dầu ăn'), []],
    ['of goods taken back is not held against any', rice(-900, { persons: 1 }), []],
    ['of other goods has no rate', rice(900, { persons: 1 }, 'kg', 'Ngô'), []],
  ])('%s', (_, entry, broken) => {
    const verdict = judgeByNorms(entry, ALL);
    expect(verdict.faults.map(({ norm }) => norm)).toEqual(broken);
    expect(verdict.notJudged).toBe(0);
  });

  it.each<[string, Disbursement]>([
    ['for how many households', paid('DI_DOI', 1)],
    [
      'for how many persons, though it names one beneficiary',
      paid('THIET_HAI_NGUOI', 1, { beneficiaryRef: 'MS-9', households: 1 }),
    ],
    ['for how many persons the goods are', rice(900, { households: 1, beneficiaryRef: 'MS-9' })],
    ['how much it is in the unit of the rate', rice(900, { persons: 1 }, 'bao')],
  ])('is not judged where it does not say %s, and that is counted', (_, entry) => {
    expect(judgeByNorms(entry, ALL)).toEqual({ faults: [], notJudged: 1 });
  });

  it('tells what came to one, rounded away from the bound', () => {
    const most = money('TET', 'HO', 2, 'MAX');
    const below = judgeByNorms(paid('DI_DOI', 100 * TRIEU - 100, { households: 7 }), [MOVING]);
    expect(below.faults).toEqual([{ norm: MOVING, count: 7, amountVnd: 99_999_900, perOneVnd: 14_285_700 }]);
    const under = judgeByNorms(paid('DI_DOI', 90 * TRIEU - 1, { households: 3 }), [MOVING]);
    expect(under.faults).toMatchObject([{ perOneVnd: 29_999_999 }]);
    const above = judgeByNorms(paid('TET', 6 * TRIEU + 1, { households: 3 }), [most]);
    expect(above.faults).toMatchObject([
      { norm: most, count: 3, amountVnd: 6_000_001, perOneVnd: 2_000_001 },
    ]);
    const goods = judgeByNorms(rice(91, { persons: 2 }), [RICE]);
    expect(goods.faults).toEqual([{ norm: RICE, count: 2, quantityMilli: 91_000, perOneMilli: 45_500 }]);
  });

  it('holds a row against a least and a most at once, and against persons and households', () => {
    const norms = [
      money('TET', 'HO', 2, 'MAX'),
      money('TET', 'HO', 1),
      money('TET', 'NGUOI', 3),
      money('TET', 'NHA', 9),
    ];
    expect(judgeByNorms(paid('TET', 5 * TRIEU, { households: 1, persons: 4 }), norms).faults).toMatchObject([
      { norm: norms[0] },
      { norm: norms[2] },
    ]);
  });

  it('holds goods against the rate in their own unit of measure, whatever the rates in others', () => {
    const sacks = { ...RICE, unitOfMeasure: 'bao', quantityMilli: 900_000 } as Norm;
    expect(judgeByNorms(rice(46, { persons: 1 }), [sacks, RICE])).toMatchObject({
      faults: [{ norm: RICE }],
      notJudged: 1,
    });
  });

  it('is exact where a product leaves the exact range of numbers', () => {
    const norm = money('DI_DOI', 'HO', 30);
    const most = Number.MAX_SAFE_INTEGER;
    const households = Math.floor(most / (30 * TRIEU));
    expect(judgeByNorms(paid('DI_DOI', most, { households }), [norm]).faults).toEqual([]);
    expect(judgeByNorms(paid('DI_DOI', most, { households: households + 1 }), [norm]).faults).toHaveLength(1);
    expect(judgeByNorms(paid('DI_DOI', most, { households: most }), [norm]).faults).toMatchObject([
      { perOneVnd: 1 },
    ]);
  });

  const norms = fc.array(
    fc.record({
      purpose: fc.constant('TET' as const),
      per: fc.constantFrom('HO' as const, 'NGUOI' as const),
      bound: fc.constantFrom('MIN' as const, 'MAX' as const),
      amountVnd: fc.integer({ min: 1, max: 20 }) as fc.Arbitrary<never>,
      source: fc.constant(SOURCE),
    }),
    { maxLength: 6 },
  );

  it('is at fault only where every rate of that kind is broken, whatever the order of rates', () => {
    fc.assert(
      fc.property(norms, fc.nat(60), fc.integer({ min: 1, max: 4 }), (some, amount, count) => {
        const entry = paid('TET', amount, { households: count, persons: count });
        const { faults } = judgeByNorms(entry, some);
        for (const bound of ['MIN', 'MAX'] as const) {
          for (const per of ['HO', 'NGUOI'] as const) {
            const own = some.filter((norm) => norm.bound === bound && norm.per === per);
            const broken = own.filter(({ amountVnd }) =>
              bound === 'MIN' ? amount / count < amountVnd : amount / count > amountVnd,
            );
            const told = faults.some(({ norm }) => norm.bound === bound && norm.per === per);
            expect(told).toBe(own.length > 0 && broken.length === own.length);
          }
        }
        expect(judgeByNorms(entry, [...some].reverse()).faults).toHaveLength(faults.length);
      }),
    );
  });
});

describe('terms of a campaign', () => {
  const schema = v.object(campaignTerms);
  const norm = { purpose: 'TET', per: 'HO', bound: 'MIN', amountVnd: 1, source: SOURCE };
  const goods = {
    item: 'Gạo',
    unitOfMeasure: 'kg',
    per: 'NGUOI',
    bound: 'MAX',
    quantityMilli: 1,
    source: SOURCE,
  };

  it.each<[string, unknown]>([
    ['nothing', {}],
    [
      'norms, purposes and days',
      {
        norms: [norm, goods],
        allowedPurposes: ['TET'],
        receiptTo: '2025-12-01',
        distributionTo: '2025-12-21',
      },
    ],
    ['a monthly rate', { norms: [{ ...goods, months: 3 }] }],
  ])('may be %s', (_, terms) => {
    expect(v.parse(schema, terms)).toEqual(terms);
  });

  it.each<[string, unknown]>([
    ['a rate of nothing', { norms: [{ ...norm, amountVnd: 0 }] }],
    ['a rate without a source', { norms: [{ ...norm, source: ' ' }] }],
    ['a rate for money that is passed on', { norms: [{ ...norm, purpose: 'CHUYEN_CAP_DUOI' }] }],
    ['a rate of money and of goods at once', { norms: [{ ...norm, ...goods }] }],
    ['a rate of money without a purpose', { norms: [{ ...norm, purpose: undefined }] }],
    ['a rate by something else', { norms: [{ ...norm, per: 'THON' }] }],
    ['a rate for no month', { norms: [{ ...goods, months: 0 }] }],
    ['a list of no purposes', { allowedPurposes: [] }],
    ['a day that the calendar lacks', { receiptTo: '2025-02-30' }],
  ])('are not %s', (_, terms) => {
    expect(v.is(schema, terms)).toBe(false);
  });

  it.each<[Purpose, readonly Purpose[] | undefined, boolean]>([
    ['TET', undefined, true],
    ['TET', ['TET'], true],
    ['Y_TE', ['TET'], false],
    ['CHUYEN_CAP_DUOI', ['TET'], true],
    ['BAN_GIAO_SO_DU', ['TET'], true],
    ['HOAN_TRA', ['TET'], true],
    ['PHI_NGAN_HANG', ['TET'], true],
  ])('on paying for %s, where allowed are %j: %s', (purpose, allowed, expected) => {
    expect(campaignAllows(allowed, purpose)).toBe(expected);
  });
});
