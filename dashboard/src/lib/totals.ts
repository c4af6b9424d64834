import type { FundCode } from '#domain/campaigns/campaign.ts';
import { FUND_FOR_THE_POOR } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { ZERO_VND } from '#domain/money.ts';
import type { FundTotals, Totals } from '#domain/publish/node-parts.ts';

const NO_TOTALS: Totals = {
  openingVnd: ZERO_VND,
  donationsVnd: ZERO_VND,
  transfersInVnd: ZERO_VND,
  handoversInVnd: ZERO_VND,
  otherInVnd: ZERO_VND,
  usesVnd: ZERO_VND,
  transfersOutVnd: ZERO_VND,
  handoversOutVnd: ZERO_VND,
  closingVnd: ZERO_VND,
  entries: 0,
  submissions: 0,
  samples: 0,
  quarantinedRows: 0,
  quarantinedVnd: ZERO_VND,
  statements: 0,
  reconciled: 0,
  errors: 0,
  warnings: 0,
};

/** The sums of one fund. A fund that is not there sums to nothing; funds are never added to each other. */
export const totalsOf = (funds: readonly FundTotals[], fund: FundCode): Totals =>
  funds.find((line) => line.fund === fund)?.totals ?? NO_TOTALS;

/** The fund to show: the one asked for, else the standing fund for the poor, else the first there is. */
export function shownFund(funds: readonly FundTotals[], asked: FundCode | undefined): FundCode {
  const standing = FUND_FOR_THE_POOR as FundCode;
  if (asked !== undefined) return asked;
  return funds.some(({ fund }) => fund === standing) ? standing : (funds[0]?.fund ?? standing);
}

/** The day up to which one fund's figures go here. */
export const asOfFund = (funds: readonly FundTotals[], fund: FundCode): IsoDate | undefined =>
  funds.find((line) => line.fund === fund)?.asOf;

/** Everything that came into one book: donations, transfers from above, handovers, interest, refunds. */
export const inflowVnd = (totals: Totals): number =>
  totals.donationsVnd + totals.transfersInVnd + totals.handoversInVnd + totals.otherInVnd;

/** Everything that went out of one book: uses, transfers to lower levels, handovers. */
export const outflowVnd = (totals: Totals): number =>
  totals.usesVnd + totals.transfersOutVnd + totals.handoversOutVnd;
