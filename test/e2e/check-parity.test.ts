/** The page says of every fixture what the engine says of it in Node, to the last byte. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import { allFixtures, CHECKED_ON, checkFixture, FILES, type Fixture } from '#test/fixtures/fixtures.ts';
import { launchBrowser } from '#test/support/browser.ts';

let served: Served;
let browser: Browser;
let page: Page;
/** What is said of one file may hold for the next one: then the page is loaded anew. */
let touched = true;

beforeAll(async () => {
  served = await serve((await buildDashboard()).dir, new Map());
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function open(): Promise<void> {
  await page.goto(`${served.url}/kiem-tra?ngay=${CHECKED_ON}`);
  await page.locator('[data-readiness="ready"]').waitFor();
}

/** What the page's report says of a file, declared and read as the fixture says. */
async function reported({ name, expected: { kind, unit, period, overrides } }: Fixture): Promise<string> {
  const said = Object.keys(overrides).length > 0;
  if (said || touched) await open();
  touched = said;
  await page.locator('#loai').selectOption(kind ?? '');
  await page.locator('#don-vi').fill(unit ?? '');
  await page.locator('#tu-ngay').fill(period?.from ?? '');
  await page.locator('#den-ngay').fill(period?.to ?? '');
  if (said) {
    const buffer = Buffer.from(JSON.stringify(overrides));
    await page.setInputFiles('#tep-cach-doc', { name: 'doc.json', mimeType: 'application/json', buffer });
    await page.getByText('Đọc theo doc.json').waitFor();
  }
  await page.setInputFiles('#chon-tep', fileURLToPath(new URL(name, FILES)));
  await page.locator('.verdict-head .kicker', { hasText: name }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu báo cáo (JSON)' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test.each(allFixtures().map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const { report } = await checkFixture(fixture);
  expect(await reported(fixture)).toBe(`${JSON.stringify(report, null, 2)}\n`);
});
