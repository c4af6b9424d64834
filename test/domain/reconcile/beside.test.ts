import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Registers } from '#domain/registers/register.ts';
import type { Unit } from '#domain/units/unit.ts';
import {
  accountOf,
  all,
  digestOf,
  FEBRUARY,
  income,
  type Kept,
  movements,
  one,
  register,
  registry,
  spending,
  statementOf,
  unitOf,
  YEAR_2024,
} from './books.ts';

const COMMUNE = unitOf('20335');
const PROVINCE = unitOf(COMMUNE.provinceId ?? '');
const [HERE, THERE] = registry
  .all()
  .filter(({ provinceId, validFrom }) => provinceId === PROVINCE.id && validFrom === undefined)
  .slice(0, 2) as [Unit, Unit];

const ofProvince = (...files: Kept[]) => accountOf(files, PROVINCE).statement;

/** Gifts to a province for a commune, and what it paid there or elsewhere: amounts by commune. */
const gifts = (amounts: readonly (readonly [Unit | undefined, number])[], at = 1) =>
  movements(
    'contributions',
    'document_no,date,amount_vnd,earmark',
    amounts.map(([unit, amount], i) => `PT-${i},2024-01-02,${amount},${unit?.code ?? ''}`),
    { at, openingVnd: 0 },
    PROVINCE,
  );
const uses = (amounts: readonly (readonly [Unit | undefined, number])[], at = 2) =>
  movements(
    'disbursements',
    'document_no,date,amount_vnd,purpose,commune',
    amounts.map(([unit, amount], i) => `PC-${i},2024-01-20,${amount},SINH_KE,${unit?.code ?? ''}`),
    { at },
    PROVINCE,
  );

describe('money given for a named commune', () => {
  it('is not spent elsewhere while the balance covers what is owed there', () => {
    const given = gifts([
      [HERE, 500_000],
      [undefined, 500_000],
    ]);
    expect(one(ofProvince(given, uses([[THERE, 500_000]])), 'EARMARK_SPENT_ELSEWHERE')).toBeUndefined();
    expect(
      one(
        ofProvince(
          given,
          uses([
            [HERE, 500_000],
            [THERE, 500_000],
          ]),
        ),
        'EARMARK_SPENT_ELSEWHERE',
      ),
    ).toBeUndefined();
  });

  it('is spent elsewhere by exactly what the balance does not cover', () => {
    const given = gifts([
      [HERE, 500_000],
      [undefined, 500_000],
    ]);
    expect(one(ofProvince(given, uses([[THERE, 600_000]])), 'EARMARK_SPENT_ELSEWHERE')).toMatchObject({
      expectedVnd: 500_000,
      actualVnd: 400_000,
      differenceVnd: -100_000,
    });
  });

  it('has reached the commune when it was passed on to its own fund', () => {
    const passed = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,to_unit',
      [`PC-1,2024-01-20,500000,CHUYEN_CAP_DUOI,${HERE.code}`],
      { at: 2 },
      PROVINCE,
    );
    expect(one(ofProvince(gifts([[HERE, 500_000]]), passed), 'EARMARK_SPENT_ELSEWHERE')).toBeUndefined();
    const elsewhere = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,to_unit',
      [`PC-1,2024-01-20,500000,CHUYEN_CAP_DUOI,${THERE.code}`],
      { at: 2 },
      PROVINCE,
    );
    expect(one(ofProvince(gifts([[HERE, 500_000]]), elsewhere), 'EARMARK_SPENT_ELSEWHERE')).toMatchObject({
      differenceVnd: -500_000,
    });
  });

  it('falls short by what is owed less what is left, never by more, whatever was given and paid', () => {
    const units = fc.constantFrom(HERE, THERE, undefined);
    const amounts = (most: number) =>
      fc.array(fc.tuple(units, fc.integer({ min: 1, max: most })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts(500), amounts(300), (given, paid) => {
        const found = ofProvince(gifts(given), uses(paid));
        const sum = (of: typeof given, unit: Unit) =>
          of.reduce((total, [to, amount]) => total + (to?.id === unit.id ? amount : 0), 0);
        const owed = [HERE, THERE].reduce(
          (total, unit) => total + Math.max(0, sum(given, unit) - sum(paid, unit)),
          0,
        );
        const short = owed - Math.max(0, found.totals.closingVnd);
        const told = one(found, 'EARMARK_SPENT_ELSEWHERE');
        if (short <= 0) expect(told).toBeUndefined();
        else expect(told).toMatchObject({ expectedVnd: owed, differenceVnd: -short });
      }),
      { numRuns: 60 },
    );
  });
});

const allocation = (
  row: number,
  stage: 'DANG_KY' | 'PHAN_BO',
  amountVnd: number,
  more: Partial<Registers['allocations']> = {},
) =>
  ({
    row,
    stage,
    date: '2024-01-05' as IsoDate,
    amountVnd: vnd(amountVnd),
    ...more,
  }) as Registers['allocations'];
const allocations = (rows: readonly Registers['allocations'][], at = 5) =>
  register('allocations', rows, { at }, PROVINCE);

describe('the stages of money', () => {
  const received = gifts([[undefined, 1_000]]);
  const paid = movements(
    'disbursements',
    'document_no,date,amount_vnd,purpose,to_unit,round',
    [
      'PC-1,2024-01-20,300,SINH_KE,,',
      `PC-2,2024-01-21,400,CHUYEN_CAP_DUOI,${HERE.code},1`,
      `PC-3,2024-01-22,50,CHUYEN_CAP_DUOI,${THERE.code},2`,
    ],
    { at: 2 },
    PROVINCE,
  );

  it('are not told where nobody handed in what was promised or allotted', () => {
    expect(ofProvince(received, paid).funnel).toBeUndefined();
  });

  it('stand beside each other and in no sum', () => {
    const register = allocations([
      allocation(2, 'DANG_KY', 5_000),
      allocation(3, 'PHAN_BO', 450, { round: '1' }),
      allocation(4, 'PHAN_BO', 100),
    ]);
    const found = ofProvince(received, paid, register);
    expect(found.funnel).toEqual({
      pledgedVnd: 5_000,
      receivedVnd: 1_000,
      allocatedVnd: 550,
      disbursedVnd: 300,
      sentVnd: 450,
      rounds: [
        { round: '1', date: '2024-01-05', allocatedVnd: 450, sentVnd: 400, differenceVnd: -50, receivers: 0 },
      ],
      sentUnallocated: [{ round: '2', sentVnd: 50 }],
    });
    expect(found.totals).toEqual({
      ...ofProvince(received, paid).totals,
      submissions: 3,
      warnings: found.totals.warnings,
    });
    expect(all(found, 'ROUND_SENT_DIFFERS')).toMatchObject([
      { expectedVnd: 450, actualVnd: 400, differenceVnd: -50, params: { round: '1' } },
    ]);
    expect(one(found, 'ALLOCATED_MORE_THAN_RECEIVED')).toBeUndefined();
  });

  it('name what was allotted beyond what came in', () => {
    const found = ofProvince(received, paid, allocations([allocation(2, 'PHAN_BO', 1_001)]));
    expect(all(found, 'ALLOCATED_MORE_THAN_RECEIVED')).toMatchObject([
      { expectedVnd: 1_000, actualVnd: 1_001, differenceVnd: 1 },
    ]);
    expect(
      one(
        ofProvince(received, paid, allocations([allocation(2, 'PHAN_BO', 1_000)])),
        'ALLOCATED_MORE_THAN_RECEIVED',
      ),
    ).toBeUndefined();
  });
});

const house = (
  row: number,
  code: string,
  status: Registers['houses']['status'],
  more: Partial<Registers['houses']> = {},
) =>
  ({
    row,
    house: code,
    work: 'NHA_XAY_MOI',
    status,
    date: '2024-01-10' as IsoDate,
    ...more,
  }) as Registers['houses'];

describe('houses', () => {
  const book = [
    income(['PT-1,2024-01-02,500'], { at: 1, openingVnd: 0 }),
    movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,households',
      [
        'PC-1,2024-01-20,100,NHA_XAY_MOI,2',
        'PC-2,2024-01-21,100,NHA_XAY_MOI,2',
        'PC-3,2024-01-22,10,NHA_SUA_CHUA,1',
      ],
      { at: 2 },
    ),
  ];
  const yearOf = (...files: Kept[]) => accountOf(files).part.years;

  it('are counted by payments where there is no register, and by the register where there is one', () => {
    expect(yearOf(...book)).toMatchObject([{ year: '2024', newHouses: 4, repairs: 1 }]);
    const houses = register(
      'houses',
      [
        house(2, 'N1', 'BAN_GIAO', { funder: 'Công ty A', amountVnd: vnd(60) }),
        house(3, 'N1', 'BAN_GIAO', { funder: 'Công ty B', amountVnd: vnd(40) }),
        house(4, 'N2', 'KHOI_CONG'),
      ],
      { at: 3 },
    );
    expect(yearOf(...book, houses)).toMatchObject([{ year: '2024', newHouses: 1, repairs: 0 }]);
    expect(statementOf(...book, houses).houses).toMatchObject({ houses: 2, shared: 1 });
  });

  it('handed over in a year without movements make a year of their own', () => {
    const houses = register('houses', [house(2, 'N1', 'BAN_GIAO', { date: '2023-12-30' as IsoDate })], {
      at: 3,
    });
    expect(
      yearOf(...book, houses).map(({ year, newHouses, donationsVnd }) => [year, newHouses, donationsVnd]),
    ).toEqual([
      ['2023', 1, 0],
      ['2024', 0, 500],
    ]);
  });

  it('whose amounts are told twice are named by rows of one file', () => {
    const twice = [
      house(2, 'N1', 'KHOI_CONG', { funder: 'Công ty A', amountVnd: vnd(60) }),
      house(3, 'N1', 'BAN_GIAO', { funder: 'Công ty A', amountVnd: vnd(60), date: '2024-01-20' as IsoDate }),
    ];
    const file = register('houses', twice, { at: 3 });
    expect(all(statementOf(...book, file), 'HOUSE_AMOUNT_REPEATED')).toMatchObject([
      { count: 1, actualVnd: 60, digest: digestOf(file), rows: [3] },
    ]);
  });
});

const target = (row: number, more: Partial<Registers['targets']>) =>
  ({ row, year: 2024, indicator: 'VAN_DONG', targetVnd: vnd(10), ...more }) as Registers['targets'];

describe('what a book tells the units about it', () => {
  const years = [
    income(['PT-1,2023-12-31,70', 'PT-2,2024-01-01,30'], {
      at: 1,
      from: '2023-12-31',
      to: '2024-01-31',
      openingVnd: 0,
    }),
    spending(['PC-1,2024-01-02,5,SINH_KE', 'PC-2,2024-01-02,6,PHI_NGAN_HANG'], { at: 2 }),
  ];

  it('are its calendar years, gifts and uses alone', () => {
    const interest = income(['PT-3,2024-02-01,9,LAI_TIEN_GUI', 'PT-4,2024-02-02,8,CAP_TREN_CHUYEN'], {
      at: 3,
      ...FEBRUARY,
    });
    expect(accountOf([...years, interest]).part.years).toMatchObject([
      { year: '2023', donationsVnd: 70, usesVnd: 0 },
      { year: '2024', donationsVnd: 30, usesVnd: 5 },
    ]);
  });

  it('are its targets: of a unit, year and indicator the later row, without those of single organisations', () => {
    const first = register(
      'targets',
      [
        target(2, {}),
        target(3, { targetVnd: vnd(12) }),
        target(4, { unitId: THERE.id, targetVnd: vnd(3) }),
        target(5, { organisation: 'Hội A', targetVnd: vnd(99) }),
        target(6, { unitText: 'không rõ', targetVnd: vnd(98) }),
        target(7, { indicator: 'NHA_XAY_MOI', targetVnd: undefined, target: 4 }),
      ],
      { at: 3, ...YEAR_2024 },
    );
    const second = register('targets', [target(2, { year: 2025, targetVnd: vnd(0) })], {
      at: 4,
      from: '2025-01-01',
      to: '2025-12-31',
    });
    expect(
      accountOf([...years, first, second]).part.targets.map(
        ({ year, indicator, unitId, target: figure, row }) => [year, indicator, unitId, figure, row],
      ),
    ).toEqual([
      ['2024', 'NHA_XAY_MOI', undefined, 4, 7],
      ['2024', 'VAN_DONG', undefined, 12, 3],
      ['2024', 'VAN_DONG', THERE.id, 3, 4],
      ['2025', 'VAN_DONG', undefined, 0, 2],
    ]);
  });

  it('are its transfers by day, each with its file and row', () => {
    const below = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,to_unit',
      [`PC-1,2024-01-20,40,CHUYEN_CAP_DUOI,${HERE.code}`, `PC-2,2024-01-05,50,CHUYEN_CAP_DUOI,`],
      { at: 2 },
      PROVINCE,
    );
    expect(accountOf([gifts([[undefined, 100]]), below], PROVINCE).part.transfers).toEqual([
      { direction: 'out', date: '2024-01-05', amountVnd: 50, row: 3, digest: digestOf(below) },
      {
        direction: 'out',
        date: '2024-01-20',
        amountVnd: 40,
        row: 2,
        digest: digestOf(below),
        other: HERE.id,
      },
    ]);
  });
});
