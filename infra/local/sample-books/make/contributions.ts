import type { Channel, DonorClass } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { SampleContribution } from '../book.ts';
import { someDay } from '../days.ts';
import { account, donorName, phone } from '../names.ts';
import type { Prng } from '../prng.ts';
import { someGoods } from './goods.ts';

/** A drive within the standing fund: gifts of these days carry its code, and there are more of them. */
interface Drive {
  readonly code: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface ContributionPlan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rows: number;
  /** About what the gifts of money add up to. */
  readonly totalVnd: number;
  readonly documentPrefix: string;
  readonly donors: Readonly<Partial<Record<DonorClass, number>>>;
  readonly drives?: readonly Drive[];
  readonly campaign?: string;
  /** Share of rows that bring goods, most without money. */
  readonly goodsShare?: number;
  /** Places that givers name for their gift. */
  readonly earmarks?: readonly string[];
  readonly phones?: boolean;
}

/** Usual gifts of a class, before scaling, in thousands of đồng. */
const USUAL: Readonly<Record<DonorClass, readonly number[]>> = {
  CA_NHAN: [50, 100, 100, 200, 200, 300, 500, 500, 1000, 2000],
  TAP_THE: [500, 1000, 2000, 3000, 5000],
  CO_QUAN_DON_VI: [1000, 2000, 3000, 5000, 10000],
  DOANH_NGHIEP: [5000, 10000, 10000, 20000, 50000],
  TON_GIAO: [1000, 3000, 5000, 10000],
  LUC_LUONG_VU_TRANG: [2000, 3000, 5000],
  KIEU_BAO: [2000, 5000, 10000],
  QUOC_TE: [20000, 50000],
  AN_DANH: [20, 50, 100, 200, 500],
};

const PERSONS: ReadonlySet<DonorClass> = new Set<DonorClass>(['CA_NHAN', 'KIEU_BAO', 'AN_DANH']);

const channelOf = (prng: Prng, thousands: number): Channel =>
  prng.weighted({
    CHUYEN_KHOAN: thousands >= 1000 ? 12 : 6,
    TIEN_MAT: 3,
    VI_DIEN_TU: 1,
    KHO_BAC: thousands > 9000 ? 1 : 0,
  });

function note(prng: Prng, channel: Channel): string {
  if (channel === 'CHUYEN_KHOAN') {
    return prng.pick([`CK tu TK ${account(prng)}`, 'ung ho quy vi nguoi ngheo', 'UNG HO BA CON', '', '']);
  }
  return prng.pick(['', '', '', 'Nộp tại trụ sở, có biên nhận', 'Nộp thay cả nhà:\nbố mẹ và hai con']);
}

interface Draft {
  readonly row: SampleContribution;
  readonly thousands: number;
}

function draft(prng: Prng, plan: ContributionPlan): Draft {
  const drive = plan.drives?.length && prng.chance(0.65) ? prng.pick(plan.drives) : undefined;
  const donorClass = prng.weighted(plan.donors);
  const goods = prng.chance(plan.goodsShare ?? 0) ? someGoods(prng) : undefined;
  const thousands = goods && !prng.chance(0.15) ? 0 : prng.pick(USUAL[donorClass]);
  const channel = thousands === 0 ? 'HIEN_VAT' : goods ? 'TIEN_MAT' : channelOf(prng, thousands);
  const campaign = drive?.code ?? plan.campaign;
  const text = note(prng, channel);
  const consent = PERSONS.has(donorClass) ? (prng.chance(0.3) ? prng.chance(0.7) : undefined) : true;
  const earmark = plan.earmarks && prng.chance(0.4) ? prng.pick(plan.earmarks) : undefined;
  return {
    thousands,
    row: {
      date: someDay(prng, drive?.from ?? plan.from, drive?.to ?? plan.to),
      channel,
      donor: donorName(prng, donorClass),
      donorClass,
      ...(donorClass === 'AN_DANH' || consent === undefined ? {} : { publishName: consent }),
      ...(goods ? { goods } : {}),
      ...(campaign === undefined ? {} : { campaign }),
      ...(earmark === undefined ? {} : { earmark }),
      ...(text === '' ? {} : { note: text }),
      ...(plan.phones && PERSONS.has(donorClass) ? { extra: phone(prng) } : {}),
    },
  };
}

const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The amount that people would give for about this much: round, at least ten thousand đồng. */
function roundGift(amountVnd: number): number {
  const power = 10 ** Math.max(4, Math.floor(Math.log10(Math.max(1, amountVnd))));
  const near = amountVnd / power;
  return power * MANTISSAS.reduce((best, m) => (Math.abs(m - near) < Math.abs(best - near) ? m : best));
}

/** Scales usual gifts until the rounded ones add up to about the total; a few have the odd figures of a transfer. */
function scaledGifts(prng: Prng, thousands: readonly number[], totalVnd: number): number[] {
  const bases = thousands.map((one) => one * 1000 * (0.7 + 0.7 * prng.next()));
  const gifts = (factor: number) => bases.map((base) => (base === 0 ? 0 : roundGift(base * factor)));
  let factor = totalVnd / bases.reduce((sum, base) => sum + base, 0);
  for (let i = 0; i < 8; i += 1) factor *= totalVnd / gifts(factor).reduce((sum, gift) => sum + gift, 0);
  return gifts(factor).map((gift) => (gift > 0 && prng.chance(0.04) ? gift + prng.int(1, 9_999) : gift));
}

/** Gifts of a period in order of day, numbered; their money adds up to about the plan. */
export function makeContributions(prng: Prng, plan: ContributionPlan): SampleContribution[] {
  const drafts = Array.from({ length: plan.rows }, () => draft(prng, plan));
  const amounts = scaledGifts(
    prng,
    drafts.map(({ thousands }) => thousands),
    plan.totalVnd,
  );
  return drafts
    .map(({ row }, i) => (amounts[i] ? { ...row, amountVnd: amounts[i] } : row))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((row, i) => ({ ...row, documentNo: documentNo(prng, plan, row, i) }));
}

/** Receipts count up; a bank's number has a dot in it and may repeat or be missing. */
function documentNo(prng: Prng, plan: ContributionPlan, row: SampleContribution, i: number): string {
  if (row.channel !== 'CHUYEN_KHOAN') return `${plan.documentPrefix}-${String(i + 1).padStart(4, '0')}`;
  return prng.chance(0.05) ? '' : `${prng.int(5200, 5299)}.${prng.int(100, 999)}`;
}
