/** Plans of a province and its communes beside what the books reached, and houses that count once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#domain/publish/across-schema.ts';
import { csv, given, spent } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline, publicBytes } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { expectSameWhenRebuilt } from '#test/support/rebuilt.ts';

const [PROVINCE, FIRST, SECOND, THIRD] = ['49', '20335', '20338', '20341'] as const;

const target = (indicator: string, unit: string, figure: string) => ({
  year: '2024',
  indicator,
  for_unit: unit,
  target: figure,
});
const gifts = (amount: string) => csv([given({ amount_vnd: amount })]);
const planOf = (plans: readonly Plan[], indicator: string): Plan | undefined =>
  plans.find((plan) => plan.indicator === indicator);

describe('targets', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  let published: Published;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    counter = new Counter(engines, pipeline);
    published = new Published(pipeline.site);
    const into = { kind: 'contributions' } as const;
    await counter.enter(gifts('300.000.000'), { unit: PROVINCE, ...into });
    await counter.enter(gifts('120.000.000'), { unit: FIRST, ...into });
    await counter.enter(gifts('80.000.000'), { unit: SECOND, ...into });
    const plan = csv([
      target('VAN_DONG', '', '500.000.000'),
      target('VAN_DONG', FIRST, '100.000.000'),
      target('VAN_DONG', SECOND, '100.000.000'),
      target('VAN_DONG', THIRD, '50.000.000'),
      target('NHA_XAY_MOI', SECOND, '2'),
    ]);
    await counter.enter(plan, { unit: PROVINCE, kind: 'targets' });
    await counter.publish();
  });
  afterAll(() => engines.stop());

  it('of a province and its communes stand with the province: the whole, and how many communes reached theirs', async () => {
    const { plans } = await published.province(PROVINCE);
    expect(planOf(plans, 'VAN_DONG')).toMatchObject({
      fund: 'QVNN',
      year: '2024',
      indicator: 'VAN_DONG',
      target: 500_000_000,
      reached: 500_000_000,
      units: 3,
      unitsMet: 1,
      unitsTarget: 250_000_000,
    });
    // Targets of houses were given to one commune and to nobody else.
    expect(planOf(plans, 'NHA_XAY_MOI')).toMatchObject({ reached: 0, units: 1, unitsMet: 0, unitsTarget: 2 });
    expect(planOf(plans, 'NHA_XAY_MOI')).not.toHaveProperty('target');
  });

  it('of each commune stand beside what its own book reached', async () => {
    const { unitPlans } = await published.across(await published.province(PROVINCE));
    const lines = unitPlans.map(({ unit, indicator, target: planned, reached }) => [
      unit.code,
      indicator,
      planned,
      reached,
    ]);
    expect(lines.sort()).toEqual([
      [FIRST, 'VAN_DONG', 100_000_000, 120_000_000],
      [SECOND, 'NHA_XAY_MOI', 2, 0],
      [SECOND, 'VAN_DONG', 100_000_000, 80_000_000],
      [THIRD, 'VAN_DONG', 50_000_000, 0],
    ]);
  });

  it('of a province is one of the units of the nation, with all that its communes reached', async () => {
    const nation = await published.nation();
    expect(planOf(nation.plans, 'VAN_DONG')).toMatchObject({
      reached: 500_000_000,
      units: 1,
      unitsMet: 1,
      unitsTarget: 500_000_000,
    });
    const { unitPlans } = await published.across(nation);
    expect(unitPlans.map(({ unit, reached }) => [unit.code, reached])).toContainEqual([
      PROVINCE,
      500_000_000,
    ]);
  });

  it('are no money: no sum of any book knows of them', async () => {
    const { totals, submissions } = await published.statement('QVNN', PROVINCE);
    expect(totals).toMatchObject({ donationsVnd: 300_000_000, closingVnd: 300_000_000, entries: 1 });
    expect(submissions.map(({ kind, acceptedVnd }) => [kind, acceptedVnd])).toEqual([
      ['contributions', 300_000_000],
      ['targets', 0],
    ]);
  });

  it('are reached or missed anew when a commune corrects its book', async () => {
    await counter.enter(gifts('101.000.000'), { unit: SECOND, kind: 'contributions' });
    await counter.publish();
    expect(planOf((await published.province(PROVINCE)).plans, 'VAN_DONG')).toMatchObject({
      reached: 521_000_000,
      unitsMet: 2,
    });
    expect(planOf((await published.nation()).plans, 'VAN_DONG')?.reached).toBe(521_000_000);
    await counter.enter(gifts('10.000.000'), { unit: FIRST, kind: 'contributions' });
    await counter.publish();
    const nation = await published.nation();
    expect(planOf((await published.province(PROVINCE)).plans, 'VAN_DONG')?.unitsMet).toBe(1);
    expect(planOf(nation.plans, 'VAN_DONG')).toMatchObject({ reached: 411_000_000, unitsMet: 0 });
  });

  it('of houses count each house once, however many pay for it', async () => {
    const step = (house: string, status: string, day: string, funder = '', amount = '') => ({
      ...{ house, work: 'NHA_XAY_MOI', status, date: `${day}/2024`, commune: SECOND },
      ...{ funder, amount_vnd: amount },
    });
    const paid = [
      spent({ purpose: 'NHA_XAY_MOI', households: '1', amount_vnd: '50.000.000', commune: SECOND }),
      spent({
        ...{ purpose: 'NHA_XAY_MOI', households: '1', amount_vnd: '30.000.000', commune: SECOND },
        document_no: 'PC-2',
      }),
    ];
    await counter.enter(csv(paid), { unit: SECOND, kind: 'disbursements' });
    await counter.publish();
    // Two payments for one house look like two households; only the register can tell.
    expect(planOf((await published.province(PROVINCE)).plans, 'NHA_XAY_MOI')?.reached).toBe(2);

    const register = csv([
      step('N-1', 'KHOI_CONG', '01/03', 'Công ty TNHH Ví Dụ', '50.000.000'),
      step('N-1', 'BAN_GIAO', '01/06', 'Hội Chữ thập đỏ Mẫu', '30.000.000'),
      step('N-2', 'PHE_DUYET', '01/06', 'Công ty TNHH Ví Dụ', '60.000.000'),
    ]);
    await counter.enter(register, { unit: SECOND, kind: 'houses' });
    await counter.publish();
    const { houses, totals } = await published.statement('QVNN', PROVINCE, SECOND);
    expect(houses).toMatchObject({ houses: 2, alone: 1, shared: 1, unfunded: 0, amountVnd: 140_000_000 });
    expect(houses?.byStatus).toEqual([
      { work: 'NHA_XAY_MOI', status: 'PHE_DUYET', houses: 1 },
      { work: 'NHA_XAY_MOI', status: 'BAN_GIAO', houses: 1 },
    ]);
    expect(
      houses?.byOrganisation.map(({ organisation, alone, shared }) => [organisation, alone, shared]),
    ).toEqual([
      ['Công ty TNHH Ví Dụ', 1, 1],
      ['Hội Chữ thập đỏ Mẫu', 0, 1],
    ]);
    expect(totals.usesVnd).toBe(80_000_000);
    expect(planOf((await published.province(PROVINCE)).plans, 'NHA_XAY_MOI')).toMatchObject({
      reached: 1,
      unitsMet: 0,
    });
  });

  it('of an organisation stand beside the households of the rows that name it, and rows without a name count for none', async () => {
    const [women, youth] = ['Hội Liên hiệp Phụ nữ xã', 'Đoàn Thanh niên xã'];
    const helped = (document_no: string, organisation: string, households: string, purpose = 'SINH_KE') =>
      spent({ document_no, organisation, households, purpose, commune: THIRD });
    const paid = [
      helped('PC-1', women, '3'),
      // One household that both help stands in a row of each, and is counted in each.
      helped('PC-2', women.toUpperCase(), '1', 'GIAO_DUC'),
      helped('PC-3', youth, '1'),
      helped('PC-4', '', '5'),
      helped('PC-5', 'Bà Nguyễn Thị Mẫu', '7'),
    ];
    await counter.enter(csv(paid), { unit: THIRD, kind: 'disbursements' });
    const part = (organisation: string, indicator: string, figure: string, reached = '') => ({
      ...{ year: '2024', indicator, organisation, target: figure, reached },
    });
    const plan = csv([
      part('', 'SINH_KE', '10'),
      part(women, 'SINH_KE', '3', '4'),
      part(youth, 'SINH_KE', '2'),
      part('Hội Nông dân xã', 'SINH_KE', '1'),
      part(women, 'HO_GIUP', '5'),
      part(women, 'VAN_DONG', '1.000.000'),
    ]);
    await counter.enter(plan, { unit: THIRD, kind: 'targets' });
    await counter.publish();
    const { targets = [], findings } = await published.statement('QVNN', PROVINCE, THIRD);
    const lines = targets.map(({ indicator, organisation, organisations, target: planned, reached, met }) =>
      [indicator, organisation ?? organisations ?? '', planned, reached ?? '-', met].join(' '),
    );
    expect(lines).toEqual([
      'VAN_DONG 1 1000000 0 false',
      `VAN_DONG ${women} 1000000 - false`,
      'SINH_KE  10 16 true',
      'SINH_KE 3 6 16 true',
      `SINH_KE ${women} 3 3 true`,
      'SINH_KE Hội Nông dân xã 1 0 false',
      `SINH_KE ${youth} 2 1 false`,
      'HO_GIUP 1 5 17 true',
      `HO_GIUP ${women} 5 4 false`,
    ]);
    expect(findings.filter(({ rule }) => rule === 'TARGET_STATED_DIFFERS')).toMatchObject([
      { rows: [3], params: { indicator: 'SINH_KE', stated: 4, reached: 3 } },
    ]);
    expect(JSON.stringify([...(await publicBytes(pipeline.site)).values()])).not.toContain('Thị Mẫu');
  });

  it('are the same, byte for byte, when everything is derived again', () => expectSameWhenRebuilt(pipeline));
});
