import { monthlyCost } from './model.ts';
import { PRICES, type Prices } from './prices.ts';
import { SIZES, USE } from './sizes.ts';

const usd = (amount: number): string => amount.toFixed(2).replace('.', ',');

/** The bill of every size as a Markdown table, in US dollars a month. */
export function costTable(prices: Prices = PRICES): string {
  const bills = SIZES.map((size) => monthlyCost(size, USE, prices));
  const items = (bills[0] ?? []).map(({ item, formula }, index) => {
    const amounts = bills.map((bill) => usd(bill[index]?.usdPerMonth ?? Number.NaN));
    return `| ${item} | ${formula} | ${amounts.join(' | ')} |`;
  });
  const totals = bills.map((bill) => `**${usd(bill.reduce((sum, line) => sum + line.usdPerMonth, 0))}**`);
  return [
    `| Khoản (USD/tháng) | Cách tính | ${SIZES.map(({ name }) => name).join(' | ')} |`,
    `|---|---|${SIZES.map(() => '--:|').join('')}`,
    ...items,
    `| **Cộng** | | ${totals.join(' | ')} |`,
  ].join('\n');
}

if (import.meta.main) console.log(costTable());
