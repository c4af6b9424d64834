import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, day } from '../days.ts';
import { cashOf } from '../make/bank.ts';
import { makePair, type Pair, type PairSpec } from '../pair.ts';
import { EXCEL, EXPORT, TEMPLATE } from '../styles.ts';

const FUND = 'BAO-LU-2025';
const FROM = day('2025-10-01');
const TO = day('2025-12-31');
const TY = 1_000_000_000;

/** Rounds of the centre to provinces; the books of Đắk Lắk alone are in the sample, the others' are on their way. */
export const TO_PROVINCES = [
  {
    out: day('2025-10-09'),
    decision: '12/QĐ-BVĐTW',
    round: 'Đợt 1',
    to: { 'Thái Nguyên': 8, 'Cao Bằng': 5, 'Lạng Sơn': 5, 'Bắc Ninh': 4 },
  },
  {
    out: day('2025-11-21'),
    decision: '19/QĐ-BVĐTW',
    round: 'Đợt 2',
    to: { 'Đắk Lắk': 6, 'Khánh Hòa': 5, 'Gia Lai': 4, 'Lâm Đồng': 3 },
  },
  {
    out: day('2025-12-08'),
    decision: '24/QĐ-BVĐTW',
    round: 'Đợt 3',
    to: { 'Đắk Lắk': 4, 'Khánh Hòa': 2 },
  },
];

export const PROVINCES: Readonly<Record<string, string>> = {
  'Cao Bằng': '04',
  'Thái Nguyên': '19',
  'Lạng Sơn': '20',
  'Bắc Ninh': '24',
  'Gia Lai': '52',
  'Khánh Hòa': '56',
  'Đắk Lắk': '66',
  'Lâm Đồng': '68',
};

/** Rounds of Đắk Lắk to communes, in millions. */
const TO_COMMUNES = [
  {
    out: day('2025-11-26'),
    decision: '31/QĐ-BVĐ',
    round: 'Đợt 1',
    to: { '22276': 900, '22291': 700, '22081': 450 },
  },
  {
    out: day('2025-12-12'),
    decision: '38/QĐ-BVĐ',
    round: 'Đợt 2',
    to: { '22276': 600, '22291': 500, '22081': 250 },
  },
];

const fromAbove = (
  donor: string,
  date: string,
  amountVnd: number,
  documentNo: string,
  fromUnit: string,
  round: string,
): SampleContribution => ({
  date: addDays(day(date), 1),
  channel: 'CAP_TREN_CHUYEN',
  donor,
  donorClass: 'CO_QUAN_DON_VI',
  amountVnd,
  documentNo,
  campaign: FUND,
  fromUnit,
  round,
});

const DONORS = {
  CA_NHAN: 14,
  TAP_THE: 4,
  CO_QUAN_DON_VI: 5,
  DOANH_NGHIEP: 6,
  TON_GIAO: 2,
  LUC_LUONG_VU_TRANG: 2,
  KIEU_BAO: 2,
  QUOC_TE: 1,
  AN_DANH: 3,
} as const;

const common = { fund: FUND, label: '2025', from: FROM, to: TO, openingVnd: 0 } as const;

const centre = (): Pair =>
  makePair({
    ...common,
    unit: 'TW',
    receivedAt: '2026-01-12T03:00:00Z',
    style: EXPORT,
    income: {
      rows: 300,
      totalVnd: 62 * TY,
      documentPrefix: 'PT',
      campaign: FUND,
      goodsShare: 0.04,
      // Most of it came in the first week, or the first round could not have gone out.
      drives: [{ code: FUND, from: FROM, to: day('2025-10-08') }],
      donors: DONORS,
    },
    spending: {
      rows: 0,
      budgetVnd: 0,
      purposes: {},
      communes: [],
      documentPrefix: 'PC',
      decision: 'QĐ-BVĐTW',
      fixed: TO_PROVINCES.flatMap(({ out, decision, round, to }) =>
        Object.entries(to).map(
          ([province, ty]): SampleDisbursement => ({
            date: out,
            purpose: 'CHUYEN_CAP_DUOI',
            amountVnd: ty * TY,
            decisionNo: decision,
            campaign: FUND,
            note: `Phân bổ tỉnh ${province}`,
            toUnit: PROVINCES[province] ?? '',
            round,
          }),
        ),
      ),
    },
  });

const province = (): Pair =>
  makePair({
    ...common,
    unit: '66',
    receivedAt: '2026-01-13T02:30:00Z',
    style: EXCEL,
    income: {
      rows: 180,
      totalVnd: 2.6 * TY,
      documentPrefix: 'PT',
      campaign: FUND,
      goodsShare: 0.12,
      donors: DONORS,
    },
    other: [
      ...TO_PROVINCES.flatMap(({ out, decision, round, to }) =>
        'Đắk Lắk' in to
          ? [fromAbove('Ban Vận động Cứu trợ Trung ương', out, to['Đắk Lắk'] * TY, decision, 'TW', round)]
          : [],
      ),
      {
        date: day('2025-12-22'),
        channel: 'HOAN_TRA',
        donor: 'Xã Mẫu hoàn trả',
        donorClass: 'CO_QUAN_DON_VI',
        amountVnd: 40_000_000,
        documentNo: '5260.101',
        campaign: FUND,
      },
    ],
    spending: {
      rows: 90,
      budgetVnd: 6.5 * TY,
      purposes: { THIET_HAI_NHA: 8, THIET_HAI_NGUOI: 2, DI_DOI: 4, CUU_DOI: 2, DOT_XUAT: 2 },
      communes: ['22276', '22291', '22081', 'Xã Tuy An Đông', 'Phường Tuy Hòa', 'Phường Sông Cầu'],
      documentPrefix: 'PC',
      decision: 'QĐ-BVĐ',
      campaign: FUND,
      fixed: TO_COMMUNES.flatMap(({ out, decision, round, to }) =>
        Object.entries(to).map(
          ([commune, millions]): SampleDisbursement => ({
            date: out,
            purpose: 'CHUYEN_CAP_DUOI',
            amountVnd: millions * 1_000_000,
            commune,
            decisionNo: decision,
            campaign: FUND,
            note: 'Chuyển Ban Vận động cấp xã',
            toUnit: commune,
            round,
          }),
        ),
      ),
    },
    editSpending: (rows) => byDay([...rows, LATE_TRANSFER, ...LOOSE_GOODS]),
    cash: (income) => cashOf(income, TO).inHandVnd,
  });

const byDay = (rows: readonly SampleDisbursement[]): SampleDisbursement[] =>
  [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Sent on the last days of the year: the commune has not received it when its book ends. */
const LATE_TRANSFER: SampleDisbursement = {
  date: day('2025-12-29'),
  purpose: 'CHUYEN_CAP_DUOI',
  amountVnd: 150_000_000,
  commune: '22081',
  toUnit: '22081',
  round: 'Đợt 2',
  documentNo: 'PC-201',
  decisionNo: '41/QĐ-BVĐ',
  campaign: FUND,
  note: 'Chuyển Ban Vận động cấp xã',
};

/** Noodles came by the box and went out by the packet: only a recorded factor makes the two meet. */
const LOOSE_GOODS: readonly SampleDisbursement[] = [
  {
    date: day('2025-12-15'),
    purpose: 'CUU_DOI',
    commune: '22276',
    hamlet: 'Thôn Mẫu 5',
    beneficiaryClass: 'HOAN_CANH_KHO_KHAN',
    households: 40,
    persons: 152,
    goods: { item: 'Mì tôm', unit: 'gói', quantityMilli: 1_200_000 },
    documentNo: 'PC-202',
    decisionNo: '39/QĐ-BVĐ',
    campaign: FUND,
  },
];

const communeSpec = (unit: '22276' | '22291' | '22081', name: string, giftsVnd: number): PairSpec => ({
  ...common,
  unit,
  from: day('2025-11-20'),
  receivedAt: '2026-01-09T08:10:00Z',
  style: TEMPLATE,
  income: {
    rows: 48,
    totalVnd: giftsVnd,
    documentPrefix: 'PT',
    campaign: FUND,
    goodsShare: 0.2,
    donors: DONORS,
  },
  other: TO_COMMUNES.map(({ out, decision, round, to }) =>
    fromAbove('Ban Vận động Cứu trợ tỉnh Đắk Lắk', out, to[unit] * 1_000_000, decision, '66', round),
  ),
  spending: {
    rows: 55,
    budgetVnd: 1.6 * TY,
    purposes: { THIET_HAI_NHA: 8, THIET_HAI_NGUOI: 1, DI_DOI: 4, CUU_DOI: 3 },
    communes: [unit, name],
    documentPrefix: 'PC',
    decision: 'QĐ-BVĐ',
    campaign: FUND,
  },
});

/** Hòa Thịnh entered the second round as 5 million less than was sent to it. */
const enteredTooLittle = (rows: readonly SampleContribution[]): SampleContribution[] =>
  rows.map((row) =>
    row.channel === 'CAP_TREN_CHUYEN' && row.round === 'Đợt 2'
      ? { ...row, amountVnd: (row.amountVnd ?? 0) - 5_000_000 }
      : row,
  );

/** Made-up norms of the drive, as the shipped list of campaigns has them: for each household, and for each person. */
const MOST_FOR_HOUSE_VND = 48_000_000;
const MOST_RICE_MILLI = 2 * 15_000;

/** Some rows give more than these: by chance, as the norms are younger than the rows. */
function againstNorms(row: SampleDisbursement): SampleDisbursement {
  const { purpose, amountVnd = 0, goods, households = 0, persons = 0 } = row;
  if (purpose === 'THIET_HAI_NHA' && amountVnd > MOST_FOR_HOUSE_VND * households)
    return { ...row, flaw: { rule: 'NORM_ABOVE_MAX', quarantined: false } };
  if (goods?.item === 'Gạo tẻ' && goods.unit === 'kg' && goods.quantityMilli > MOST_RICE_MILLI * persons)
    return { ...row, flaw: { rule: 'NORM_OF_GOODS', quarantined: false } };
  return row;
}

/** Relief after the storms and floods of late 2025: the centre, Đắk Lắk and three of its present communes. */
export function floods2025Books(): SampleBook[] {
  return [
    centre(),
    province(),
    makePair({ ...communeSpec('22276', 'Xã Hòa Thịnh', 260_000_000), amendIncome: enteredTooLittle }),
    makePair(communeSpec('22291', 'Xã Hòa Xuân', 210_000_000)),
    makePair(communeSpec('22081', 'Xã Đồng Xuân', 120_000_000)),
  ].flatMap(({ income, spending }) => [
    income,
    { ...spending, rows: (spending.rows as readonly SampleDisbursement[]).map(againstNorms) },
  ]);
}
