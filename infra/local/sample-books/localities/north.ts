import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, day } from '../days.ts';
import { editRow, makePair, type Pair } from '../pair.ts';
import { EXCEL, EXPORT, OWN_ORDER } from '../styles.ts';

const DONORS = {
  CA_NHAN: 16,
  TAP_THE: 4,
  CO_QUAN_DON_VI: 4,
  DOANH_NGHIEP: 5,
  TON_GIAO: 2,
  LUC_LUONG_VU_TRANG: 2,
  KIEU_BAO: 1,
  AN_DANH: 4,
} as const;

/** Rows of Thái Nguyên that cannot be entered as they stand. */
function unreadable(rows: readonly SampleContribution[]): SampleContribution[] {
  const money = rows.flatMap((row, i) => (row.amountVnd !== undefined && !row.goods ? [i] : []));
  const at = (n: number): number => money[n * 17 + 5] ?? 0;
  const flaws: readonly SampleContribution['flaw'][] = [
    { rule: 'DATE_UNREADABLE', cells: { date: '31/11/2024' }, quarantined: true, amountReadable: true },
    { rule: 'AMOUNT_UNREADABLE', cells: { amount_vnd: '2,5 triệu' }, quarantined: true },
    { rule: 'CODE_UNKNOWN', cells: { donor_class: 'HANG_XOM' }, quarantined: true, amountReadable: true },
    { rule: 'AMOUNT_MISSING', cells: { amount_vnd: '' }, quarantined: true },
    { rule: 'DATE_FUTURE', cells: { date: '15/10/2204' }, quarantined: true, amountReadable: true },
    {
      rule: 'YES_NO_UNREADABLE',
      cells: { publish_name: 'hỏi lại' },
      quarantined: true,
      amountReadable: true,
    },
  ];
  return flaws.reduce<SampleContribution[]>(
    (edited, flaw, n) => editRow(edited, at(n), (row) => ({ ...row, ...(flaw ? { flaw } : {}) })),
    [...rows],
  );
}

const moneyOnly = (rows: readonly SampleDisbursement[]): number[] =>
  rows.flatMap((row, i) => (row.amountVnd !== undefined && !row.goods ? [i] : []));

/** Payments of Thái Nguyên that must be flagged, and late ones to 94 households that had been left out. */
function flagged(rows: readonly SampleDisbursement[]): SampleDisbursement[] {
  const money = moneyOnly(rows);
  const undocumented = (row: SampleDisbursement): SampleDisbursement => {
    const { decisionNo: _, ...rest } = row;
    return { ...rest, documentNo: '', flaw: { rule: 'DOCUMENT_MISSING', quarantined: false } };
  };
  let edited = editRow(rows, money[6] ?? 0, undocumented);
  edited = editRow(edited, money[15] ?? 0, undocumented);
  edited = editRow(edited, money[24] ?? 0, (row) => ({
    ...row,
    purpose: 'TET',
    flaw: { rule: 'PURPOSE_NOT_ALLOWED', quarantined: false },
  }));
  return edited;
}

const late: SampleDisbursement = {
  date: day('2024-12-20'),
  purpose: 'THIET_HAI_NHA',
  amountVnd: 94 * 2_000_000,
  households: 94,
  persons: 331,
  decisionNo: '71/QĐ-BCĐ',
  commune: 'Phường Quang Vinh',
  beneficiaryClass: 'HOAN_CANH_KHO_KHAN',
  late: true,
  note: 'Chi bổ sung 94 hộ x 2.000.000 đồng',
  campaign: 'YAGI-2024',
};

const thaiNguyen = (): Pair =>
  makePair({
    unit: '19',
    fund: 'YAGI-2024',
    label: '2024',
    from: day('2024-09-10'),
    to: day('2024-12-31'),
    openingVnd: 0,
    receivedAt: '2025-01-09T01:45:00Z',
    style: OWN_ORDER,
    totals: false,
    income: {
      rows: 300,
      totalVnd: 4_800_000_000,
      documentPrefix: 'PT',
      campaign: 'YAGI-2024',
      goodsShare: 0.15,
      phones: true,
      donors: DONORS,
    },
    editIncome: unreadable,
    spending: {
      rows: 110,
      budgetVnd: 4_000_000_000,
      purposes: { THIET_HAI_NHA: 6, THIET_HAI_NGUOI: 1, DI_DOI: 3, CUU_DOI: 4, DOT_XUAT: 2 },
      communes: [
        'Phường Quang Vinh',
        'Phường Túc Duyên',
        'Xã Linh Sơn',
        'P. Chùa Hang',
        '05653',
        '05695',
        'Xã Huống Thượng',
      ],
      documentPrefix: 'PC',
      decision: 'QĐ-BCĐ',
      campaign: 'YAGI-2024',
      fixed: [late],
    },
    editSpending: flagged,
  });

/** Goods of Sơn La that lack their quantity, unit or basis. */
function incompleteGoods(rows: readonly SampleContribution[]): SampleContribution[] {
  const goods = rows.flatMap((row, i) => (row.goods ? [i] : []));
  const flaw = { rule: 'GOODS_INCOMPLETE', quarantined: false } as const;
  const first = editRow(rows, goods[2] ?? 0, ({ goods: whole, ...row }) => ({
    ...row,
    ...(whole ? { goods: { ...whole, unit: '' } } : {}),
    flaw,
  }));
  return editRow(first, goods[5] ?? 0, ({ goods: whole, ...row }) => {
    const { basis: _, ...rest } = whole ?? { item: '', unit: '', quantityMilli: 0 };
    return { ...row, goods: rest, flaw };
  });
}

const SON_LA_COMMUNES = [
  'Xã Mường Hung',
  'Xã Chiềng Khương',
  'Xã Nà Nghịu',
  '04048',
  '04057',
  'Xã Song Khủa',
];

function sonLaHalf(
  label: string,
  from: string,
  to: string,
  receivedAt: string,
  openingVnd: number,
  second: boolean,
): Pair {
  return makePair({
    unit: '14',
    fund: 'QVNN',
    label,
    from: day(from),
    to: day(to),
    openingVnd,
    ...(second ? { declaredOpeningVnd: openingVnd + 35_000_000, closingOffVnd: 0 } : {}),
    receivedAt,
    style: EXCEL,
    income: {
      rows: 110,
      totalVnd: second ? 1_900_000_000 : 1_500_000_000,
      documentPrefix: second ? 'PT2' : 'PT1',
      donors: DONORS,
      goodsShare: 0.12,
      drives: second ? [{ code: 'CAO-DIEM-2023', from: day('2023-10-17'), to: day('2023-11-18') }] : [],
    },
    ...(second ? {} : { editIncome: incompleteGoods }),
    spending: {
      rows: 60,
      budgetVnd: 1_450_000_000,
      purposes: { NHA_XAY_MOI: 8, NHA_SUA_CHUA: 3, SINH_KE: 5, GIAO_DUC: 3, Y_TE: 2 },
      communes: SON_LA_COMMUNES,
      documentPrefix: second ? 'PC2' : 'PC1',
      decision: 'QĐ-BVĐ',
    },
    ...(second
      ? {
          editSpending: (rows) =>
            editRow(rows, 3, (row) => ({
              ...row,
              commune: 'Xã Mẫu Không Có',
              flaw: { rule: 'COMMUNE_UNKNOWN', quarantined: false },
            })),
        }
      : {}),
  });
}

const sonLaRelief = (): Pair =>
  makePair({
    unit: '14',
    fund: 'YAGI-2024',
    label: '2024',
    from: day('2024-09-10'),
    to: day('2024-12-31'),
    openingVnd: 0,
    receivedAt: '2025-01-08T04:20:00Z',
    style: EXPORT,
    income: {
      rows: 90,
      totalVnd: 1_250_000_000,
      documentPrefix: 'PT',
      campaign: 'YAGI-2024',
      goodsShare: 0.2,
      donors: DONORS,
    },
    spending: {
      rows: 50,
      budgetVnd: 1_100_000_000,
      purposes: { THIET_HAI_NHA: 5, DI_DOI: 3, CUU_DOI: 3, DOT_XUAT: 2 },
      communes: SON_LA_COMMUNES,
      documentPrefix: 'PC',
      decision: 'QĐ-BCĐ',
      campaign: 'YAGI-2024',
    },
  });

/** Lạng Sơn: two gifts written twice, and one dated before the year. */
function lookAgain(rows: readonly SampleContribution[]): SampleContribution[] {
  const at = rows.findIndex((row) => row.amountVnd !== undefined && row.documentNo !== '');
  const twin = rows[at];
  if (!twin) throw new Error('no gift of money');
  const repeated: SampleContribution = { ...twin, flaw: { rule: 'POSSIBLE_DUPLICATE', quarantined: false } };
  return editRow(rows, 9, (row) => ({
    ...row,
    date: addDays(row.date, -366),
    flaw: { rule: 'DATE_OUTSIDE_PERIOD', quarantined: false },
  })).toSpliced(at + 1, 0, repeated);
}

const langSon = (): Pair =>
  makePair({
    unit: '20',
    fund: 'QVNN',
    label: '2024',
    from: day('2024-01-01'),
    to: day('2024-12-31'),
    openingVnd: 310_500_000,
    receivedAt: '2025-01-14T06:10:00Z',
    style: { ...EXCEL, codes: 'code', delimiter: ',' },
    income: {
      rows: 140,
      totalVnd: 2_150_000_000,
      documentPrefix: 'PT',
      donors: { ...DONORS, CO_QUAN_DON_VI: 12 },
      earmarks: [
        'Xã Khánh Long: 02 hộ',
        'Xã Quốc Khánh: 01 nhà',
        'Xã Đề Thám, thôn Mẫu 4: "bò giống"',
        'Thị trấn Thất Khê',
      ],
      drives: [{ code: 'CAO-DIEM-2024', from: day('2024-10-17'), to: day('2024-11-18') }],
    },
    other: [
      {
        date: day('2024-06-28'),
        channel: 'LAI_TIEN_GUI',
        donorClass: 'CO_QUAN_DON_VI',
        donor: 'Ngân hàng Mẫu',
        amountVnd: 1_284_317,
        documentNo: '5213.660',
      },
      {
        date: day('2024-12-27'),
        channel: 'LAI_TIEN_GUI',
        donorClass: 'CO_QUAN_DON_VI',
        donor: 'Ngân hàng Mẫu',
        amountVnd: 1_502_846,
        documentNo: '5214.118',
      },
    ],
    editIncome: lookAgain,
    spending: {
      rows: 80,
      budgetVnd: 2_000_000_000,
      purposes: { NHA_XAY_MOI: 5, NHA_SUA_CHUA: 4, SINH_KE: 8, GIAO_DUC: 3, TET: 2 },
      communes: ['Xã Khánh Long', 'Xã Quốc Khánh', 'Xã Đề Thám', 'TT. Thất Khê', '06055', 'Xã Hùng Việt'],
      documentPrefix: 'PC',
      decision: 'QĐ-MTTQ',
    },
  });

/** Thái Nguyên, Sơn La and Lạng Sơn at the level of the province. */
export function northBooks(): SampleBook[] {
  const first = sonLaHalf(
    '2023-6-thang-dau',
    '2023-01-01',
    '2023-06-30',
    '2023-07-11T02:00:00Z',
    420_000_000,
    false,
  );
  const second = sonLaHalf(
    '2023-6-thang-cuoi',
    '2023-07-01',
    '2023-12-31',
    '2024-01-15T02:00:00Z',
    first.closingVnd,
    true,
  );
  return [first, second, thaiNguyen(), sonLaRelief(), langSon()].flatMap((pair) => [
    pair.income,
    pair.spending,
  ]);
}
