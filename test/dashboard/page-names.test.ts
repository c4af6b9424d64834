/** How a page is called: in the tab, over its figures, at the foot of its sheets. */
import { describe, expect, test } from 'vitest';
import { loadPage } from '#dashboard/src/data/load.ts';
import { objectsOf } from '#dashboard/src/data/objects.ts';
import type { PageData } from '#dashboard/src/data/pages.ts';
import { atlasOf } from '#dashboard/src/gazetteer/atlas.ts';
import { conserveName, titleOf } from '#dashboard/src/lib/crumbs.ts';
import { sheetFoot } from '#dashboard/src/lib/sheet-foot.ts';
import { parseRoute } from '#dashboard/src/routes.ts';
import type { IsoDate } from '#domain/date.ts';
import { madeSnapshot } from './support/made-snapshot.ts';
import { memoryWorld } from './support/world.ts';

const ADDRESS = 'https://so.example';
const objects = objectsOf(memoryWorld(madeSnapshot()));
async function page(path: string): Promise<PageData> {
  const route = parseRoute(new URL(path, ADDRESS));
  const result = await loadPage({ objects, atlas: atlasOf(objects) }, route, '2025-11-01' as IsoDate);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

describe('a page of the sums', () => {
  test('is called alike in the tab and over its figures', async () => {
    const { province } = (await page('/doi-soat/14')) as Extract<PageData, { page: 'conserve' }>;
    expect(conserveName(province?.unit)).toBe('Đối soát Tỉnh Sơn La');
    expect(titleOf(await page('/doi-soat/14'))).toBe('Đối soát Tỉnh Sơn La – Sổ Công Khai');
    expect(titleOf(await page('/doi-soat'))).toBe('Đối soát toàn quốc – Sổ Công Khai');
  });
});

describe('the foot of a sheet', () => {
  test('has the address and which figures these are', async () => {
    const foot = sheetFoot(`${ADDRESS}/xa/03646/so/QVNN?ky=2025-Q2`, await page('/xa/03646/so/QVNN'));
    expect(foot).toBe(`"${ADDRESS}/xa/03646/so/QVNN?ky=2025-Q2 · bản nộp mới nhất lúc 03/10/2025 09:00"`);
  });

  test('of a page without published figures has the address alone', async () => {
    expect(sheetFoot(`${ADDRESS}/phuong-phap`, await page('/phuong-phap'))).toBe(`"${ADDRESS}/phuong-phap"`);
    expect(sheetFoot(`${ADDRESS}/xyz`, undefined)).toBe(`"${ADDRESS}/xyz"`);
  });
});
