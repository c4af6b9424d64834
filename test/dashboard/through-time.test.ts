/** The same books on today's map and as they were reported: both ways round, to the đồng, on what the product publishes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPage } from '#dashboard/src/data/load.ts';
import { loadMonths } from '#dashboard/src/data/months.ts';
import { objectsOf } from '#dashboard/src/data/objects.ts';
import type { NationData, ProvinceData, StatementData, UnitData } from '#dashboard/src/data/pages.ts';
import { atlasOf } from '#dashboard/src/gazetteer/atlas.ts';
import { childPart, loosePart, mapPart, type Part } from '#dashboard/src/lib/parts.ts';
import { totalsOf } from '#dashboard/src/lib/totals.ts';
import { parseRoute } from '#dashboard/src/routes.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Totals } from '#domain/publish/node-parts.ts';
import { sampleBooks } from '#infra/local/sample-books/manifest.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { publishFiles, type Site } from './support/snapshot.ts';
import {
  AN_MY_HANDED_VND,
  HOA_LIEN_IN_VND,
  TAM_KY,
  TAM_THANG_HANDED_VND,
  throughTime,
} from './support/through-time.ts';
import { memoryWorld } from './support/world.ts';

const TODAY = '2026-11-26' as IsoDate;
const FUND = 'QVNN' as FundCode;
let engines: TestEngines;
let site: Site;

beforeAll(async () => {
  engines = await startTestEngines();
  site = await publishFiles(engines, throughTime());
});

afterAll(() => engines.stop());

function reader() {
  const world = memoryWorld(site);
  const objects = objectsOf(world);
  const atlas = atlasOf(objects);
  const page = async <P>(path: string): Promise<P> => {
    const route = parseRoute(new URL(path, 'http://localhost'));
    const result = await loadPage({ objects, atlas }, route, TODAY);
    if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.error)}`);
    return result.value as P;
  };
  return { world, objects, atlas, page };
}

const AMOUNTS = [
  'openingVnd',
  'donationsVnd',
  'transfersInVnd',
  'handoversInVnd',
  'interestVnd',
  'refundsInVnd',
  'usesVnd',
  'transfersOutVnd',
  'handoversOutVnd',
  'refundsOutVnd',
  'feesVnd',
  'closingVnd',
  'entries',
  'statements',
] as const satisfies readonly (keyof Totals)[];

const amounts = (totals: Totals) => AMOUNTS.map((field) => totals[field]);
const sums = (parts: readonly (Part | undefined)[]) =>
  AMOUNTS.map((field) => parts.reduce((sum, part) => sum + (part?.totals[field] ?? 0), 0));

const CODES: Readonly<Record<string, string>> = {
  'Phường Tam Kỳ': '20341',
  'Phường Bàn Thạch': '20335',
  'Phường Hương Trà': '20350',
  'Phường Quảng Phú': '20356',
};
/** The present phường that the thirteen went into, each with its thirteen. */
const PRESENT = Map.groupBy(Object.entries(TAM_KY), ([, now]) => now);

describe('the nation', () => {
  test('both views add up to the same, field by field', async () => {
    const { page } = reader();
    for (const path of ['/', '/?dia-gioi=luc-ghi-so']) {
      const { nation, view } = await page<NationData>(path);
      const children = view === 'now' ? nation.map.provinces : nation.provinces;
      const parts = children.map((child) => childPart(child, FUND, ''));
      const loose = view === 'now' ? loosePart(nation.map.undetermined, FUND, '') : undefined;
      expect(sums([...parts, loose])).toEqual(amounts(totalsOf(nation.funds, FUND)));
      expect(children.map(({ unit }) => unit.id)).toEqual(
        view === 'now' ? ['48@2025-07-01'] : ['48', '48@2025-07-01', '49'],
      );
    }
  });
});

describe('Đà Nẵng', () => {
  test('now: own books of both former provinces, the communes of today, and what lies in none', async () => {
    const { map, onMap } = await reader().page<ProvinceData>('/tinh/48');
    expect(onMap).toBe(true);
    expect(map?.own?.parts.map(({ unit }) => unit.name)).toEqual(['Thành phố Đà Nẵng', 'Tỉnh Quảng Nam']);
    expect(map?.communes.map(({ unit }) => unit.name).toSorted()).toEqual([...PRESENT.keys()].toSorted());
    const parts = (map?.communes ?? []).map((unit) => mapPart(unit, FUND, ''));
    const own = map?.own && mapPart(map.own, FUND, '');
    const loose = loosePart(map?.undetermined ?? [], FUND, '');
    expect(loose?.totals.donationsVnd).toBe(HOA_LIEN_IN_VND);
    expect(sums([own, loose, ...parts])).toEqual(amounts(totalsOf(map?.funds ?? [], FUND)));
    expect(map?.undetermined).toMatchObject([
      { reason: 'SPLIT', child: { unit: { name: 'Xã Hòa Liên' } }, among: [{}, {}] },
    ]);
  });

  test('now: balances handed over are paired, the rest is in limbo with its amount', async () => {
    const { map } = await reader().page<ProvinceData>('/tinh/48');
    const [clearing] = map?.clearing ?? [];
    expect(clearing).toMatchObject({
      outVnd: AN_MY_HANDED_VND + TAM_THANG_HANDED_VND,
      inVnd: AN_MY_HANDED_VND,
      limboVnd: TAM_THANG_HANDED_VND,
      pairs: [{ out: [{ unit: { name: 'Phường An Mỹ' } }], in: [{ unit: { name: 'Phường Tam Kỳ' } }] }],
      unpaired: [{ unit: { name: 'Xã Tam Thăng' } }],
    });
    expect(map?.findings.map(({ rule, actualVnd }) => [rule, actualVnd])).toEqual([
      ['HANDOVER_NOT_TAKEN', TAM_THANG_HANDED_VND],
    ]);
  });

  test('as reported: only what was written down under it; the former ones keep pages of their own', async () => {
    const { page } = reader();
    const then = await page<ProvinceData>('/tinh/48?dia-gioi=luc-ghi-so');
    expect(then.map).toBeUndefined();
    expect(then.reported?.communes.map(({ unit }) => unit.id)).toEqual(['20341@2025-07-01']);
    const former = await page<ProvinceData>('/tinh/49');
    expect([former.unit.id, former.onMap, former.view]).toEqual(['49', false, 'reported']);
    expect(former.reported?.communes).toHaveLength(Object.keys(TAM_KY).length);
    expect(await page<ProvinceData>('/tinh/49~2025-06-30')).toMatchObject({ unit: { id: '49' } });
  });
});

describe('Tam Kỳ 2023', () => {
  test('each of the thirteen leads to its present phường, by its page and by the search', async () => {
    const { page, atlas } = reader();
    for (const [code, now] of Object.entries(TAM_KY)) {
      const end = code === '20338' ? '2024-12-31' : '2025-06-30';
      const { unit, own, gazetteer, since, view } = await page<UnitData>(`/xa/${code}~${end}`);
      expect([unit.id, view, own?.unit.id]).toEqual([code, 'reported', code]);
      expect((await atlas.about(gazetteer, unit, since))?.now?.unit.name).toBe(now);
      const { hits } = await atlas.search(gazetteer, `${unit.name} tam kỳ`, TODAY);
      expect(hits[0]?.unit.name).toBe(now);
    }
  });

  test('each present phường holds the sums of its parts, and leads back to exactly them', async () => {
    const { page } = reader();
    for (const [name, thirteen] of PRESENT) {
      const former = thirteen.map(([one]) => one).toSorted();
      const data = await page<UnitData>(`/xa/${CODES[name]}`);
      expect(data.unit.name).toBe(name);
      const parts = data.mapUnit?.parts ?? [];
      expect(parts.map(({ unit }) => unit.id).filter((id) => !id.includes('@'))).toEqual(former);
      expect(parts.map(({ unit }) => unit.id).filter((id) => id.includes('@'))).toEqual(
        name === 'Phường Tam Kỳ' ? ['20341@2025-07-01'] : [],
      );
      const total = totalsOf(data.mapUnit?.funds ?? [], FUND);
      expect(sums(parts.map((child) => childPart(child, FUND, '')))).toEqual(amounts(total));
    }
  });

  test('the money that the sample books hold is all there: statement by statement, and in the phường of today', async () => {
    const { page } = reader();
    const { map } = await page<ProvinceData>('/tinh/48');
    const expected = new Map(
      sampleBooks()
        .manifest.statements.filter(({ unit, fund }) => fund === 'QVNN' && unit in TAM_KY)
        .map((statement) => [statement.unit, statement]),
    );
    expect(expected.size).toBe(Object.keys(TAM_KY).length);
    for (const unit of map?.communes ?? []) {
      for (const { unit: part, funds } of unit.parts) {
        if (part.validTo === undefined) continue;
        const of2023 = expected.get(part.code);
        const totals = totalsOf(funds, FUND);
        // What was handed over in 2025 goes out of An Mỹ and Tam Thăng; An Mỹ was given as much before.
        const given = part.code === '20341' ? AN_MY_HANDED_VND : 0;
        expect(totals.donationsVnd + totals.transfersInVnd + totals.interestVnd + totals.refundsInVnd).toBe(
          (of2023?.inVnd ?? -1) + given,
        );
        expect(totals.closingVnd).toBe((of2023?.closingVnd ?? -1) + given - totals.handoversOutVnd);
      }
    }
  });

  test('a present phường as reported shows its own books only', async () => {
    const { page } = reader();
    const own = await page<UnitData>('/xa/20341?dia-gioi=luc-ghi-so');
    expect([own.unit.name, own.own?.unit.id, own.mapUnit]).toEqual([
      'Phường Tam Kỳ',
      '20341@2025-07-01',
      undefined,
    ]);
    const none = await page<UnitData>('/xa/20335?dia-gioi=luc-ghi-so');
    expect([none.unit.name, none.own, none.onMap]).toEqual(['Phường Bàn Thạch', undefined, true]);
  });

  test('the months of all parts are one series that ends at what is left', async () => {
    const { page, objects } = reader();
    const { mapUnit } = await page<UnitData>('/xa/20341');
    const months = await loadMonths(objects, mapUnit?.parts ?? [], FUND);
    expect(months.at(0)?.month).toBe('2023-01');
    expect(months.at(-1)?.month).toBe('2025-08');
    expect(months.at(-1)?.closingVnd).toBe(totalsOf(mapUnit?.funds ?? [], FUND).closingVnd);
  });
});

describe('every unit has a page', () => {
  test('of those without any books the history of all units knows', async () => {
    const { page } = reader();
    for (const [path, name, onMap] of [
      ['/xa/00004', 'Phường Ba Đình', true],
      ['/xa/00004~2025-06-30', 'Phường Trúc Bạch', false],
      ['/xa/00007', 'Phường Cống Vị', false],
      ['/tinh/75', 'Thành phố Đồng Nai', true],
      ['/tinh/70', 'Tỉnh Bình Phước', false],
    ] as const) {
      const data = await page<UnitData>(path);
      expect([data.page, data.unit.name, data.onMap, data.own, data.mapUnit]).toEqual([
        ...['unit', name, onMap],
        ...[undefined, undefined],
      ]);
    }
  });

  test('a commune of a province with money, itself without', async () => {
    const data = await reader().page<UnitData>('/xa/20197');
    expect([data.unit.name, data.province?.id, data.mapUnit]).toEqual([
      'Phường Liên Chiểu',
      '48@2025-07-01',
      undefined,
    ]);
  });
});

describe('the history of all units', () => {
  const asksGazetteer = async (...paths: string[]) => {
    const { world, page } = reader();
    const { gazetteer } = await page<NationData>('/');
    for (const path of paths) await page(path);
    return world.asked.some((key) => key.includes(gazetteer));
  };

  test('is not asked for by pages that what has money answers', async () => {
    expect(
      await asksGazetteer('/', '/tinh/48', '/xa/20341', '/xa/20341~2025-06-30', '/tinh/49~2025-06-30'),
    ).toBe(false);
    expect(
      await asksGazetteer('/xa/20341~2025-06-30/so/QVNN', '/tinh/48~2025-06-30/so/QVNN?dia-gioi=hien-nay'),
    ).toBe(false);
    expect(await asksGazetteer('/xa/00004')).toBe(true);
  });

  test('moves the places of use onto the present map, with the same sum', async () => {
    const { page, atlas } = reader();
    const { statement, gazetteer, since } = await page<StatementData>(
      '/tinh/48~2025-06-30/so/QVNN?dia-gioi=hien-nay',
    );
    const { placed, undetermined, nowhere } = await atlas.uses(gazetteer, statement.outByCommune, since);
    expect(placed).toMatchObject([{ unit: { name: 'Phường Hải Vân' }, amountVnd: 50_000_000 }]);
    expect(undetermined).toMatchObject([{ unit: { name: 'Xã Hòa Liên' }, amountVnd: 10_000_000 }]);
    const all = [...placed, ...undetermined, ...nowhere].reduce((sum, { amountVnd }) => sum + amountVnd, 0);
    expect(all).toBe(statement.totals.usesVnd);
  });

  test('is checked like every object, and asked for again after it failed', async () => {
    const { world, page, atlas } = reader();
    const { gazetteer } = await page<NationData>('/');
    const key = [...site.keys()].find((one) => one.includes(gazetteer)) ?? '';
    world.site = new Map([...site, [key, (site.get(key) ?? '').replace('Tam', 'Tâm')]]);
    await expect(atlas.open(gazetteer, TODAY)).rejects.toMatchObject({ failure: { kind: 'tampered' } });
    world.fail = 'offline';
    await expect(atlas.open(gazetteer, TODAY)).rejects.toMatchObject({ failure: { kind: 'offline' } });
    world.fail = undefined;
    world.site = site;
    await atlas.open(gazetteer, TODAY);
    expect((await atlas.search(gazetteer, 'tam thăng', TODAY)).hits[0]?.unit.name).toBe('Phường Bàn Thạch');
  });
});
