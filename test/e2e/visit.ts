/** One reader's visit to a served site, with everything that the browser complained about. */
import type { Browser, Page } from 'playwright-core';
import type { Served } from '#test/dashboard/support/serve.ts';

export const PHONE = { width: 360, height: 800 };
export const DESKTOP = { width: 1280, height: 900 };

export interface Visit {
  readonly page: Page;
  /** What the console, the policy and the scripts complained about. */
  readonly complaints: string[];
  goto(path: string): Promise<void>;
}

export async function visitSite(
  browser: Browser,
  { url }: Served,
  viewport = DESKTOP,
  context: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const page = await browser.newPage({ viewport, ...context });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
  });
  return {
    page,
    complaints,
    goto: async (path) => {
      await page.goto(url + path);
      await settled(page);
    },
  };
}

export const settled = (page: Page) => page.locator('main[aria-busy="false"] h1').waitFor();
/** What came after the page has come: the history of a unit, months, places of use. */
export const whole = async (page: Page) => {
  await settled(page);
  await page.waitForFunction(() => document.querySelector('p.later:not(.notice)') === null);
};
export const heading = (page: Page) => page.locator('h1').textContent();
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');
/** What a reader sees, not what is in the document. */
export const mainText = async (page: Page) => plain((await page.locator('main').allInnerTexts()).join('\n'));

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page
    .locator('main')
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
}
