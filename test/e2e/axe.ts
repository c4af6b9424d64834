import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, of any weight: rule, weight and the first element concerned. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}): ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
