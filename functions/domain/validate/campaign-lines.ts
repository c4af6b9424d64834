import { type FundCode, isFundCode } from '../campaigns/campaign.ts';
import type { IsoDate } from '../date.ts';
import type { Entry } from '../entry.ts';
import { inKeyOrder } from '../order.ts';
import { at, type FlowLines, linesOf, noLines } from './flow-lines.ts';
import type { Sums } from './summary.ts';

interface OfCampaign extends FlowLines {
  readonly campaign: FundCode;
  from: IsoDate;
  to: IsoDate;
}

/** A column with more codes than this names no campaigns, whatever its heading says: nothing is told by campaign. */
export const MAX_CAMPAIGNS = 500;

/** Money by the campaign that rows name. Which codes are campaigns is known later: one may be told of after its rows. */
export class CampaignLines {
  readonly #campaigns = new Map<string, OfCampaign>();
  #last: OfCampaign | undefined;

  /** The lines of the campaign that a row names; undefined where it names none. */
  of({ campaign, date }: Entry): FlowLines | undefined {
    if (campaign === undefined) return undefined;
    // Mostly it is the campaign of the row before.
    const own = this.#last?.campaign === campaign ? this.#last : this.#find(campaign, date);
    if (own === undefined) return undefined;
    this.#last = own;
    if (date < own.from) own.from = date;
    else if (date > own.to) own.to = date;
    return own;
  }

  #find(campaign: string, date: IsoDate): OfCampaign | undefined {
    if (!isFundCode(campaign) || this.#campaigns.size > MAX_CAMPAIGNS) return undefined;
    return at(this.#campaigns, campaign, () => ({ campaign, from: date, to: date, ...noLines() }));
  }

  sums(): NonNullable<Sums['campaigns']> {
    if (this.#campaigns.size > MAX_CAMPAIGNS) return [];
    return inKeyOrder(this.#campaigns).map((one) => ({
      campaign: one.campaign,
      from: one.from,
      to: one.to,
      ...linesOf(one),
    }));
  }
}
