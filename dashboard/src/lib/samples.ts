import type { FundTotals, Totals } from '#domain/publish/node-parts.ts';
import type { PageData } from '../data/pages.ts';

const made = (totals: Totals): boolean => totals.samples > 0;
const anyMade = (funds: readonly FundTotals[]): boolean => funds.some(({ totals }) => made(totals));

/** Whether any figure of the page rests on made-up files, handed in to try the product out. */
export function showsSamples(data: PageData): boolean {
  switch (data.page) {
    case 'nation':
      return anyMade(data.nation.funds);
    case 'conserve':
      return anyMade((data.province ?? data.nation).funds);
    case 'province':
      return anyMade((data.map ?? data.reported)?.funds ?? []);
    case 'unit':
      return anyMade((data.mapUnit ?? data.own)?.funds ?? []);
    case 'statement':
      return made(data.statement.totals);
    case 'file':
      return data.file.sample === true;
    case 'method':
    case 'check':
      return false;
  }
}
