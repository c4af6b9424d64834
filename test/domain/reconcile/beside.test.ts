import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Registers } from '#domain/registers/register.ts';
import { renderFinding } from '#domain/rules/render.ts';
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
  statement,
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

  it('names the communes to which it is owed, and the amount without a sign', () => {
    const found = ofProvince(gifts([[HERE, 500_000]]), uses([[THERE, 400_000]]));
    const told = one(found, 'EARMARK_SPENT_ELSEWHERE');
    expect(told?.params).toEqual({ communes: HERE.name, short: 400_000 });
    expect(told && renderFinding(told).what).toBe(
      `Còn phải dành ít nhất 500.000\u00a0đ cho ${HERE.name}, quỹ chỉ còn 100.000\u00a0đ: ít nhất 400.000\u00a0đ đã dùng nơi khác.`,
    );
  });

  it.each<[string, string]>([
    ['handed over with the balance', 'BAN_GIAO_SO_DU'],
    ['given back', 'HOAN_TRA'],
    ['used where nobody says', 'SINH_KE'],
    ['passed on to a fund that is not named', 'CHUYEN_CAP_DUOI'],
  ])('is not spent elsewhere when it was %s', (_, purpose) => {
    const gone = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose',
      [`PC-1,2024-01-20,500000,${purpose}`],
      { at: 2 },
      PROVINCE,
    );
    expect(one(ofProvince(gifts([[HERE, 500_000]]), gone), 'EARMARK_SPENT_ELSEWHERE')).toBeUndefined();
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
        const unnamed = paid.reduce((total, [to, amount]) => total + (to === undefined ? amount : 0), 0);
        const named = [HERE, THERE].reduce(
          (total, unit) => total + Math.max(0, sum(given, unit) - sum(paid, unit)),
          0,
        );
        const owed = Math.max(0, named - unnamed);
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

  it('compare rounds however the two tables write them', () => {
    const register = allocations([allocation(3, 'PHAN_BO', 400, { round: 'Đợt I' })]);
    const found = ofProvince(received, paid, register);
    expect(found.funnel).toMatchObject({
      rounds: [{ round: 'Đợt I', sentVnd: 400, differenceVnd: 0 }],
      sentUnallocated: [{ round: '2', sentVnd: 50 }],
    });
    expect(all(found, 'ROUND_SENT_DIFFERS')).toEqual([]);
  });

  const later = allocations([
    allocation(2, 'PHAN_BO', 400, { round: '1' }),
    allocation(3, 'PHAN_BO', 90, { round: '1', date: '2024-02-01' as IsoDate }),
    allocation(4, 'PHAN_BO', 2_000, { round: '3', date: '2024-02-02' as IsoDate }),
  ]);

  it('leave out what was allotted after the last day of the movements, and say how many rows', () => {
    const found = ofProvince(received, paid, later);
    expect(found.funnel).toMatchObject({
      allocatedVnd: 400,
      rounds: [{ round: '1', differenceVnd: 0 }],
      laterRows: 2,
    });
    expect(all(found, 'ROUND_SENT_DIFFERS')).toEqual([]);
    expect(one(found, 'ALLOCATED_MORE_THAN_RECEIVED')).toBeUndefined();
  });

  it('count them once movements of those days are handed in', () => {
    const february = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,to_unit,round',
      [`PC-9,2024-02-01,60,CHUYEN_CAP_DUOI,${HERE.code},1`],
      { at: 6, ...FEBRUARY },
      PROVINCE,
    );
    const found = ofProvince(received, paid, later, february);
    expect(found.funnel).not.toHaveProperty('laterRows');
    expect(all(found, 'ROUND_SENT_DIFFERS').map(({ differenceVnd }) => differenceVnd)).toEqual([-30, -2_000]);
  });

  it('are held until the last day of the movements, and no later than they were handed in', () => {
    const row = allocation(2, 'PHAN_BO', 5, { date: '2024-06-15' as IsoDate });
    const table = register('allocations', [row], { at: 5, ...YEAR_2024 });
    const movementsOf = (to: string, at: string) =>
      spending(['PC-1,2024-01-02,5'], { at, from: '2024-01-01', to, openingVnd: 10 });
    const bank = statement({ at: 4, ...YEAR_2024, opening: 10, lines: ['2024-01-02 chi -5'] });
    const laterRows = (...files: Kept[]) => statementOf(...files, table).funnel?.laterRows;
    expect(laterRows(movementsOf('2024-06-15', '2024-06-20'))).toBeUndefined();
    expect(laterRows(movementsOf('2024-06-14', '2024-06-20'))).toBe(1);
    expect(laterRows(movementsOf('2024-12-31', '2024-06-14'))).toBe(1);
    // What the bank saw later is not entered yet.
    expect(laterRows(movementsOf('2024-06-14', '2024-06-20'), bank)).toBe(1);
  });

  it('count whatever was allotted where the book has no movements', () => {
    expect(ofProvince(later).funnel).toMatchObject({ allocatedVnd: 2_490, sentVnd: 0 });
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
    const [found] = all(statementOf(...book, file), 'HOUSE_AMOUNT_REPEATED');
    expect(found && renderFinding(found).what).toContain('(dòng 3)');
    const parts = twice.map((row, i) =>
      register('houses', [row], { at: 3 + i, ...(i === 0 ? {} : FEBRUARY) }),
    );
    const [apart] = all(statementOf(...book, ...parts), 'HOUSE_AMOUNT_REPEATED');
    expect(apart && renderFinding(apart).what).toContain('(ở nhiều tệp)');
  });
});

const target = (row: number, more: Partial<Registers['targets']>) =>
  ({ row, year: 2024, indicator: 'VAN_DONG', targetVnd: vnd(10), ...more }) as Registers['targets'];

describe('targets of a book', () => {
  const taken = income(['PT-1,2024-01-02,500'], { at: 1, openingVnd: 0 });
  const [A, B] = ['Công ty TNHH Ví Dụ', 'Hội Chữ thập đỏ Mẫu'];
  const built = (status: Registers['houses']['status']) => [
    house(2, 'N1', status, { funder: A }),
    house(3, 'N1', status, { funder: B }),
    house(4, 'N2', status, { funder: A }),
  ];
  const ofHouses = (row: number, more: Partial<Registers['targets']>) =>
    target(row, { indicator: 'NHA_XAY_MOI', targetVnd: undefined, target: 2, ...more });
  const stated = (row: Partial<Registers['targets']>, unit?: Unit, ...more: Kept[]) =>
    accountOf([taken, ...more, register('targets', [target(2, row)], { at: 5 }, unit)], unit).statement;

  it('of organisations count their houses handed over, a shared one with each and once in all', () => {
    const plan = register(
      'targets',
      [ofHouses(2, {}), ofHouses(3, { organisation: A.toUpperCase() }), ofHouses(4, { organisation: B })],
      { at: 3 },
    );
    const lines = (status: Registers['houses']['status']) =>
      statementOf(taken, register('houses', built(status), { at: 2 }), plan).targets;
    expect(lines('BAN_GIAO')).toMatchObject([
      { target: 2, reached: 2, met: true },
      { organisations: 2, target: 4, reached: 2, met: false },
      { reached: 2, shared: 1, met: true },
      { organisation: B, reached: 1, shared: 1, met: false },
    ]);
    expect(lines('NGHIEM_THU')?.map(({ reached, shared }) => [reached, shared])).toEqual(
      Array(4).fill([0, undefined]),
    );
    expect(statementOf(taken, plan).targets?.map(({ reached }) => reached)).toEqual([
      0,
      0,
      undefined,
      undefined,
    ]);
  });

  it('count houses to the day to which the statement does', () => {
    const late = [house(2, 'N1', 'BAN_GIAO', { date: '2024-03-05' as IsoDate })];
    const plan = register('targets', [ofHouses(2, { target: 1 })], { at: 3 });
    const { statement, part } = accountOf([taken, register('houses', late, { at: 2 }), plan]);
    expect(statement.houses).toMatchObject({ houses: 0, laterRows: 1 });
    expect(statement.targets).toMatchObject([{ reached: 0, met: false }]);
    expect(part.years).toMatchObject([{ year: '2024', newHouses: 0, registered: true }]);
  });

  it('are not reached in a year in which the register hands nothing over, with movements or without', () => {
    const begun = register('houses', [house(2, 'N1', 'KHOI_CONG', { date: '2023-03-05' as IsoDate })], {
      at: 2,
    });
    expect(
      accountOf([taken, begun]).part.years.map(({ year, newHouses, registered }) => [
        year,
        newHouses,
        registered,
      ]),
    ).toEqual([
      ['2023', 0, true],
      ['2024', 0, true],
    ]);
  });

  it('stated as reached otherwise than in the book are named, by amount or by number', () => {
    expect(all(stated({ statedVnd: vnd(700) }), 'TARGET_STATED_DIFFERS')).toMatchObject([
      {
        ...{ severity: 'warning', rows: [2], expectedVnd: 500, actualVnd: 700, differenceVnd: 200 },
        params: { indicator: 'VAN_DONG', year: '2024', stated: 700, reached: 500 },
      },
    ]);
    const [found] = all(
      stated({ ...ofHouses(2, { stated: 3 }) }, undefined, register('houses', built('BAN_GIAO'), { at: 2 })),
      'TARGET_STATED_DIFFERS',
    );
    expect(found).not.toHaveProperty('expectedVnd');
    expect(found && renderFinding(found).what).toBe(
      'Nhà xây mới (nhà), năm 2024: bảng chỉ tiêu ghi đã đạt 3, sổ cho thấy 2 (dòng 2).',
    );
  });

  it.each<[string, Partial<Registers['targets']>, Unit?]>([
    ['as it is in the book', { statedVnd: vnd(500) }],
    ['not at all', {}],
    ['for a unit below', { unitId: THERE.id, statedVnd: vnd(1) }],
    ['of a year that the book does not tell of', { year: 2020, statedVnd: vnd(1) }],
    ['by a province, which reaches it with its communes', { statedVnd: vnd(1) }, unitOf('49')],
  ])('stated %s are no difference', (_, row, unit) => {
    expect(all(stated(row, unit), 'TARGET_STATED_DIFFERS')).toEqual([]);
  });
});

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

  it('are those that its statement goes by: the own unit named is the own unit left blank', () => {
    const rows = [target(2, {}), target(3, { unitId: COMMUNE.id, targetVnd: vnd(5) })];
    const { part, statement } = accountOf([...years, register('targets', rows, { at: 3, ...YEAR_2024 })]);
    expect(part.targets).toMatchObject([{ target: 5, row: 3 }]);
    expect(part.targets[0]).not.toHaveProperty('unitId');
    expect(statement.targets).toMatchObject([{ target: 5, row: 3, reached: 30, met: true, twice: true }]);
  });

  it('are its transfers by day, each with its file and row', () => {
    const below = movements(
      'disbursements',
      'document_no,date,amount_vnd,purpose,to_unit',
      [`PC-1,2024-01-20,40,CHUYEN_CAP_DUOI,${HERE.code}`, `PC-2,2024-01-05,50,CHUYEN_CAP_DUOI,`],
      { at: 2 },
      PROVINCE,
    );
    const since = below.file.submission.declaration.receivedAt;
    expect(accountOf([gifts([[undefined, 100]]), below], PROVINCE).part.transfers).toEqual([
      { direction: 'out', date: '2024-01-05', amountVnd: 50, row: 3, digest: digestOf(below), since },
      {
        direction: 'out',
        date: '2024-01-20',
        amountVnd: 40,
        row: 2,
        digest: digestOf(below),
        other: HERE.id,
        since,
      },
    ]);
  });
});
