/**
 * The whitelist: what of an entry may be public. Each public row is built up field by field from here, never
 * by taking fields away. Source: Law 91/2025 on personal data, Decree 356/2025, Decree 93/2021 art. 14.
 */
import type { Campaigns, FundCode } from '../campaigns/campaign.ts';
import type { DonorClass } from '../codes.ts';
import type { Contribution, Disbursement, Entry } from '../entry.ts';
import { fold } from '../text.ts';
import type { UnitRegistry } from '../units/unit.ts';
import type { PublicContribution, PublicDisbursement } from './schema.ts';

export interface Publicity {
  readonly registry: UnitRegistry;
  readonly campaigns: Campaigns;
}

const ORGANISATIONS: ReadonlySet<DonorClass> = new Set([
  'TAP_THE',
  'CO_QUAN_DON_VI',
  'DOANH_NGHIEP',
  'TON_GIAO',
  'LUC_LUONG_VU_TRANG',
  'QUOC_TE',
]);

/** Openings that tell of a person or a household even where the class says organisation. */
const PERSONAL = /^(ong|ba|anh|chi|em|chau|co|chu|bac|cu|ho|gia dinh|vo chong|gd|be)\b/;

/** A run of digits as long as a telephone or account number. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){8,}/gu;

/** The name to print for a donor: organisations, and persons who agreed; nobody else. */
export function publicDonor({ donor, donorClass, publishName }: Contribution): string {
  if (donorClass === 'AN_DANH' || donor === undefined)
    return donorClass === 'AN_DANH' ? 'Ẩn danh' : 'Nhà hảo tâm';
  const mayPrint = publishName || (ORGANISATIONS.has(donorClass) && !PERSONAL.test(fold(donor)));
  return mayPrint ? donor.replace(LONG_NUMBER, '…') : 'Nhà hảo tâm';
}

/** A document number that looks like one; free text in its column could name somebody. */
const DOCUMENT = /^(?=.*\d)[\p{L}\d\s./()_–-]{1,40}$/u;

const publicDocument = (text: string | undefined): string | undefined =>
  text !== undefined &&
  DOCUMENT.test(text) &&
  text.split(/\s+/).length <= 4 &&
  text.search(LONG_NUMBER) === -1
    ? text
    : undefined;

function publicGoods(goods: Entry['goods']) {
  if (goods === undefined) return {};
  const { item, unitOfMeasure, quantityMilli, statedValueVnd } = goods;
  return {
    item: item.replace(LONG_NUMBER, '…'),
    unitOfMeasure: unitOfMeasure.replace(LONG_NUMBER, '…'),
    quantityMilli,
    ...(statedValueVnd === undefined ? {} : { statedValueVnd }),
  };
}

const knownCampaign = (code: string | undefined, { campaigns }: Publicity) =>
  code !== undefined && campaigns.has(code as FundCode) ? { campaign: code } : {};

export function publicContribution(entry: Contribution, publicity: Publicity): PublicContribution {
  return {
    row: entry.row,
    date: entry.date,
    donor: publicDonor(entry),
    donorClass: entry.donorClass,
    ...(entry.channel === undefined ? {} : { channel: entry.channel }),
    ...(entry.amountVnd === undefined ? {} : { amountVnd: entry.amountVnd }),
    ...publicGoods(entry.goods),
    ...(entry.documentNo === undefined ? {} : { documentTail: entry.documentNo.slice(-4) }),
    ...knownCampaign(entry.campaign, publicity),
  };
}

export function publicDisbursement(entry: Disbursement, publicity: Publicity): PublicDisbursement {
  const commune = entry.communeId === undefined ? undefined : publicity.registry.byId(entry.communeId);
  const documentNo = publicDocument(entry.documentNo);
  const decisionNo = publicDocument(entry.decisionNo);
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
    ...(entry.late ? { late: true as const } : {}),
  };
}
