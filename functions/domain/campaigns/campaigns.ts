import * as v from 'valibot';
import { MAX_PLACES } from '../finding.ts';
import { err, ok, type Result } from '../result.ts';
import { type Campaign, type Campaigns, CampaignsFileSchema, type FundCode } from './campaign.ts';
import shipped from './shipped.data.json' with { type: 'json' };

const SHIPPED: readonly Campaign[] = v.parse(CampaignsFileSchema, shipped).campaigns;

/**
 * The campaigns in force: those shipped, then each import in order of handing in; a later one of the same code
 * replaces the earlier.
 */
export function campaignsInForce(imports: readonly (readonly Campaign[])[]): Campaigns {
  const byCode = new Map<FundCode, Campaign>();
  for (const campaign of [SHIPPED, ...imports].flat()) byCode.set(campaign.code, campaign);
  return byCode;
}

/** Reads a file of campaigns; the error lists the places at fault as the schema names them. */
export function readCampaignsFile(text: string): Result<readonly Campaign[], string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('JSON');
  }
  const parsed = v.safeParse(CampaignsFileSchema, json);
  if (parsed.success) return ok(parsed.output.campaigns);
  const places = [...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? 'campaigns'))];
  const more = places.length - MAX_PLACES;
  return err(places.slice(0, MAX_PLACES).join(', ') + (more > 0 ? ` (và ${more} chỗ khác)` : ''));
}
