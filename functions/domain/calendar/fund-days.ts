import type { Campaign } from '../campaigns/campaign.ts';
import type { Unit } from '../units/unit.ts';
import type { FundDays } from './occasions.ts';

/** The days of a unit's fund: of a campaign's those that it was announced with, of the standing fund the unit's own. */
export const fundDays = (campaign: Campaign | undefined, { validTo }: Pick<Unit, 'validTo'>): FundDays => ({
  kind: campaign?.fundKind ?? 'QUY_VNN',
  ...(campaign === undefined ? {} : { from: campaign.from, to: campaign.to }),
  receiptEnd: campaign?.receiptTo,
  distributionEnd: campaign?.distributionTo,
  unitEnd: validTo,
});
