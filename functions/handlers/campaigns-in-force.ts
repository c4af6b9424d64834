import type { LedgerTable, SlotOf } from '#adapters/ports.ts';
import type { Campaigns } from '#domain/campaigns/campaign.ts';
import { campaignsInForce, readCampaignsFile } from '#domain/campaigns/campaigns.ts';
import { compareText } from '#domain/order.ts';

/** The campaigns in force as the ledger has them: shipped, then imports in order of handing in. */
export async function campaignsOf(table: LedgerTable): Promise<Campaigns> {
  const imports = [...(await table.campaignImports())].sort(byReceipt);
  return campaignsInForce(imports.map(campaignsIn));
}

type CampaignsSlot = SlotOf<'campaigns'>;

const byReceipt = (a: CampaignsSlot, b: CampaignsSlot): number =>
  compareText(a.receivedAt, b.receivedAt) || compareText(a.id, b.id);

function campaignsIn({ seq, campaignsJson }: CampaignsSlot) {
  const campaigns = readCampaignsFile(campaignsJson);
  if (!campaigns.ok) throw new Error(`slot ${seq}: campaigns unreadable at ${campaigns.error}`);
  return campaigns.value;
}
