/** The search for places, in a real browser: by keyboard, by touch, with a list that is slow or does not come. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems } from './axe.ts';
import { innerText, options, searchBox, startTimeSite, type TimeSite } from './time-site.ts';
import { PHONE } from './visit.ts';

let time: TimeSite;

beforeAll(async () => {
  time = await startTimeSite();
});

afterAll(() => time?.stop());

describe('the search', () => {
  test('by keyboard alone; its list is not asked for before the box is', async () => {
    const { page, complaints, goto } = await time.visit();
    const asked = time.asksGazetteer(page);
    await goto('/');
    await page.waitForLoadState('networkidle');
    expect(asked()).toBe(0);
    for (let presses = 0; presses < 5; presses++) {
      await page.keyboard.press('Tab');
      if (await searchBox(page).evaluate((input) => input === document.activeElement)) break;
    }
    await page.keyboard.type('xa tam th');
    await options(page).first().waitFor();
    expect(asked()).toBe(1);
    await page.keyboard.type('ang');
    const name = 'Phường Bàn Thạch (trước đây: Xã Tam Thăng, Thành phố Tam Kỳ)';
    await expect.poll(() => innerText(options(page).first())).toBe(`${name}\nThành phố Đà Nẵng`);
    await expect.poll(() => page.locator('.search [role="status"]').textContent()).toMatch(/^\d+ kết quả\.$/);
    await page.keyboard.press('ArrowDown');
    expect(await searchBox(page).getAttribute('aria-expanded')).toBe('true');
    const active = await searchBox(page).getAttribute('aria-activedescendant');
    expect(await options(page).first().getAttribute('id')).toBe(active);
    expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(await options(page).last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Phường Bàn Thạch' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/xa/20335');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await searchBox(page).inputValue()).toBe('');
    expect(await searchBox(page).getAttribute('aria-expanded')).toBe('false');
    expect(complaints).toEqual([]);
  });

  test('Enter at once opens the first place that is found, however slowly the list comes', async () => {
    const { page, goto } = await time.visit();
    await page.context().route(`**/${time.gazetteer}`, async (route) => {
      await new Promise((done) => setTimeout(done, 800));
      await route.continue();
    });
    await goto('/phuong-phap');
    await searchBox(page).fill('phường an mỹ quảng nam');
    await page.locator('.found').getByText('Đang tải danh mục…').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Phường Tam Kỳ' }).waitFor();
  });

  test('Escape closes the list, then empties the box; leaving closes it; what is not found is said', async () => {
    const { page, goto } = await time.visit();
    await goto('/');
    await searchBox(page).fill('tam thăng');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').isVisible()).toBe(false);
    expect(await searchBox(page).inputValue()).toBe('tam thăng');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.found').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.found').isVisible()).toBe(false);
    await searchBox(page).focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await searchBox(page).inputValue()).toBe('');
    await searchBox(page).fill('không đâu cả');
    await page.locator('.found').getByText('Không có xã, phường, tỉnh nào như vậy').waitFor();
    expect(await searchBox(page).getAttribute('aria-expanded')).toBe('false');
  });

  test('by touch', async () => {
    const { page, goto } = await time.visit(PHONE, { hasTouch: true, isMobile: true });
    await goto('/');
    await searchBox(page).tap();
    await searchBox(page).fill('hòa hương');
    await options(page).first().tap();
    await page.locator('h1', { hasText: 'Phường Hương Trà' }).waitFor();
  });

  test('a list that does not come is said, and can be tried again', async () => {
    const { page, goto } = await time.visit();
    await goto('/');
    await page.context().route(`**/${time.gazetteer}`, (route) => route.abort());
    await searchBox(page).fill('tam thăng');
    await page.locator('.found').getByText('Chưa tải được danh mục').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.context().unroute(`**/${time.gazetteer}`);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await options(page).first().waitFor();
  });
});
