/**
 * The whitelist: what of an entry may be public. Each public row is built up field by field from here, never
 * by taking fields away. Source: Law 91/2025 on personal data, Decree 356/2025, Decree 93/2021 art. 14.
 */
import type { Campaigns, FundCode } from '../campaigns/campaign.ts';
import type { DonorClass } from '../codes.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import type { UnitRegistry } from '../units/unit.ts';
import { documentTail, publicCode } from './public-text/document-code.ts';
import { publicItem, publicUnitOfMeasure } from './public-text/label.ts';
import { publicOrganisation } from './public-text/organisation.ts';
import { masked } from './public-text/written.ts';
import type { PublicContribution, PublicDisbursement } from './row-schema.ts';

export interface Publicity {
  readonly registry: UnitRegistry;
  readonly campaigns: Campaigns;
}

const BENEFACTOR = 'Nhà hảo tâm';

const ORGANISATIONS: ReadonlySet<DonorClass> = new Set([
  'TAP_THE',
  'CO_QUAN_DON_VI',
  'DOANH_NGHIEP',
  'TON_GIAO',
  'LUC_LUONG_VU_TRANG',
  'QUOC_TE',
]);

/** The name to print for a donor: organisations that read like one, and persons who agreed; nobody else. */
export function publicDonor({ donor, donorClass, publishName }: Contribution): string {
  if (donorClass === 'AN_DANH') return 'Ẩn danh';
  if (donor === undefined) return BENEFACTOR;
  if (publishName) return masked(donor);
  return (ORGANISATIONS.has(donorClass) ? publicOrganisation(donor) : undefined) ?? BENEFACTOR;
}

function publicGoods(goods: Entry['goods']) {
  if (goods === undefined) return {};
  const { item, unitOfMeasure, quantityMilli, statedValueVnd } = goods;
  return {
    item: publicItem(item),
    unitOfMeasure: publicUnitOfMeasure(unitOfMeasure),
    quantityMilli,
    ...(statedValueVnd === undefined ? {} : { statedValueVnd }),
  };
}

const knownCampaign = (code: string | undefined, { campaigns }: Publicity) =>
  code !== undefined && campaigns.has(code as FundCode) ? { campaign: code } : {};

export function publicContribution(entry: Contribution, publicity: Publicity): PublicContribution {
  const tail = documentTail(entry.documentNo);
  return {
    row: entry.row,
    date: entry.date,
    donor: publicDonor(entry),
    donorClass: entry.donorClass,
    ...(entry.channel === undefined ? {} : { channel: entry.channel }),
    ...(entry.amountVnd === undefined ? {} : { amountVnd: entry.amountVnd }),
    ...publicGoods(entry.goods),
    ...(tail === undefined ? {} : { documentTail: tail }),
    ...knownCampaign(entry.campaign, publicity),
  };
}

export function publicDisbursement(entry: Disbursement, publicity: Publicity): PublicDisbursement {
  const commune = entry.communeId === undefined ? undefined : publicity.registry.byId(entry.communeId);
  const documentNo = publicCode(entry.documentNo);
  const decisionNo = publicCode(entry.decisionNo);
  const organisation = entry.organisation === undefined ? undefined : publicOrganisation(entry.organisation);
  return {
    row: entry.row,
    date: entry.date,
    purpose: entry.purpose,
    ...(commune === undefined ? {} : { communeId: commune.id, communeName: commune.name }),
    ...(entry.amountVnd === undefined ? {} : { amountVnd: entry.amountVnd }),
    ...publicGoods(entry.goods),
    ...(documentNo === undefined ? {} : { documentNo }),
    ...(decisionNo === undefined ? {} : { decisionNo }),
    ...knownCampaign(entry.campaign, publicity),
    ...(organisation === undefined ? {} : { organisation }),
    ...(entry.late ? { late: true as const } : {}),
  };
}
