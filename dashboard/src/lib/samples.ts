import type { FundTotals, Totals } from '#domain/publish/schema.ts';
import type { PageData } from '../data/pages.ts';

const made = (totals: Totals): boolean => totals.samples > 0;
const anyMade = (funds: readonly FundTotals[]): boolean => funds.some(({ totals }) => made(totals));

/** Whether any figure of the page rests on made-up files, handed in to try the product out. */
export function showsSamples(data: PageData): boolean {
  switch (data.page) {
    case 'nation':
      return anyMade(data.nation.funds);
    case 'province':
      return anyMade(data.data.funds);
    case 'unit':
      return data.node.statements.some(({ totals }) => made(totals));
    case 'statement':
      return made(data.statement.totals);
    case 'file':
      return data.file.sample === true;
    case 'method':
    case 'check':
      return false;
  }
}
