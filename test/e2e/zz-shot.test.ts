import { test } from 'vitest';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { madeSnapshot } from '#test/dashboard/support/made-snapshot.ts';
import { serve } from '#test/dashboard/support/serve.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeProblems } from './axe.ts';
import { DESKTOP, PHONE, visitSite, whole } from './visit.ts';

test('shots', async () => {
  const { dir } = await buildDashboard();
  const served = await serve(dir, madeSnapshot());
  const browser = await launchBrowser();
  const PATHS = ['/', '/tinh/14', '/xa/03646/so/QVNN', '/doi-soat', '/doi-soat/14', `/xa/03646/so/QVNN/tep/${'b'.repeat(64)}`];
  for (const [name, viewport] of [['d', DESKTOP], ['p', PHONE]] as const) {
    const { page, complaints, goto } = await visitSite(browser, served, viewport);
    for (const [i, path] of PATHS.entries()) {
      await goto(path);
      await whole(page);
      if (path === '/doi-soat') { await page.getByRole('button', { name: 'Cộng lại từng tỉnh' }).click(); await page.getByText('Đã cộng lại').waitFor(); }
      await page.waitForTimeout(600);
      if (i === 2) for (const id of ['bao-cao','ngan-hang','ngay-co-tep','nghia-vu','bon-chang','nha']) await page.locator(`#${id}`).screenshot({ path: `/tmp/x/shots/${name}-${id}.png` });
      if (i === 2) await page.locator('section:has(.findings)').first().screenshot({ path: `/tmp/x/shots/${name}-find.png` });
      await page.screenshot({ path: `/tmp/x/shots/${name}${i}.png`, fullPage: true });
      console.log(path, name, await axeProblems(page), await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
    }
    console.log(complaints);
  }
  await browser.close();
  await served.stop();
}, 240_000);
