/** The pages of reconciliation on what the product itself publishes: what a reader works out holds for every book. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPage } from '#dashboard/src/data/load.ts';
import { objectsOf } from '#dashboard/src/data/objects.ts';
import type { ConserveData, StatementData } from '#dashboard/src/data/pages.ts';
import { atlasOf } from '#dashboard/src/gazetteer/atlas.ts';
import { differences, openTransfers } from '#dashboard/src/lib/across.ts';
import {
  clearedOf,
  insideOf,
  proofOf,
  provinceRows,
  sumCleared,
  unexplainedVnd,
} from '#dashboard/src/lib/conserve.ts';
import { bankEquation, unaccounted } from '#dashboard/src/lib/matching.ts';
import { metText, plansOf } from '#dashboard/src/lib/plans.ts';
import { addsUp, kindsIn } from '#dashboard/src/lib/report.ts';
import { totalsOf } from '#dashboard/src/lib/totals.ts';
import { parseRoute } from '#dashboard/src/routes.ts';
import type { IsoDate } from '#domain/date.ts';
import { AcrossSchema } from '#domain/publish/across-schema.ts';
import { ReportSchema } from '#domain/publish/report-schema.ts';
import { csvKey, ProvinceSchema } from '#domain/publish/schema.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { FUND } from './support/made-totals.ts';
import {
  ON_ITS_WAY_VND,
  PHUOC_HOA,
  publishReconciled,
  QUANG_NAM,
  SHORT_VND,
  STRAIGHT_DOWN_VND,
  TAN_THANH,
} from './support/reconciled-books.ts';
import type { Site } from './support/snapshot.ts';
import { memoryWorld } from './support/world.ts';

const TODAY = '2025-11-01' as IsoDate;
const BOOKS = ['/tw', `/tinh/${QUANG_NAM}`, `/xa/${TAN_THANH}`, `/xa/${PHUOC_HOA}`].map(
  (unit) => `${unit}/so/QVNN`,
);
let engines: TestEngines;
let site: Site;

beforeAll(async () => {
  engines = await startTestEngines({ tableEngine: 'dynalite' });
  site = await publishReconciled(engines);
});
afterAll(() => engines.stop());

function reader() {
  const objects = objectsOf(memoryWorld(site));
  const page = async <P>(path: string): Promise<P> => {
    const route = parseRoute(new URL(path, 'http://localhost'));
    const result = await loadPage({ objects, atlas: atlasOf(objects) }, route, TODAY);
    if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.error)}`);
    return result.value as P;
  };
  return { objects, page };
}

describe('the sums', () => {
  test('of the nation and of the province are those of their parts, and the steps explain every transfer', async () => {
    const { objects, page } = reader();
    const { nation } = await page<ConserveData>('/doi-soat');
    const totals = totalsOf(nation.funds, FUND);
    const parts = [nation.centre, ...nation.provinces].flatMap((part) => (part === undefined ? [] : [part]));
    expect(
      proofOf(
        parts.map(({ funds }) => funds),
        FUND,
        totals,
      ),
    ).toMatchObject({ parts: 2, holds: true });
    const inside = await Promise.all(
      nation.provinces.map(async (line) =>
        insideOf(await objects.object(line.object, ProvinceSchema), line, FUND),
      ),
    );
    for (const { proof, same } of inside) expect([proof.holds, same]).toEqual([true, true]);
    const steps = [clearedOf(nation.cleared, FUND), ...inside.map(({ cleared }) => cleared)].filter(
      (step) => step !== undefined,
    );
    expect(steps).toHaveLength(2);
    expect(unexplainedVnd(totals, sumCleared(steps))).toBe(0);
  });

  test('of the province name what is on its way and what differs, each with its row', async () => {
    const { objects, page } = reader();
    const { province } = await page<ConserveData>(`/doi-soat/${QUANG_NAM}`);
    if (province?.across === undefined) throw new Error('nothing across');
    const across = await objects.object(province.across, AcrossSchema);
    expect(openTransfers(across, FUND, province.asOf)).toMatchObject([
      { direction: 'out', amountVnd: ON_ITS_WAY_VND, otherName: 'Phường An Mỹ' },
    ]);
    expect(differences(across, FUND).map(({ differenceVnd }) => differenceVnd)).toEqual([-SHORT_VND]);
    expect(provinceRows(province, FUND)).toHaveLength(3);
    const [plan] = plansOf(province.plans, FUND);
    expect(plan && metText(plan, 'xã, phường')).toBe('1 trên 2 xã, phường được giao đã đạt');
  });
});

describe('a receiver without a book', () => {
  test('is called by its name, in another province with that, by what the page loads anyway', async () => {
    const { objects, page } = reader();
    const { nation } = await page<ConserveData>('/doi-soat');
    if (nation.across === undefined) throw new Error('nothing across');
    const across = await objects.object(nation.across, AcrossSchema);
    expect(openTransfers(across, FUND, nation.asOf)).toMatchObject([
      { amountVnd: STRAIGHT_DOWN_VND, otherName: 'Thị trấn Cát Tiên, Tỉnh Lâm Đồng' },
    ]);
  });
});

describe('every book', () => {
  test('has a report whose every period adds up, and a table of it to take away', async () => {
    const { objects, page } = reader();
    for (const path of BOOKS) {
      const { statement } = await page<StatementData>(path);
      const report = await objects.object(statement.report.json, ReportSchema);
      expect(kindsIn(report.parts)).toContain('THANG');
      for (const part of report.parts)
        expect([path, part.name, addsUp(part)]).toEqual([path, part.name, true]);
      const lines = site.get(csvKey(statement.report.csv))?.trimEnd().split('\r\n') ?? [];
      const last = lines.findLast((line) => line.includes(',SO_DU_CUOI,'));
      expect(last).toContain(`,SO_DU_CUOI,,Số dư cuối kỳ,${statement.totals.closingVnd},`);
      const whole = report.parts.find(({ kind }) => kind === 'TOAN_BO');
      expect(whole?.equalities).toEqual(expect.arrayContaining(statement.equalities));
      const compared = report.parts.flatMap(({ equalities }) => equalities);
      expect(lines.filter((line) => line.includes(',DOI_CHIEU,'))).toHaveLength(compared.length);
    }
  });
});

describe('the book with a bank', () => {
  test('says what bank and cash lack, and loses no line and no entry in matching', async () => {
    const { statement } = await reader().page<StatementData>(`/xa/${TAN_THANH}/so/QVNN`);
    const { bank } = statement;
    if (bank?.matching === undefined) throw new Error('no matching');
    // 11,000 taken by the bank and 100,000 of cash are not in the book as they are.
    expect(bankEquation(bank)).toMatchObject({
      balanceVnd: 4_989_000,
      cashVnd: 400_000,
      differenceVnd: -111_000,
    });
    expect(unaccounted(bank.matching)).toEqual({ lines: 0, entries: 0 });
  });

  test('shows its explained finding with text and office', async () => {
    const { statement } = await reader().page<StatementData>(`/xa/${TAN_THANH}/so/QVNN`);
    const explained = statement.findings.filter(({ status }) => status === 'EXPLAINED');
    expect(explained).toMatchObject([
      { explained: { by: 'Kế toán', text: 'Đã có công văn gửi ngân hàng.' } },
    ]);
  });
});
