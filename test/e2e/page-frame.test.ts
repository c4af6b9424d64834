/** What every page has in common, in a real browser: the menu, its headings, narrow screens, paper, the keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { madeSnapshot } from '#test/dashboard/support/made-snapshot.ts';
import { BANK_FILE } from '#test/dashboard/support/made-statement.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { DESKTOP, PHONE, visitSite, whole } from './visit.ts';

let served: Served;
let browser: Browser;

const BOOK = '/xa/03646/so/QVNN';
const FILE = `${BOOK}/tep/${BANK_FILE}`;
const PAGES = [
  '/',
  '/tinh/14',
  '/xa/03646',
  BOOK,
  FILE,
  '/doi-soat',
  '/doi-soat/14',
  '/phuong-phap',
  '/kiem-tra',
];

beforeAll(async () => {
  const { dir } = await buildDashboard();
  served = await serve(dir, madeSnapshot());
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const visit = (viewport = DESKTOP) => visitSite(browser, served, viewport);
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
const menu = (page: Page) => page.getByRole('navigation', { name: 'Trang chính' }).getByRole('link');

describe('the menu', () => {
  const ALL = ['Toàn quốc', 'Trung ương', 'Đối soát', 'Kiểm tra tệp', 'Phương pháp'];

  test.each([
    ['/', 'Toàn quốc', 'page'],
    ['/tinh/14', 'Toàn quốc', 'true'],
    [FILE, 'Toàn quốc', 'true'],
    ['/doi-soat', 'Đối soát', 'page'],
    ['/doi-soat/14', 'Đối soát', 'true'],
    ['/kiem-tra', 'Kiểm tra tệp', 'page'],
    ['/phuong-phap', 'Phương pháp', 'page'],
  ])('is whole on %s, opened by itself, and marks where the reader is', async (path, label, current) => {
    const { page, goto } = await visit();
    await goto(path);
    expect(await menu(page).allTextContents()).toEqual(ALL);
    const marks = await menu(page).evaluateAll((links) =>
      links.map((link) => [link.textContent, link.getAttribute('aria-current')]),
    );
    expect(marks.filter(([, mark]) => mark !== null)).toEqual([[label, current]]);
  });

  test('is whole where there is nothing to show, or no network', async () => {
    const { page, goto } = await visit();
    await goto('/khong-co-trang-nay');
    expect(await menu(page).allTextContents()).toEqual(ALL);
    await page.route('**/data/**', (route) => route.abort());
    await goto('/');
    expect(await page.locator('h1').textContent()).toBe('Không tải được số liệu');
    expect(await menu(page).allTextContents()).toEqual(ALL);
  });
});

test('no heading skips a level, and a finding stands one below the heading over it', async () => {
  const { page, goto } = await visit();
  for (const path of PAGES) {
    await goto(path);
    await whole(page);
    const levels = await page
      .locator('main :is(h1, h2, h3, h4, h5)')
      .evaluateAll((all) =>
        all.map((one) => [Number(one.tagName[1]), one.closest('.findings') !== null] as const),
      );
    const skips = levels.filter(([level], at) => level > (levels[at - 1]?.[0] ?? 0) + 1);
    expect([path, skips]).toEqual([path, []]);
    const wrong = levels.filter(
      ([level, found], at) =>
        found && level !== (levels.slice(0, at).findLast(([, before]) => !before)?.[0] ?? 0) + 1,
    );
    expect([path, wrong]).toEqual([path, []]);
  }
});

describe('a narrow screen', () => {
  test('of 320 px, as at 400 %, is not too narrow for any page with all its folds open', async () => {
    const { page, goto } = await visit({ width: 320, height: 640 });
    for (const path of PAGES) {
      await goto(path);
      await whole(page);
      await unfold(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, wide]).toEqual([path, 0]);
    }
  });

  test('links that stand by themselves are large enough for a finger', async () => {
    const { page, goto } = await visit(PHONE);
    for (const path of ['/', BOOK, '/doi-soat/14']) {
      await goto(path);
      await whole(page);
      await unfold(page);
      const small = await page
        .locator('main :is(button, summary, select, .cards th > a, .cards td > a, .crumbs a, .names a)')
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
            .map((one) => `${one.tagName} ${one.textContent}`),
        );
      expect([path, small]).toEqual([path, []]);
    }
  });
});

test('a table is a stop of the keyboard only while it has more than it shows', async () => {
  const { page, goto } = await visit();
  await goto(BOOK);
  await whole(page);
  const stops = page.locator('.scroller[tabindex="0"]');
  expect(await stops.count()).toBe(0);
  await page.setViewportSize({ width: 760, height: 900 });
  await expect.poll(() => stops.count()).toBeGreaterThan(0);
  expect(await stops.evaluateAll((all) => all.every((one) => one.scrollWidth > one.clientWidth))).toBe(true);
  expect(await stops.first().getAttribute('role')).toBe('region');
});

describe('paper', () => {
  test('repeats headings and not totals, and has all that is folded away', async () => {
    const { page, goto } = await visit();
    for (const path of [BOOK, '/doi-soat/14', '/tinh/14']) {
      await goto(path);
      await whole(page);
      await page.emulateMedia({ media: 'print' });
      const displays = (selector: string) =>
        page
          .locator(selector)
          .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).display))]);
      expect(await displays('main tfoot')).toEqual(['table-row-group']);
      expect(await displays('main .cards thead')).toEqual(['table-header-group']);
      const hidden = await page
        .locator('main details:not(.verify) > :not(summary, button)')
        .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).map((one) => one.textContent));
      expect([path, hidden]).toEqual([path, []]);
      await page.emulateMedia({ media: 'screen' });
    }
  });

  test('every sheet says where it is from, by the period that is shown', async () => {
    const { page, goto } = await visit();
    await goto(BOOK);
    await whole(page);
    const foot = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--sheet-foot'));
    expect(await foot()).toBe(`"${served.url}${BOOK} · bản nộp mới nhất lúc 03/10/2025 09:00"`);
    await page.locator('#bao-cao').getByLabel('Theo').selectOption('Quý');
    await expect.poll(foot).toContain(`${BOOK}?ky=`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('footer').getByText(`${served.url}${BOOK}?ky=`).isVisible()).toBe(true);
  });
});
