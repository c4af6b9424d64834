/** The built site in a real browser, under the strictest policy, on books that the domain itself reconciled. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatVnd } from '#domain/format.ts';
import type { Pointer } from '#domain/publish/schema.ts';
import { objectKey, POINTER_KEY } from '#domain/publish/schema.ts';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { CHIENG_AN, MANY_SUM_VND, TO_HIEU } from '#test/dashboard/support/books.ts';
import { GIFT_DIGEST, LEAST, MARKED_BOOKS, MOST } from '#test/dashboard/support/marked-books.ts';
import type { Served } from '#test/dashboard/support/serve.ts';
import { serve } from '#test/dashboard/support/serve.ts';
import { publishSamples, type Site } from '#test/dashboard/support/snapshot.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { axeProblems } from './axe.ts';
import { DESKTOP, follow, heading, mainText, PHONE, plain, type Visit, visitSite } from './visit.ts';

let engines: TestEngines;
let site: Site;
let served: Served;
/** Made-up books and other seldom ones. */
let marked: Served;
let browser: Browser;

beforeAll(async () => {
  engines = await startTestEngines();
  site = await publishSamples(engines);
  const { dir } = await buildDashboard();
  served = await serve(dir, site);
  marked = await serve(dir, await publishSamples(engines, MARKED_BOOKS));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await marked?.stop();
  await engines?.stop();
});

const visit = (
  viewport = DESKTOP,
  context: Parameters<Browser['newContext']>[0] = {},
  at = served,
): Promise<Visit> => visitSite(browser, at, viewport, context);

/** Of the unit's file of contributions: objects stand in the order of their hashes, which is any order. */
const digestIn = (unitId: string): string => {
  const node = [...site]
    .filter(([key]) => key.endsWith('.json'))
    .map(([, text]) => JSON.parse(text))
    .find(({ type, unit, kind }) => type === 'submission' && unit.id === unitId && kind === 'contributions');
  return node.digest;
};

const PAGES = () => [
  '/',
  '/?quy=YAGI-2024',
  '/tw',
  '/tinh/14',
  '/tinh/24',
  '/tinh/24~2025-06-30',
  '/xa/03646',
  '/xa/03646/so/QVNN',
  '/xa/03664/so/QVNN',
  `/tinh/24~2025-06-30/so/YAGI-2024/tep/${digestIn('24')}?dong=130`,
  '/doi-soat',
  '/doi-soat?quy=YAGI-2024',
  '/doi-soat/14',
  '/phuong-phap',
  '/xa/99999',
  `/xa/03646/so/QVNN/tep/${'0'.repeat(64)}`,
];

describe('the way down', () => {
  test('nation, province, commune, book, file, row: every figure to the đồng', async () => {
    const { page, complaints, goto } = await visit();
    await goto('/');
    expect(await mainText(page)).toContain('2.790.083.710 đ');
    await follow(page, 'Tỉnh Sơn La');
    expect(await heading(page)).toBe('Tỉnh Sơn La');
    expect(await mainText(page)).toContain('2.540.083.710 đ');
    await follow(page, 'Phường Tô Hiệu');
    await follow(page, 'Quỹ “Vì người nghèo”');
    const statement = await mainText(page);
    for (const figure of [
      '10.000.000 đ',
      '36.083.709 đ',
      '120.000.000 đ',
      '12.345 đ',
      '90.096.054 đ',
      '70,1',
      '980.000.000 đ',
      'Đã đối chiếu',
      'Khớp',
    ]) {
      expect(statement).toContain(figure);
    }
    await follow(page, /Bảng thu/);
    expect(await mainText(page)).toContain('157.096.054 đ');
    await follow(page, '2');
    const row = page.locator('tr#dong-2');
    const cells = (await row.locator('th, td').allInnerTexts()).map(plain);
    expect(cells).toContain('36.083.709 đ');
    expect(cells).toContain('Hợp tác xã Mẫu\nDoanh nghiệp');
    expect(await row.getAttribute('class')).toContain('marked');
    expect(complaints).toEqual([]);
  });

  test('an address works when it is loaded by itself, and Back goes back', async () => {
    const { page, goto } = await visit();
    await goto('/xa/03646/so/QVNN');
    expect(await page.title()).toContain('Phường Tô Hiệu');
    await page
      .getByRole('navigation', { name: 'Vị trí trang' })
      .getByRole('link', { name: 'Tỉnh Sơn La' })
      .click();
    await page.locator('h1', { hasText: 'Tỉnh Sơn La' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await page.locator('h1', { hasText: 'Quỹ “Vì người nghèo”' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/xa/03646/so/QVNN');
  });

  test('a book that does not balance says by how much, where, and what to do', async () => {
    const { page, goto } = await visit();
    await goto('/xa/03664/so/QVNN');
    const text = await mainText(page);
    for (const part of [
      'Chưa đối chiếu',
      'Lệch',
      '+3.000.000 đ',
      'Còn dòng để riêng',
      'Cần làm:',
      'Đã được thay thế',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('the former bearer of a code is told apart from the present one', async () => {
    const { page, goto } = await visit();
    await goto('/tinh/24');
    expect(await heading(page)).toBe('Tỉnh Bắc Ninh');
    await follow(page, 'Tỉnh Bắc Giang');
    expect(new URL(page.url()).pathname).toBe('/tinh/24~2025-06-30');
    expect(await mainText(page)).toContain(plain(formatVnd(MANY_SUM_VND)));
    expect(await mainText(page)).toContain('tồn tại đến hết 30/06/2025');
  });

  test('a link to a row opens the page of rows that shows it', async () => {
    const { page, goto } = await visit(PHONE);
    await goto(`/tinh/24~2025-06-30/so/YAGI-2024/tep/${digestIn('24')}?dong=230`);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 15_000 })
      .toBe('dong-230');
    expect(await page.locator('tr#dong-230').isVisible()).toBe(true);
    expect(await mainText(page)).toContain('Trang 3 trên 3');
  });
});

describe('tables', () => {
  test('sort by their headings and filter with or without accents', async () => {
    const { page, goto } = await visit();
    await goto('/tinh/14');
    const names = () => page.locator('table:has(button) tbody th').allInnerTexts();
    await page.getByRole('button', { name: 'Còn lại' }).click();
    expect(await names()).toEqual(['Sổ của chính Tỉnh Sơn La', 'Phường Tô Hiệu', 'Phường Chiềng An']);
    await page.getByRole('button', { name: 'Còn lại' }).click();
    expect((await names())[0]).toBe('Phường Chiềng An');
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Còn lại');
    await page.getByLabel('Tìm theo tên').fill('to hieu');
    expect(await names()).toEqual(['Phường Tô Hiệu']);
  });
});

describe('seldom books', () => {
  const NOTICE = 'Số liệu mẫu.';

  test('made-up figures say so on every page that rests on them, and no other page says it', async () => {
    const { page, complaints, goto } = await visit(PHONE, {}, marked);
    const sample = `/xa/${TO_HIEU}`;
    for (const path of [
      '/',
      '/tinh/14',
      sample,
      `${sample}/so/QVNN`,
      `${sample}/so/QVNN/tep/${GIFT_DIGEST}`,
    ]) {
      await goto(path);
      expect([path, await page.locator('.notice.sample').count()]).toEqual([path, 1]);
      expect(await page.locator('.notice.sample').textContent()).toContain(NOTICE);
    }
    const normal = `/xa/${CHIENG_AN}`;
    for (const path of [
      '/tinh/24',
      normal,
      `${normal}/so/QVNN`,
      `${normal}/so/QVNN/tep/${GIFT_DIGEST}`,
      '/phuong-phap',
    ]) {
      await goto(path);
      expect([path, await page.getByText(NOTICE).count()]).toEqual([path, 0]);
    }
    expect(complaints).toEqual([]);
  });

  test('a file declared anew stands in its book twice, and its rows are counted for what they are', async () => {
    const { page, complaints, goto } = await visit(DESKTOP, {}, marked);
    await goto(`/xa/${CHIENG_AN}/so/QVNN`);
    expect(await page.locator('section:last-of-type tbody tr').count()).toBe(2);
    await follow(page, /Bảng thu/);
    const text = await mainText(page);
    for (const part of ['Đã ghi sổ', 'bỏ qua 3: 1 tiêu đề, 1 dòng trống, 1 dòng tổng']) {
      expect(text).toContain(part);
    }
    expect(complaints).toEqual([]);
  });

  test('of very many places the largest are shown and the others a tap away; paper has them all', async () => {
    const { page, complaints, goto } = await visit(PHONE, {}, marked);
    await goto('/tinh/24/so/QVNN');
    const [most, least] = [MOST, LEAST].map((name) => page.locator('tbody th', { hasText: name }));
    expect([await most?.isVisible(), await least?.isVisible()]).toEqual([true, false]);
    expect(await least?.count()).toBe(1);
    await page.getByText('Xem thêm 4 nơi').click();
    expect(await least?.isVisible()).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByText('Xem thêm 4 nơi').click();
    await page.emulateMedia({ media: 'print' });
    expect(await least?.isVisible()).toBe(true);
    expect(await page.getByText('Xem thêm 4 nơi').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('charts', () => {
  test('come after the numbers, with a table of the same figures', async () => {
    const { page, goto } = await visit();
    await goto('/xa/03646/so/QVNN');
    await page.locator('.chart[data-drawing="drawn"] canvas').waitFor();
    const twin = (await page.locator('.chart table').locator('th, td').allInnerTexts()).map(plain);
    for (const figure of ['07/2025', '37.083.709 đ', '30.000.000 đ', '17.083.709 đ', '90.096.054 đ'])
      expect(twin).toContain(figure);
    const painted = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      return data.some((value) => value !== 0);
    });
    expect(painted).toBe(true);
  });

  test('without the chart’s code the page still shows every number and says what is missing', async () => {
    const { page, goto } = await visit();
    await page.route('**/assets/draw-*.js', (route) => route.abort());
    await goto('/xa/03646/so/QVNN');
    await page.locator('.chart[data-drawing="failed"]').waitFor();
    const text = await mainText(page);
    for (const part of ['Không tải được hình vẽ', '90.096.054 đ', '37.083.709 đ'])
      expect(text).toContain(part);
  });

  test('the numbers are on screen before the chart’s code is asked for', async () => {
    const { page } = await visit();
    let textWhenAsked = '';
    await page.route('**/assets/draw-*.js', async (route) => {
      textWhenAsked = await mainText(page);
      await route.continue();
    });
    await page.goto(`${served.url}/xa/03646/so/QVNN`);
    await page.locator('.chart[data-drawing="drawn"]').waitFor();
    expect(textWhenAsked).toContain('90.096.054 đ');
  });
});

describe('for everyone', () => {
  test.each([
    ['phone', PHONE, 'light'],
    ['desktop', DESKTOP, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const)(
    'no page has a problem that axe can find: %s %o %s',
    async (_, viewport, colorScheme) => {
      const { page, complaints, goto } = await visit(viewport, { colorScheme });
      const problems: string[] = [];
      for (const path of PAGES()) {
        await goto(path);
        if ((await page.locator('.chart').count()) > 0)
          await page.locator('.chart[data-drawing="drawn"]').waitFor();
        problems.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) problems.push(`${path}: ${overflow} px wider than the screen`);
      }
      expect(problems).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  test('the keyboard alone reaches a province', async () => {
    const { page, goto } = await visit();
    await goto('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tới nội dung chính');
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Tỉnh Sơn La') break;
    }
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Tỉnh Sơn La' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/tinh/14');
  });
});

describe('when something is wrong', () => {
  test('an unknown address says so in Vietnamese and leads home', async () => {
    const { page, goto } = await visit();
    await goto('/xa/99999');
    expect(await heading(page)).toBe('Không tìm thấy');
    await follow(page, 'Về trang toàn quốc');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('data that was changed on the way is not shown; trying again helps once it is right', async () => {
    const { page, goto } = await visit();
    const { root } = JSON.parse(site.get(POINTER_KEY) ?? '') as Pointer;
    const address = `**/${objectKey(root)}`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: (site.get(objectKey(root)) ?? '').replace('2790083710', '9790083710'),
      }),
    );
    await goto('/');
    expect(await heading(page)).toBe('Số liệu không khớp mã băm');
    await page.unroute(address);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.locator('h1', { hasText: 'Quỹ “Vì người nghèo”' }).waitFor();
  });
});
