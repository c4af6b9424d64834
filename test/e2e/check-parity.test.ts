/** The page says of every fixture what the command says of it, to the last byte. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import { allFixtures, CHECKED_ON, FILES, type Fixture } from '#test/fixtures/fixtures.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { runCli } from '#test/support/run-cli.ts';

let served: Served;
let browser: Browser;
let page: Page;
/** What is said of one file may hold for the next one: then the page is loaded anew. */
let touched = true;
const dir = mkdtempSync(join(tmpdir(), 'parity-'));

beforeAll(async () => {
  served = await serve((await buildDashboard()).dir, new Map());
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  rmSync(dir, { recursive: true, force: true });
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

/** What the command says of it, told the same things. */
async function printed({ name, expected: { kind, unit, period, overrides } }: Fixture): Promise<string> {
  const reading = join(dir, 'doc.json');
  writeFileSync(reading, JSON.stringify(overrides));
  const { out, err } = await runCli(
    ...['check', fileURLToPath(new URL(name, FILES)), '--json', '--on', CHECKED_ON],
    ...(kind === undefined ? [] : ['--kind', kind]),
    ...(unit === undefined ? [] : ['--unit', unit]),
    ...(period === undefined ? [] : ['--from', period.from, '--to', period.to]),
    ...(Object.keys(overrides).length === 0 ? [] : ['--reading', reading]),
  );
  expect(err).toBe('');
  return out;
}

test.each(allFixtures().map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  expect(await reported(fixture)).toBe(await printed(fixture));
});
