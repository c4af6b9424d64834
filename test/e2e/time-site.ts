/** The books from before and after 1/7/2025 on a site of their own, with a browser to look at it. */
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { type Nation, objectKey, POINTER_KEY } from '#domain/publish/schema.ts';
import { buildDashboard } from '#infra/local/dashboard-build.ts';
import { type Served, serve } from '#test/dashboard/support/serve.ts';
import { publishFiles } from '#test/dashboard/support/snapshot.ts';
import { throughTime } from '#test/dashboard/support/through-time.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startTestEngines } from '#test/support/engines.ts';
import { DESKTOP, plain, type Visit, visitSite } from './visit.ts';

export interface TimeSite {
  readonly served: Served;
  /** The file with the history of all units. */
  readonly gazetteer: string;
  visit(viewport?: typeof DESKTOP, context?: Parameters<Browser['newContext']>[0]): Promise<Visit>;
  /** How often that file was asked for, by the page or by its worker. */
  asksGazetteer(page: Page): () => number;
  stop(): Promise<void>;
}

export async function startTimeSite(): Promise<TimeSite> {
  const engines = await startTestEngines();
  const site = await publishFiles(engines, throughTime());
  const { root } = JSON.parse(site.get(POINTER_KEY) ?? '');
  const gazetteer = objectKey((JSON.parse(site.get(objectKey(root)) ?? '') as Nation).gazetteer);
  const served = await serve((await buildDashboard()).dir, site);
  const browser = await launchBrowser();
  return {
    served,
    gazetteer,
    visit: (viewport = DESKTOP, context = {}) => visitSite(browser, served, viewport, context),
    asksGazetteer: (page) => {
      let asked = 0;
      page.context().on('request', (request: Request) => {
        if (request.url().endsWith(gazetteer)) asked += 1;
      });
      return () => asked;
    },
    stop: async () => {
      await browser.close();
      await served.stop();
      await engines.stop();
    },
  };
}

export const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Tìm xã, phường, tỉnh' });
export const options = (page: Page) => page.getByRole('option');
/** What of it a reader sees. */
export const innerText = async (place: Locator) => plain((await place.allInnerTexts()).join('\n'));
