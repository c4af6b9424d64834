import type { Campaign } from '#domain/campaigns/campaign.ts';
import { FUND_FOR_THE_POOR } from '#domain/campaigns/campaign.ts';
import type { Finding } from '#domain/finding.ts';

/** The fund as people call it. A campaign that this snapshot does not describe goes by its code. */
export function fundName(campaigns: readonly Campaign[], code: string): string {
  if (code === FUND_FOR_THE_POOR) return 'Quỹ “Vì người nghèo”';
  return campaigns.find((campaign) => campaign.code === code)?.name ?? code;
}

/** A finding that tells of a fund by its code, telling it by its name. */
export const withFundName = (campaigns: readonly Campaign[], finding: Finding): Finding => {
  const { params } = finding;
  return typeof params?.fund === 'string'
    ? { ...finding, params: { ...params, fund: fundName(campaigns, params.fund) } }
    : finding;
};
