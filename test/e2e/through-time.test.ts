/** Communes through time, in a real browser: the two views, former units, what a page says of them. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from './axe.ts';
import { innerText, options, searchBox, startTimeSite, type TimeSite } from './time-site.ts';
import { DESKTOP, follow, heading, mainText, PHONE, plain, settled, whole } from './visit.ts';

let time: TimeSite;

beforeAll(async () => {
  time = await startTimeSite();
});

afterAll(() => time?.stop());

/** The names in a table's rows, with the figures of one column, and the sum under them. */
async function column(page: Page, caption: string, at: number): Promise<Record<string, string>> {
  const rows = page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tbody tr, tfoot tr');
  const cells = await rows.evaluateAll(
    (all, index) =>
      all.map((row) => {
        const [name, cell] = [row.querySelector('th a') ?? row.querySelector('th'), row.children[index]];
        return [name?.textContent ?? '', cell?.textContent ?? ''] as const;
      }),
    at,
  );
  return Object.fromEntries(cells.map(([name, amount]) => [name.trim(), plain(amount).trim()]));
}

describe('the two views', () => {
  test('of the nation: other provinces, the same sum', async () => {
    const { page, complaints, goto } = await time.visit();
    await goto('/');
    const now = await column(page, 'Tình hình quỹ theo tỉnh', 1);
    expect(Object.keys(now)).toEqual(['Thành phố Đà Nẵng', 'Cộng toàn quốc']);
    await follow(page, 'Theo địa giới lúc ghi sổ');
    expect(new URL(page.url()).search).toBe('?dia-gioi=luc-ghi-so');
    const then = await column(page, 'Tình hình quỹ theo tỉnh', 1);
    expect(Object.keys(then)).toEqual(['Thành phố Đà Nẵng', 'Tỉnh Quảng Nam', 'Cộng toàn quốc']);
    expect(then['Cộng toàn quốc']).toBe(now['Cộng toàn quốc']);
    const shown = page.getByRole('link', { name: 'Theo địa giới lúc ghi sổ' });
    expect(await shown.getAttribute('aria-current')).toBe('true');
    // The switch stays where it is under the reader's finger.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Theo địa giới lúc ghi sổ');
    expect(complaints).toEqual([]);
  });

  test('of Đà Nẵng: former books and what is open now, its own books alone then; the view goes along', async () => {
    const { page, complaints, goto } = await time.visit();
    await goto('/tinh/48');
    await whole(page);
    const now = await mainText(page);
    for (const part of [
      'Gồm sổ của Thành phố Đà Nẵng, Tỉnh Quảng Nam (cũ)',
      'Gồm sổ của Phường Tân Thạnh, Xã Tam Thăng, Phường Hoà Thuận (cũ)',
      'Chưa xác định theo địa giới mới',
      'Đơn vị cũ đã chia cho nhiều xã, phường; không chia tiền theo tỷ lệ',
      'Phường Hải Vân và Phường Liên Chiểu',
      'Bàn giao số dư',
      'Số dư bàn giao chưa có đơn vị nào ghi nhận',
      'Lập từ',
    ])
      expect(now).toContain(part);
    await page.locator('#chua-xac-dinh').getByRole('link', { name: 'Xã Hòa Liên' }).waitFor();
    await follow(page, 'Theo địa giới lúc ghi sổ');
    const then = await column(page, 'Tình hình quỹ trong Thành phố Đà Nẵng', 1);
    expect(then).toEqual({ 'Phường Tam Kỳ': '7.000.000 đ', 'Cộng Thành phố Đà Nẵng': '7.000.000 đ' });
    await page
      .getByRole('navigation', { name: 'Vị trí trang' })
      .getByRole('link', { name: 'Toàn quốc' })
      .click();
    await page.locator('h1', { hasText: 'Quỹ' }).waitFor();
    expect(new URL(page.url()).search).toBe('?dia-gioi=luc-ghi-so');
    await page.locator('main a[href^="/tinh/48?"]').click();
    await page.locator('h1', { hasText: 'Thành phố Đà Nẵng' }).waitFor();
    await follow(page, 'Tỉnh Quảng Nam');
    expect(await heading(page)).toBe('Tỉnh Quảng Nam');
    expect(complaints).toEqual([]);
  });

  test('a pair of a handed over balance leads to both files', async () => {
    const { page, goto } = await time.visit();
    await goto('/tinh/48');
    await whole(page);
    const pair = page.locator('tr', { hasText: 'ngày 30/06/2025' }).last();
    const hrefs = await pair
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs[0]).toMatch(/^\/xa\/20341~2025-06-30\/so\/QVNN\/tep\/[0-9a-f]{64}\?dong=2$/);
    expect(hrefs[1]).toMatch(/^\/xa\/20341\/so\/QVNN\/tep\/[0-9a-f]{64}\?dong=2$/);
    await pair.getByRole('link', { name: 'Phường Tam Kỳ' }).click();
    await page.locator('tr#dong-2.marked').waitFor();
    expect(await mainText(page)).toContain('5.000.000 đ');
  });

  test('of the places where money was used: the same sum, and the history is read only when asked for', async () => {
    const { page, goto } = await time.visit();
    const asked = time.asksGazetteer(page);
    await goto('/tinh/48~2025-06-30/so/QVNN');
    const place = page.locator('section', {
      has: page.getByRole('heading', { name: 'Tiền được dùng ở đâu' }),
    });
    expect(await innerText(place)).toContain('Phường Hòa Hiệp Bắc');
    expect(asked()).toBe(0);
    await place.getByRole('link', { name: 'Theo địa giới hiện nay' }).click();
    await place.getByRole('link', { name: 'Phường Hải Vân' }).waitFor();
    const text = await innerText(place);
    for (const part of [
      'Sổ ghi: Phường Hòa Hiệp Bắc, Phường Hòa Hiệp Nam',
      'Chưa xác định theo địa giới mới: Xã Hòa Liên',
      '64.000.000 đ',
    ])
      expect(text).toContain(part);
    expect(asked()).toBe(1);
  });
});

describe('communes', () => {
  test('one of today: its sum, its parts, its months with the break, and back to what it was made of', async () => {
    const { page, complaints, goto } = await time.visit();
    await goto('/xa/20341');
    await whole(page);
    const parts = await column(page, 'Các sổ Quỹ', 4);
    expect(Object.keys(parts)).toEqual([
      'Phường Phước Hòa',
      'Phường An Mỹ',
      'Phường Tam Kỳ',
      'Phường An Xuân',
      'Phường Trường Xuân',
      'Cộng Phường Tam Kỳ',
    ]);
    const account = await innerText(page.locator('.account'));
    expect(account).toMatch(/Nhận bàn giao số dư\s+5\.000\.000 đ/);
    expect(account).toMatch(/Bàn giao số dư\s+5\.000\.000 đ/);
    await page.locator('.chart[data-drawing="drawn"]').first().waitFor();
    const figure = page.locator('.chart').first();
    expect(await innerText(figure.locator('figcaption'))).toContain('Từ 01/07/2025: địa giới mới');
    expect(await figure.locator('.canvas').getAttribute('aria-label')).toContain(
      'Từ 01/07/2025: địa giới mới',
    );
    await figure.getByText('Bảng số liệu của biểu đồ').click();
    const row = figure.locator('tr', { hasText: '07/2025' }).first();
    expect(await innerText(row)).toContain('Từ 01/07/2025: địa giới mới');
    await page.locator('tbody').getByRole('link', { name: 'Phường An Mỹ' }).click();
    await page.locator('h1', { hasText: 'Quỹ' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/xa/20341~2025-06-30/so/QVNN');
    await page.goBack();
    await whole(page);
    await page.locator('.made-of').getByRole('link', { name: 'Phường Phước Hòa' }).click();
    await page.locator('h1', { hasText: 'Phường Phước Hòa' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a former one says where it went and leads there', async () => {
    const { page, complaints, goto } = await time.visit(PHONE);
    await goto('/xa/20338');
    await whole(page);
    const text = await mainText(page);
    for (const part of [
      'tồn tại đến hết 31/12/2024',
      'đã nhập toàn bộ vào Phường An Xuân',
      'Nay thuộc Phường Tam Kỳ, Thành phố Đà Nẵng',
      'Nghị quyết 1241',
    ])
      expect(text).toContain(part);
    await follow(page, 'Phường Tam Kỳ');
    expect(new URL(page.url()).pathname).toBe('/xa/20341');
    expect(complaints).toEqual([]);
  });

  test('a divided one says among whom, and that its money is in none of them', async () => {
    const { page, goto } = await time.visit(PHONE);
    await goto('/xa/20296');
    await whole(page);
    const text = await mainText(page);
    expect(text).toContain('đã chia cho Phường Hải Vân và Phường Liên Chiểu');
    expect(text).toContain('Không ai tính được phần tiền nào về đâu');
    await page.locator('.notice').getByRole('link', { name: 'Thành phố Đà Nẵng' }).click();
    await page.locator('#chua-xac-dinh').waitFor();
  });

  test('one without any books has its page all the same, with the ways onward', async () => {
    const { page, complaints, goto } = await time.visit();
    await goto('/xa/00004');
    await whole(page);
    const text = await mainText(page);
    for (const part of [
      'Chưa có sổ nào của đơn vị này',
      'một phần',
      'Nơi ghi “một phần” đã chia',
      'Mã 00004 còn là mã của: Phường Trúc Bạch',
    ])
      expect(text).toContain(part);
    await follow(page, 'Phường Trúc Bạch');
    await whole(page);
    expect(await mainText(page)).toContain('đã nhập toàn bộ vào Phường Ba Đình');
    expect(complaints).toEqual([]);
  });

  test('without the history of all units the figures stand, what is missing is said, and comes with another try', async () => {
    const { page, goto } = await time.visit();
    await page.context().route(`**/${time.gazetteer}`, (route) => route.abort());
    await goto('/xa/20341');
    await page.locator('.notice.later').waitFor();
    const text = await mainText(page);
    for (const part of ['12.000.000 đ', 'Phường Phước Hòa', 'Không nối được tới máy chủ'])
      expect(text).toContain(part);
    expect(await page.locator('.notice.later').count()).toBe(1);
    await page.context().unroute(`**/${time.gazetteer}`);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { name: 'Lập từ' }).waitFor();
  });

  test('a unit that was renamed says so', async () => {
    const { page, goto } = await time.visit();
    await goto('/tinh/75');
    expect(await mainText(page)).toContain('Đến hết 29/04/2026 đơn vị này tên là Tỉnh Đồng Nai');
  });
});

const PAGES = [
  '/?dia-gioi=luc-ghi-so',
  '/tinh/48',
  '/tinh/48?dia-gioi=luc-ghi-so',
  '/tinh/49',
  '/tinh/75',
  '/xa/20341',
  '/xa/20341?dia-gioi=luc-ghi-so',
  '/xa/20341~2025-06-30',
  '/xa/20296',
  '/xa/00004',
  '/tinh/48~2025-06-30/so/QVNN?dia-gioi=hien-nay',
];

describe('for everyone', () => {
  test.each([
    ['phone', PHONE, 'light'],
    ['desktop', DESKTOP, 'dark'],
  ] as const)(
    'nothing that axe can find, nothing wider than the screen: %s %o %s',
    async (_, viewport, colorScheme) => {
      const { page, complaints, goto } = await time.visit(viewport, { colorScheme });
      const problems: string[] = [];
      const look = async (path: string) => {
        problems.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) problems.push(`${path}: ${overflow} px wider than the screen`);
      };
      for (const path of PAGES) {
        await goto(path);
        await whole(page);
        await look(path);
      }
      await searchBox(page).fill('tam');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await look('the open search');
      expect(problems).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  test('on paper: the figures and where they come from, without switches and boxes', async () => {
    const { page, goto } = await time.visit();
    await goto('/tinh/48');
    await whole(page);
    await page.emulateMedia({ media: 'print' });
    expect(await searchBox(page).isVisible()).toBe(false);
    expect(await page.locator('.views').first().isVisible()).toBe(false);
    expect(await page.locator('#chua-xac-dinh').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Lập từ' }).isVisible()).toBe(true);
  });

  test('the first load stays small, and neither search nor rules are in it', async () => {
    const { page } = await time.visit();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    await page.goto(`${time.served.url}/`);
    await settled(page);
    const loaded = [...scripts].filter((url) => !url.includes('/draw-'));
    const sizes = await Promise.all(
      loaded.map(
        async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()), { level: 9 }).length,
      ),
    );
    const bytes = sizes.reduce((sum, length) => sum + length, 0);
    expect(bytes).toBeGreaterThan(20_000);
    // Built for tests it is some 10 kB larger than built for readers.
    expect(bytes).toBeLessThan(64_000);
    expect(loaded.filter((url) => /worker|catalogue|Clearings/.test(url))).toEqual([]);
  });
});
