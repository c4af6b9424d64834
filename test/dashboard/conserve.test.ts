/** What the page of the sums proves, on a snapshot that adds up and on ones that were made not to. */
import { describe, expect, test } from 'vitest';
import { loadPage } from '#dashboard/src/data/load.ts';
import { objectsOf } from '#dashboard/src/data/objects.ts';
import type { ConserveData } from '#dashboard/src/data/pages.ts';
import { atlasOf } from '#dashboard/src/gazetteer/atlas.ts';
import { differences, openTransfers } from '#dashboard/src/lib/across.ts';
import { loadInBatches } from '#dashboard/src/lib/batches.ts';
import { differingOf, isCleared } from '#dashboard/src/lib/cleared.ts';
import {
  clearedOf,
  insideOf,
  nationRows,
  proofOf,
  provinceRows,
  sumCleared,
  unexplainedVnd,
} from '#dashboard/src/lib/conserve.ts';
import { ownFindings, ownTransfers } from '#dashboard/src/lib/own-transfers.ts';
import {
  conditionsText,
  givenText,
  metText,
  planColumns,
  planResult,
  plansOf,
  reachedText,
  unitPlansOf,
} from '#dashboard/src/lib/plans.ts';
import { totalsOf } from '#dashboard/src/lib/totals.ts';
import { fileHref, parseRoute } from '#dashboard/src/routes.ts';
import type { IsoDate } from '#domain/date.ts';
import { type Across, AcrossSchema, type Cleared, type Plan } from '#domain/publish/across-schema.ts';
import { ProvinceSchema } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import type { Unit } from '#domain/units/unit.ts';
import {
  CENTRE,
  CHIENG_AN_UNIT,
  GIVEN,
  SENDS,
  SON_LA,
  TAKES,
  TARGETS,
  TO_HIEU_UNIT,
  TRANSIT_VND,
  UNSENT_VND,
} from './support/made-across.ts';
import { madeSnapshot } from './support/made-snapshot.ts';
import { DAY, FUND } from './support/made-totals.ts';
import { memoryWorld } from './support/world.ts';

const TODAY = '2025-11-01' as IsoDate;

function reader(site = madeSnapshot()) {
  const objects = objectsOf(memoryWorld(site));
  const load = (path: string) =>
    loadPage({ objects, atlas: atlasOf(objects) }, parseRoute(new URL(path, 'http://localhost')), TODAY);
  const page = async (path: string): Promise<ConserveData> => {
    const result = await load(path);
    if (!result.ok || result.value.page !== 'conserve') throw new Error(JSON.stringify(result));
    return result.value;
  };
  const across = async (path: string): Promise<Across> => {
    const data = await page(path);
    return objects.object((data.province ?? data.nation).across as Sha256, AcrossSchema);
  };
  return { objects, load, page, across };
}

const nationProof = ({ nation }: ConserveData) =>
  proofOf(
    [...(nation.centre === undefined ? [] : [nation.centre]), ...nation.provinces].map(({ funds }) => funds),
    FUND,
    totalsOf(nation.funds, FUND),
  );

describe('the proof', () => {
  test('holds where the parts add up, over every figure', async () => {
    const proof = nationProof(await reader().page('/doi-soat'));
    expect(proof).toMatchObject({ parts: 2, unequal: [], unclosedVnd: 0, holds: true });
    expect(proof.figures).toBe(Object.keys(totalsOf([], FUND)).length);
  });

  test('one đồng too much in the nation is found, with both figures', async () => {
    const proof = nationProof(await reader(madeSnapshot({ nationVnd: 1 })).page('/doi-soat'));
    expect(proof.holds).toBe(false);
    expect(proof.unequal).toMatchObject([{ label: 'Ủng hộ', money: true }]);
    expect((proof.unequal[0]?.whole ?? 0) - (proof.unequal[0]?.sum ?? 0)).toBe(1);
    expect(proof.unclosedVnd).toBe(1);
  });

  test('a province whose own node says otherwise than the nation counts is found', async () => {
    for (const [provinceVnd, holds] of [
      [0, true],
      [5, false],
    ] as const) {
      const { objects, page } = reader(madeSnapshot({ provinceVnd }));
      const { nation } = await page('/doi-soat');
      const [line] = nation.provinces;
      if (line === undefined) throw new Error('no province');
      const inside = insideOf(await objects.object(line.object, ProvinceSchema), line, FUND);
      expect([inside.same, inside.proof.holds]).toEqual([holds, holds]);
    }
  });

  test('a fund without books adds up to nothing, and says so with no part', () => {
    expect(proofOf([[]], FUND, totalsOf([], FUND))).toMatchObject({ parts: 0, holds: true });
  });
});

describe('the lines', () => {
  test('of the nation lead into the provinces, of a province to the books', async () => {
    const { page } = reader();
    const { nation } = await page('/doi-soat');
    expect(nationRows(nation.centre, nation.provinces, FUND).map(({ id, href }) => [id, href])).toEqual([
      ['TW', '/tw/so/QVNN'],
      ['14', '/doi-soat/14?quy=QVNN'],
    ]);
    const { province } = await page('/doi-soat/14');
    if (province === undefined) throw new Error('no province');
    expect(provinceRows(province, FUND).map(({ name, href }) => [name, href])).toEqual([
      ['Sổ của chính Tỉnh Sơn La', '/tinh/14/so/QVNN'],
      ['Phường Tô Hiệu', '/xa/03646/so/QVNN'],
      ['Phường Chiềng An', '/xa/03664/so/QVNN'],
    ]);
  });

  test('a province that nobody reported under is missing, and said to be', async () => {
    expect(await reader().load('/doi-soat/01')).toMatchObject({ ok: false, error: { kind: 'missing' } });
    expect(await reader().load('/doi-soat/99')).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

describe('money between levels', () => {
  test('the steps explain all that books passed on and did not receive', async () => {
    const { page } = reader();
    const { nation } = await page('/doi-soat');
    const { province } = await page('/doi-soat/14');
    const steps = [clearedOf(nation.cleared, FUND), clearedOf(province?.cleared ?? [], FUND)].filter(
      (step) => step !== undefined,
    );
    expect(steps).toHaveLength(2);
    const totals = totalsOf(nation.funds, FUND);
    expect(unexplainedVnd(totals, sumCleared(steps))).toBe(0);
    expect(unexplainedVnd(totals, sumCleared(steps.slice(0, 1)))).not.toBe(0);
  });

  test('differences that cancel out are no agreement, and add up without sign', () => {
    const zero = { sentVnd: 0, receivedVnd: 0, transitVnd: 0, unsentVnd: 0, differingVnd: 0 } as Cleared;
    const of = (more: object) => ({ ...zero, pairs: 2, unpaired: 0, ...more }) as Cleared;
    const [hidden, short] = [{ differingPairs: 2, differingGrossVnd: 120 }, { differingVnd: -5 }].map(of);
    if (hidden === undefined || short === undefined) throw new Error('no steps');
    expect([of({}), hidden, short, of({ unpaired: 2 })].map(isCleared)).toEqual([true, false, false, false]);
    // A node of an earlier release tells of the sum alone.
    expect([differingOf(short), differingOf(of({}))]).toEqual([
      { pairs: 1, grossVnd: 5 },
      { pairs: 0, grossVnd: 0 },
    ]);
    expect(sumCleared([hidden, short])).toMatchObject({
      ...{ differingVnd: -5, differingPairs: 3, differingGrossVnd: 125 },
    });
  });

  test('an open transfer says whose, to whom, how old, and leads to its row', async () => {
    const open = openTransfers(await reader().across('/doi-soat'), FUND, DAY);
    expect(open).toMatchObject([
      {
        ...{ direction: 'out', amountVnd: TRANSIT_VND, otherName: 'Tỉnh Sơn La', round: 'Đợt 2', days: 10 },
        href: fileHref(CENTRE, FUND, SENDS, 3),
      },
    ]);
  });

  test('what came from nobody, and what the two ends tell differently', async () => {
    const across = await reader().across('/doi-soat/14');
    expect(openTransfers(across, FUND, DAY)).toMatchObject([
      { direction: 'in', amountVnd: UNSENT_VND, href: fileHref(CHIENG_AN_UNIT, FUND, GIVEN, 4) },
    ]);
    const [pair] = differences(across, FUND);
    expect(pair).toMatchObject({
      ...{ differenceVnd: -1_000_000, in: [{ href: fileHref(TO_HIEU_UNIT, FUND, TAKES, 6) }] },
      out: [{ unit: { id: SON_LA.id }, otherName: 'Phường Tô Hiệu' }],
    });
  });

  test('a receiver without a book here is called by the name published for it, else by its code', async () => {
    const across = await reader().across('/doi-soat');
    const alone = { ...across, books: across.books.slice(0, 1) };
    const { id, code, name } = SON_LA;
    const called = (more: Partial<Across>) => openTransfers({ ...alone, ...more }, FUND, DAY)[0]?.otherName;
    expect(called({ silent: [{ id, code, name }] })).toBe('Tỉnh Sơn La');
    expect(called({ others: [{ id, name }] })).toBe('Tỉnh Sơn La');
    expect(called({ others: [{ id, name: 'Xã Mẫu', province: 'Tỉnh Ví Dụ' }] })).toBe('Xã Mẫu, Tỉnh Ví Dụ');
    expect(called({})).toBe('đơn vị mã 14');
  });

  test('pairs that agree and other funds are not listed', async () => {
    const across = await reader().across('/doi-soat');
    expect(differences(across, FUND)).toEqual([]);
    expect(openTransfers(across, 'YAGI-2024' as typeof FUND, DAY)).toEqual([]);
  });

  test('a book lists its own: met by a row of the other book, differing, on the way, or awaited', async () => {
    const [nation, province] = [await reader().across('/doi-soat'), await reader().across('/doi-soat/14')];
    const told = (unit: Unit) =>
      ownTransfers([nation, province], unit.id, FUND).map(({ state, direction, amountVnd, met }) => [
        `${state} ${direction}`,
        amountVnd,
        met.map(({ href }) => href),
      ]);
    const states = (unit: Unit) => told(unit).map(([state]) => state);
    // The province awaits what the centre sent; what it sent itself differs in one commune.
    expect(states(SON_LA)).toContain('AWAITED out');
    expect(states(SON_LA)[0]).toBe('DIFFERS out');
    const [first] = told(TO_HIEU_UNIT);
    expect(first?.[0]).toBe('DIFFERS in');
    expect(first?.[2]).toHaveLength(1);
    expect(states(CHIENG_AN_UNIT)).toContain('OPEN in');
    expect(states(CENTRE)).toContain('OPEN out');
    expect(ownTransfers([nation], CENTRE.id, 'YAGI-2024' as typeof FUND)).toEqual([]);
  });

  test('a book is party to findings in its own rows and to those about it in rows of others', async () => {
    const across = await reader().across('/doi-soat/14');
    const rulesOf = (unit: Unit) => ownFindings(across.findings, unit.id, FUND).map(({ rule }) => rule);
    expect(rulesOf(TO_HIEU_UNIT)).toContain('TRANSFER_AMOUNTS_DIFFER');
    expect(rulesOf(SON_LA)).toContain('TRANSFER_AMOUNTS_DIFFER');
    expect(rulesOf(CHIENG_AN_UNIT)).toContain('TRANSFER_FROM_NOBODY');
    expect(rulesOf(CHIENG_AN_UNIT)).not.toContain('TRANSFER_AMOUNTS_DIFFER');
  });
});

describe('plans', () => {
  test('say how many of the units below met theirs', () => {
    expect(metText({ units: 13, unitsMet: 11 }, 'xã, phường')).toBe('11 trên 13 xã, phường được giao đã đạt');
    expect(metText({ units: 0, unitsMet: 0 }, 'xã, phường')).toBeUndefined();
  });

  test.each([
    [339_083_709, 400_000_000, '84,8%'],
    [5, undefined, '–'],
    [5, 0, '–'],
  ])('%d of %s is %s', (reached, target, text) => {
    expect(reachedText(reached, target)).toBe(text);
  });

  test.each([
    [
      true,
      10,
      12,
      13,
      13,
      'Đạt cả hai điều kiện',
      'Chỉ tiêu chung: đạt. Chỉ tiêu riêng: 13 trên 13 xã được giao đã đạt.',
    ],
    [
      false,
      10,
      12,
      12,
      13,
      'Chưa đạt đủ hai điều kiện',
      'Chỉ tiêu chung: đạt. Chỉ tiêu riêng: 12 trên 13 xã được giao đã đạt.',
    ],
    [
      false,
      10,
      9,
      13,
      13,
      'Chưa đạt đủ hai điều kiện',
      'Chỉ tiêu chung: chưa đạt. Chỉ tiêu riêng: 13 trên 13 xã được giao đã đạt.',
    ],
    [false, 10, 10, 0, 0, 'Đạt chỉ tiêu chung', undefined],
    [false, 10, 9, 0, 0, 'Chưa đạt chỉ tiêu chung', undefined],
    [false, undefined, 9, 1, 1, '–', undefined],
  ])(
    'met %s, target %s, reached %d, %d of %d units: %s',
    (met, target, reached, unitsMet, units, said, conditions) => {
      const plan = { met, target, reached, units, unitsMet };
      expect(planResult(plan)).toBe(said);
      expect(conditionsText(plan, 'xã')).toBe(conditions);
    },
  );

  test('what the units with a target reached stands beside their targets, not what all reached', () => {
    const plan = {
      ...({ fund: FUND, year: '2023', indicator: 'NHA_XAY_MOI', reached: 53, met: false } as const),
      ...{ units: 1, unitsMet: 0, unitsTarget: 15, unitsBelow: 34 },
    };
    const [given, others] = ['1 tỉnh được giao, cộng 15', '33 tỉnh không được giao chỉ tiêu riêng'];
    expect(givenText({ ...plan, unitsReached: 12 }, 'tỉnh')).toBe(
      `${given}; riêng các nơi ấy đã đạt 12; ${others}`,
    );
    expect(givenText(plan, 'tỉnh')).toBe(`${given}; ${others}`);
    expect(givenText({ ...plan, unitsBelow: 0 }, 'tỉnh')).toBe(given);
    expect(givenText({ ...plan, units: 0 }, 'tỉnh')).toBeUndefined();
  });

  test('columns that no plan fills are left out', () => {
    const whole = { fund: FUND, year: '2023', indicator: 'NHA_XAY_MOI', reached: 53, met: false } as const;
    const none = { units: 0, unitsMet: 0, unitsTarget: 0, unitsBelow: 34 };
    const ids = (...plans: Plan[]) => planColumns(plans, 'tỉnh').map(({ id }) => id);
    expect(ids({ ...whole, ...none })).toEqual(['indicator', 'reached']);
    expect(ids({ ...whole, ...none, units: 1 })).toEqual(['indicator', 'reached', 'units']);
    const all = ['indicator', 'target', 'reached', 'share', 'units', 'result'];
    expect(ids({ ...whole, ...none, target: 60 }, { ...whole, ...none, units: 1 })).toEqual(all);
  });

  test('the latest year comes first; other funds stay out', () => {
    const plan = (fund: string, year: string, indicator: string) => ({ fund, year, indicator });
    const plans = [
      plan('QVNN', '2024', 'VAN_DONG'),
      plan('QVNN', '2025', 'NHA_XAY_MOI'),
      plan('QVNN', '2025', 'VAN_DONG'),
      plan('X', '2025', 'VAN_DONG'),
    ] as unknown as Parameters<typeof plansOf>[0];
    expect(plansOf(plans, FUND).map(({ year, indicator }) => `${year} ${indicator}`)).toEqual([
      '2025 VAN_DONG',
      '2025 NHA_XAY_MOI',
      '2024 VAN_DONG',
    ]);
  });

  test('of single units lead to the row that sets them', async () => {
    const plans = unitPlansOf(await reader().across('/doi-soat/14'), FUND);
    expect(plans.map(({ unit, met, href }) => [unit.id, met, href])).toEqual([
      ['03646@2025-07-01', true, fileHref(SON_LA, FUND, TARGETS, 2)],
      ['03664@2025-07-01', false, fileHref(SON_LA, FUND, TARGETS, 3)],
    ]);
  });
});

describe('a few at once', () => {
  test('all items are worked on, never more than so many together', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await loadInBatches([1, 2, 3, 4, 5], 2, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      done.push(item);
    });
    expect([done.toSorted(), most]).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  test('a failure is thrown, not swallowed', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('no 2');
    };
    await expect(loadInBatches([1, 2, 3], 2, work)).rejects.toThrow('no 2');
  });
});
