import * as v from 'valibot';
import { codesOf, FUND_KINDS, LEVELS, RELIEF_CAUSES } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { campaignTerms } from '../norms/norm.ts';

/** The code of the standing fund for the poor of a unit. */
export const FUND_FOR_THE_POOR = 'QVNN';

/** Which ledger of a unit: `QVNN`, or the code of a campaign that keeps its own books. Upper case, digits, hyphens. */
export type FundCode = string & { readonly __brand: 'FundCode' };

const FUND_CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const FUND_CODE_LENGTH = 40;

/** Whether a text is written as the code of a campaign is; which campaign that is, need not be known. */
export const isFundCode = (text: string): text is FundCode =>
  text.length <= FUND_CODE_LENGTH && FUND_CODE.test(text);

export const FundCodeSchema = v.pipe(
  v.string(),
  v.regex(FUND_CODE),
  v.maxLength(FUND_CODE_LENGTH),
  v.transform((s) => s as FundCode),
);

/**
 * A campaign. Kinds other than QUY_VNN keep their own books and may be named as a fund; those of QUY_VNN
 * (Tết vì người nghèo, Tháng cao điểm …) are drives within the standing fund and appear in its rows only.
 */
export const CampaignSchema = v.object({
  code: FundCodeSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(200)),
  fundKind: v.picklist(codesOf(FUND_KINDS)),
  cause: v.optional(v.picklist(codesOf(RELIEF_CAUSES))),
  from: IsoDateSchema,
  /** Last day; absent while the campaign is open. */
  to: v.optional(IsoDateSchema),
  ...campaignTerms,
  levels: v.pipe(v.array(v.picklist(codesOf(LEVELS))), v.minLength(1)),
  /** Where the call was made: the document or decision, for people to look up. */
  source: v.optional(v.pipe(v.string(), v.maxLength(300))),
});
export type Campaign = v.InferOutput<typeof CampaignSchema>;

/** A file of campaigns, as `campaigns import` takes it and as the product ships it. */
export const CampaignsFileSchema = v.object({ campaigns: v.pipe(v.array(CampaignSchema), v.minLength(1)) });

export type Campaigns = ReadonlyMap<FundCode, Campaign>;
