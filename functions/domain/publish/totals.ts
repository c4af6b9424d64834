import type { FundCode } from '../campaigns/campaign.ts';
import { sumAbsVnd, vnd } from '../money.ts';
import { compareText, maxText } from '../order.ts';
import type { FundTotals, Totals } from './node-parts.ts';

/** Adds two sums field by field: every field of the totals adds up, variances as far as they are exact. */
export const addTotals = (a: Totals, b: Totals): Totals => ({
  openingVnd: vnd(a.openingVnd + b.openingVnd),
  donationsVnd: vnd(a.donationsVnd + b.donationsVnd),
  transfersInVnd: vnd(a.transfersInVnd + b.transfersInVnd),
  handoversInVnd: vnd(a.handoversInVnd + b.handoversInVnd),
  interestVnd: vnd(a.interestVnd + b.interestVnd),
  refundsInVnd: vnd(a.refundsInVnd + b.refundsInVnd),
  usesVnd: vnd(a.usesVnd + b.usesVnd),
  transfersOutVnd: vnd(a.transfersOutVnd + b.transfersOutVnd),
  handoversOutVnd: vnd(a.handoversOutVnd + b.handoversOutVnd),
  refundsOutVnd: vnd(a.refundsOutVnd + b.refundsOutVnd),
  feesVnd: vnd(a.feesVnd + b.feesVnd),
  closingVnd: vnd(a.closingVnd + b.closingVnd),
  entries: a.entries + b.entries,
  submissions: a.submissions + b.submissions,
  samples: a.samples + b.samples,
  quarantinedRows: a.quarantinedRows + b.quarantinedRows,
  quarantinedVnd: vnd(a.quarantinedVnd + b.quarantinedVnd),
  statements: a.statements + b.statements,
  reconciled: a.reconciled + b.reconciled,
  variances: a.variances + b.variances,
  varianceVnd: sumAbsVnd([a.varianceVnd, b.varianceVnd]),
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
});

/** Sums per fund over parts of the tree, by fund code. Funds are never added to each other. */
export function sumFunds(parts: readonly (readonly FundTotals[])[]): FundTotals[] {
  const byFund = new Map<FundCode, FundTotals>();
  for (const part of parts.flat()) {
    const known = byFund.get(part.fund);
    byFund.set(
      part.fund,
      known === undefined
        ? part
        : {
            fund: part.fund,
            asOf: maxText(known.asOf, part.asOf),
            totals: addTotals(known.totals, part.totals),
          },
    );
  }
  return [...byFund.values()].sort((a, b) => compareText(a.fund, b.fund));
}

/** How many accepted submissions these sums contain. */
export const submissionsIn = (funds: readonly FundTotals[]): number =>
  funds.reduce((sum, { totals }) => sum + totals.submissions, 0);
