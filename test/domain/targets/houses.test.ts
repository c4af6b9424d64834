import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { codesOf, HOUSE_STATUSES } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { House } from '#domain/registers/house.ts';
import { housesOf } from '#domain/targets/houses.ts';
import { HousesSchema } from '#domain/targets/houses-schema.ts';
import type { UnitId } from '#domain/units/unit.ts';

const FRONT = 'Ủy ban MTTQ Việt Nam tỉnh';
const BANK = 'Ngân hàng Nông nghiệp';
const COMMUNE = '20194' as UnitId;
const DAY = '2025-12-31' as IsoDate;

let rows = 1;
const step = (house: string, status: House['status'], date: string, more: Partial<House> = {}): House => {
  rows += 1;
  return { row: rows, house, work: 'NHA_XAY_MOI', status, date: date as IsoDate, ...more };
};
const gift = (house: string, funder: string, amount: number, more: Partial<House> = {}): House =>
  step(house, 'KHOI_CONG', '2025-03-01', { funder, amountVnd: amount as never, ...more });

describe('houses of a register', () => {
  it('are one by code, each work at the status of its latest day, then the furthest of that day', () => {
    const register = [
      step('N-01', 'BAN_GIAO', '2025-06-01'),
      step('N-01', 'KHOI_CONG', '2025-03-01'),
      step('n-01 ', 'NGHIEM_THU', '2025-06-01'),
      step('N-01', 'KHAO_SAT', '2025-01-01', { work: 'NHA_SUA_CHUA' }),
      step('N-02', 'PHE_DUYET', '2025-01-01'),
    ];
    expect(housesOf(register, DAY)).toMatchObject({
      houses: 2,
      severalWorks: 1,
      byStatus: [
        { work: 'NHA_SUA_CHUA', status: 'KHAO_SAT', houses: 1 },
        { work: 'NHA_XAY_MOI', status: 'PHE_DUYET', houses: 1 },
        { work: 'NHA_XAY_MOI', status: 'BAN_GIAO', houses: 1 },
      ],
      backwards: [],
    });
  });

  it('count up to the day asked for', () => {
    const register = [step('N-01', 'KHOI_CONG', '2025-12-31'), step('N-01', 'BAN_GIAO', '2026-01-01')];
    expect(housesOf(register, DAY)).toMatchObject({
      asOf: DAY,
      laterRows: 1,
      houses: 1,
      byStatus: [{ status: 'KHOI_CONG' }],
      handedOver: [],
    });
    expect(housesOf(register, '2026-01-01' as IsoDate).handedOver).toEqual([
      { year: 2026, work: 'NHA_XAY_MOI', houses: 1 },
    ]);
  });

  it('are handed over in the year in which it first says so, whoever pays afterwards', () => {
    const register = [
      step('N-01', 'BAN_GIAO', '2024-12-20', { communeId: COMMUNE }),
      step('N-01', 'BAN_GIAO', '2025-02-01', { funder: BANK }),
      step('N-02', 'BAN_GIAO', '2024-05-01', { communeId: COMMUNE }),
      step('N-03', 'BAN_GIAO', '2024-05-01', { work: 'NHA_SUA_CHUA' }),
    ];
    const { handedOver, backwards } = housesOf(register, DAY);
    expect(backwards).toEqual([]);
    expect(handedOver).toEqual([
      { year: 2024, work: 'NHA_SUA_CHUA', houses: 1 },
      { year: 2024, work: 'NHA_XAY_MOI', communeId: COMMUNE, houses: 2 },
    ]);
  });

  it('that go back are told, and handed over only when they are again', () => {
    const back = [step('N-01', 'BAN_GIAO', '2023-01-01'), step('N-01', 'KHOI_CONG', '2024-01-01')];
    const row = back[1]?.row;
    const told = [{ row, work: 'NHA_XAY_MOI', date: '2024-01-01', from: 'BAN_GIAO', to: 'KHOI_CONG' }];
    expect(housesOf(back, DAY)).toMatchObject({ handedOver: [], backwards: told });
    const again = [...back, step('N-01', 'BAN_GIAO', '2025-01-01')];
    expect(housesOf(again, DAY)).toMatchObject({ handedOver: [{ year: 2025 }], backwards: told });
  });
});

describe('who pays for houses', () => {
  it('makes a house of several funders one house, shared with each of them', () => {
    const register = [
      gift('N-01', FRONT, 50),
      gift('N-01', BANK, 20),
      gift('N-02', FRONT, 60),
      gift('N-03', BANK.toUpperCase(), 7),
      step('N-02', 'BAN_GIAO', '2025-05-01'),
      step('N-01', 'BAN_GIAO', '2025-05-01'),
      step('N-04', 'KHAO_SAT', '2025-05-01', { amountVnd: 5 as never }),
    ];
    const done = { year: 2025, work: 'NHA_XAY_MOI' };
    const houses = housesOf(register, DAY);
    expect(houses).toMatchObject({
      houses: 4,
      alone: 2,
      shared: 1,
      unfunded: 1,
      amountVnd: 142,
      unnamedVnd: 5,
    });
    expect(houses.byOrganisation).toEqual([
      {
        organisation: BANK.toUpperCase(),
        ...{ alone: 1, shared: 1, amountVnd: 27 },
        handedOver: [{ ...done, alone: 0, shared: 1 }],
      },
      {
        organisation: FRONT,
        alone: 1,
        shared: 1,
        amountVnd: 110,
        handedOver: [{ ...done, alone: 1, shared: 1 }],
      },
    ]);
  });

  it('counts a house of two works once, in all and with each funder, and by work with each of its works', () => {
    const repair = { work: 'NHA_SUA_CHUA' } as const;
    const register = [
      gift('N-01', FRONT, 50),
      gift('N-01', FRONT, 20, repair),
      gift('n-02', FRONT, 50),
      gift('N-02', BANK, 20, repair),
      step('N-02', 'BAN_GIAO', '2025-05-01', repair),
      step('N-03', 'KHAO_SAT', '2025-05-01'),
      step('N-03', 'KHAO_SAT', '2025-05-01', repair),
      step('N-04', 'KHAO_SAT', '2025-05-01'),
    ];
    const houses = housesOf(register, DAY);
    expect(houses).toMatchObject({ houses: 4, severalWorks: 3, alone: 1, shared: 1, unfunded: 2 });
    expect(houses.byStatus.map((line) => [line.work, line.status, line.houses])).toEqual([
      ['NHA_SUA_CHUA', 'KHAO_SAT', 1],
      ['NHA_SUA_CHUA', 'KHOI_CONG', 1],
      ['NHA_SUA_CHUA', 'BAN_GIAO', 1],
      ['NHA_XAY_MOI', 'KHAO_SAT', 2],
      ['NHA_XAY_MOI', 'KHOI_CONG', 2],
    ]);
    // The bank pays for the repair alone; the house it shares with who builds it.
    expect(houses.byOrganisation).toMatchObject([
      { organisation: BANK, alone: 0, shared: 1, handedOver: [{ ...repair, alone: 1, shared: 0 }] },
      { organisation: FRONT, alone: 1, shared: 1, amountVnd: 120, handedOver: [] },
    ]);
  });

  it('says nothing of several works where every house has one', () => {
    expect(housesOf([step('N-01', 'KHAO_SAT', '2025-05-01')], DAY)).not.toHaveProperty('severalWorks');
  });

  it('puts funders that may be persons into one line, where a house counts once', () => {
    const register = [gift('N-01', 'Nguyễn Thị Mẫu', 5), gift('N-01', 'Trần Văn Thử', 6)];
    const houses = housesOf(register, DAY);
    expect(houses).toMatchObject({ alone: 0, shared: 1 });
    expect(houses.byOrganisation).toMatchObject([
      { organisation: 'Nhà hảo tâm', alone: 0, shared: 1, amountVnd: 11 },
    ]);
  });

  it('adds equal amounts of one funder for one house, and names the rows that may tell the same twice', () => {
    const twice = gift('N-01', FRONT, 50, { date: '2025-04-01' as IsoDate });
    const register = [
      twice,
      gift('N-01', FRONT, 50),
      gift('N-02', FRONT, 50),
      gift('N-01', BANK, 50),
      gift('N-01', FRONT, 9),
    ];
    expect(housesOf(register, DAY)).toMatchObject({
      amountVnd: 209,
      repeats: [{ row: twice.row, amountVnd: 50 }],
    });
  });
});

describe('houses, for any register', () => {
  const register = fc.array(
    fc.record(
      {
        row: fc.integer({ min: 2, max: 20 }),
        house: fc.constantFrom('MÃ-X1', 'MÃ-X2', 'MÃ-X3'),
        work: fc.constantFrom('NHA_XAY_MOI' as const, 'NHA_SUA_CHUA' as const),
        status: fc.constantFrom(...codesOf(HOUSE_STATUSES)),
        date: fc.constantFrom('2024-06-01', '2025-06-01', '2026-06-01'),
        communeId: fc.constantFrom(COMMUNE, '20197'),
        funder: fc.constantFrom(FRONT, BANK, 'Nguyễn Thị Mẫu', 'Trần Văn Thử'),
        amountVnd: fc.integer({ min: -3, max: 9 }),
      },
      { requiredKeys: ['row', 'house', 'work', 'status', 'date'] },
    ),
    { maxLength: 14 },
  ) as fc.Arbitrary<House[]>;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

  it('every house has one kind of funding, each work one status and one year when it is handed over', () => {
    fc.assert(
      fc.property(register, (some) => {
        const all = housesOf(some, DAY);
        const codes = new Set(some.filter(({ date }) => date <= DAY).map(({ house }) => house));
        expect(all.houses).toBe(codes.size);
        expect(sum(all.byStatus.map(({ houses }) => houses))).toBe(all.houses + (all.severalWorks ?? 0));
        expect(all.alone + all.shared + all.unfunded).toBe(all.houses);
        const handedOver = all.byStatus.filter(({ status }) => status === 'BAN_GIAO');
        expect(sum(all.handedOver.map(({ houses }) => houses))).toBe(
          sum(handedOver.map(({ houses }) => houses)),
        );
        expect(sum(all.byOrganisation.map(({ alone }) => alone))).toBe(all.alone);
      }),
    );
  });

  it('amounts of organisations and of nobody named are all there is', () => {
    fc.assert(
      fc.property(register, (some) => {
        const all = housesOf(some, DAY);
        const counted = some.filter(({ date }) => date <= DAY);
        expect(all.amountVnd).toBe(sum(counted.map(({ amountVnd }) => amountVnd ?? 0)));
        expect(sum(all.byOrganisation.map(({ amountVnd }) => amountVnd)) + all.unnamedVnd).toBe(
          all.amountVnd,
        );
      }),
    );
  });

  it('the order of rows does not matter, the schema fits, and no code of a house comes out', () => {
    fc.assert(
      fc.property(
        register.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
          ),
        ),
        ([some, shuffled]) => {
          const all = housesOf(some, DAY);
          expect(housesOf(shuffled, DAY)).toEqual(all);
          expect(v.parse(v.strictObject(HousesSchema.entries), all)).toEqual(all);
          expect(JSON.stringify(all)).not.toMatch(/MÃ-X|Mẫu|Thử/i);
        },
      ),
    );
  });
});
