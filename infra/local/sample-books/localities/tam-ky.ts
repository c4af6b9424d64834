import type { SampleBook, SampleContribution, SampleDisbursement, SampleRow, Style } from '../book.ts';
import { addDays, day } from '../days.ts';
import { cashOf } from '../make/bank.ts';
import { editRow, makePair, type Pair, type PairSpec } from '../pair.ts';
import { EXCEL, EXPORT, OWN_ORDER, TEMPLATE } from '../styles.ts';

/** The 13 xã and phường of thành phố Tam Kỳ in 2023, and about what each collected. Plan: 155 million each. */
export const COMMUNES: readonly (readonly [code: string, name: string, totalVnd: number])[] = [
  ['20335', 'Phường Tân Thạnh', 172_000_000],
  ['20338', 'Phường Phước Hòa', 160_000_000],
  ['20341', 'Phường An Mỹ', 198_000_000],
  ['20344', 'Phường Hòa Hương', 164_000_000],
  ['20347', 'Phường An Xuân', 205_000_000],
  ['20350', 'Phường An Sơn', 181_000_000],
  ['20353', 'Phường Trường Xuân', 166_000_000],
  ['20356', 'Phường An Phú', 171_000_000],
  ['20359', 'Xã Tam Thanh', 112_000_000],
  ['20362', 'Xã Tam Thăng', 169_000_000],
  ['20371', 'Xã Tam Phú', 162_000_000],
  ['20375', 'Phường Hòa Thuận', 175_000_000],
  ['20389', 'Xã Tam Ngọc', 161_000_000],
];

export const TAM_KY_PLAN = {
  year: 2023,
  communes: COMMUNES.map(([unit]) => unit),
  targetVnd: 155_000_000,
} as const;

const FROM = day('2023-01-01');
const TO = day('2023-12-31');
const DRIVES = [
  { code: 'TET-2023', from: FROM, to: day('2023-01-20') },
  { code: 'CAO-DIEM-2023', from: day('2023-10-17'), to: day('2023-11-18') },
];
const STYLES: readonly Style[] = [TEMPLATE, EXCEL, EXPORT, OWN_ORDER];

/** What the province passed to each commune, in two rounds. */
const ROUNDS = [
  { out: day('2023-01-09'), amountVnd: 12_000_000, decision: '08/QĐ-MTTQ-BVĐ', round: 'Đợt 1' },
  { out: day('2023-09-20'), amountVnd: 20_000_000, decision: '97/QĐ-MTTQ-BVĐ', round: 'Đợt 2' },
];

const received = (): SampleContribution[] =>
  ROUNDS.map(({ out, amountVnd, decision, round }) => ({
    date: addDays(out, 2),
    channel: 'CAP_TREN_CHUYEN',
    donor: 'Ban Vận động Quỹ “Vì người nghèo” tỉnh',
    donorClass: 'CO_QUAN_DON_VI',
    amountVnd,
    documentNo: decision,
    fromUnit: '49',
    round,
  }));

const sent = (): SampleDisbursement[] =>
  ROUNDS.flatMap(({ out, amountVnd, decision, round }) =>
    COMMUNES.map(([code]) => ({
      date: out,
      purpose: 'CHUYEN_CAP_DUOI',
      amountVnd,
      commune: code,
      toUnit: code,
      round,
      decisionNo: decision,
      note: 'Chuyển Ban Vận động cấp xã',
    })),
  );

/** The commune whose account is in the sample, too. */
export const WITH_ACCOUNT = { unit: '20341', openingVnd: 20_700_000, from: FROM, to: TO } as const;

const byDay = <T extends SampleRow>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** A gift sent by mistake, interest, and cash of the last days that no longer went to the bank. */
const ACCOUNT_IN: readonly SampleContribution[] = [
  {
    date: day('2023-05-16'),
    channel: 'CHUYEN_KHOAN',
    donor: 'Công ty TNHH Vận tải Mẫu 21',
    donorClass: 'DOANH_NGHIEP',
    amountVnd: 3_000_000,
    documentNo: '5290.417',
    note: 'Chuyển nhầm tài khoản, đã hoàn trả',
  },
  {
    date: day('2023-12-25'),
    channel: 'LAI_TIEN_GUI',
    donor: 'Ngân hàng Mẫu',
    donorClass: 'CO_QUAN_DON_VI',
    amountVnd: 48_216,
    documentNo: 'LAI-2023',
  },
  {
    date: day('2023-12-29'),
    channel: 'TIEN_MAT',
    donor: 'Tiểu thương chợ Mẫu 3',
    donorClass: 'TAP_THE',
    publishName: true,
    amountVnd: 1_850_000,
    documentNo: 'PT-0101',
  },
];

const ACCOUNT_OUT: readonly SampleDisbursement[] = [
  {
    date: day('2023-05-22'),
    purpose: 'HOAN_TRA',
    amountVnd: 3_000_000,
    documentNo: 'PC-101',
    decisionNo: '14/QĐ-BVĐ',
    note: 'Hoàn trả khoản chuyển nhầm ngày 16/5',
  },
  {
    date: day('2023-12-25'),
    purpose: 'PHI_NGAN_HANG',
    amountVnd: 66_000,
    documentNo: 'PC-102',
    decisionNo: '14/QĐ-BVĐ',
  },
];

/** What is out of the ordinary in some of the communes. */
const PECULIAR: Readonly<Record<string, Partial<PairSpec>>> = {
  [WITH_ACCOUNT.unit]: {
    amendIncome: (rows) => byDay([...rows, ...ACCOUNT_IN]),
    editSpending: (rows) => byDay([...rows, ...ACCOUNT_OUT]),
    cash: (income) => cashOf(income, TO).inHandVnd,
  },
  '20371': { closingOffVnd: 5_000_000 },
  '20350': {
    editIncome: (rows) =>
      editRow(rows, 20, ({ note: _, ...row }) => ({
        ...row,
        amountVnd: -200_000,
        channel: 'CHUYEN_KHOAN',
        note: 'Hoàn lại khoản chuyển nhầm',
        flaw: { rule: 'REVERSAL', quarantined: false },
      })),
  },
};

function commune(code: string, name: string, totalVnd: number, i: number): Pair {
  return makePair({
    unit: code,
    fund: 'QVNN',
    label: '2023',
    from: FROM,
    to: TO,
    openingVnd: 18_000_000 + i * 1_350_000,
    receivedAt: `2024-01-${String(8 + (i % 6)).padStart(2, '0')}T02:${String(10 + i)}:00Z`,
    style: STYLES[i % STYLES.length] ?? TEMPLATE,
    income: {
      rows: 44 + ((i * 7) % 30),
      totalVnd,
      documentPrefix: 'PT',
      drives: DRIVES,
      goodsShare: i % 3 === 0 ? 0.06 : 0,
      phones: true,
      donors: {
        CA_NHAN: 12,
        TAP_THE: 4,
        CO_QUAN_DON_VI: 4,
        DOANH_NGHIEP: 4,
        TON_GIAO: 1,
        KIEU_BAO: 1,
        AN_DANH: 3,
      },
    },
    other: received(),
    spending: {
      rows: 34,
      budgetVnd: totalVnd + 32_000_000,
      purposes: { NHA_XAY_MOI: 2, NHA_SUA_CHUA: 3, SINH_KE: 6, GIAO_DUC: 5, Y_TE: 4, TET: 4, DOT_XUAT: 3 },
      communes: [i % 2 === 0 ? code : name],
      documentPrefix: 'PC',
      decision: 'QĐ-BVĐ',
      drives: { TET: 'TET-2023' },
    },
    ...PECULIAR[code],
  });
}

/** The first attempt of Hòa Hương: six gifts left out and one amount typed ten times too large. */
const firstAttempt = (right: SampleBook): SampleBook => {
  const shorter = right.rows.slice(0, -6);
  const at = shorter.findIndex((row) => row.amountVnd !== undefined);
  return {
    ...right,
    file: right.file.replace('.csv', '-lan-1.csv'),
    receivedAt: '2024-01-05T08:40:00Z',
    rows: editRow(shorter, at, (row) => ({ ...row, amountVnd: (row.amountVnd ?? 0) * 10 })),
    outcome: 'SUPERSEDED',
  };
};

const province = (): Pair =>
  makePair({
    unit: '49',
    fund: 'QVNN',
    label: '2023',
    from: FROM,
    to: TO,
    openingVnd: 640_000_000,
    receivedAt: '2024-01-18T03:05:00Z',
    style: EXPORT,
    income: {
      rows: 120,
      totalVnd: 2_350_000_000,
      documentPrefix: 'PT',
      drives: DRIVES,
      donors: {
        CA_NHAN: 4,
        CO_QUAN_DON_VI: 6,
        DOANH_NGHIEP: 8,
        TON_GIAO: 1,
        LUC_LUONG_VU_TRANG: 2,
        QUOC_TE: 1,
        AN_DANH: 1,
      },
    },
    spending: {
      rows: 60,
      budgetVnd: 1_700_000_000,
      purposes: { NHA_XAY_MOI: 5, NHA_SUA_CHUA: 4, SINH_KE: 4, GIAO_DUC: 2 },
      communes: COMMUNES.map(([code]) => code),
      documentPrefix: 'PC',
      decision: 'QĐ-MTTQ-BVĐ',
      fixed: sent(),
    },
  });

/** Quỹ “Vì người nghèo” of Tam Kỳ in 2023: thirteen communes, and the province above them. */
export function tamKyBooks(): SampleBook[] {
  const pairs = COMMUNES.map(([code, name, totalVnd], i) => ({
    code,
    pair: commune(code, name, totalVnd, i),
  }));
  const books = [...pairs.map(({ pair }) => pair), province()].flatMap((pair) => [
    pair.income,
    pair.spending,
  ]);
  const of = (unit: string, kind: SampleBook['kind']): SampleBook => {
    const book = books.find((one) => one.unit === unit && one.kind === kind);
    if (!book) throw new Error(`no ${kind} of ${unit}`);
    return book;
  };
  const again: SampleBook = {
    ...of('20389', 'contributions'),
    receivedAt: '2024-02-01T07:30:00Z',
    outcome: 'DUPLICATE',
  };
  const miscounted = of('20356', 'contributions');
  return [
    ...books.map((book) => (book === miscounted ? { ...book, totalOffVnd: 900_000 } : book)),
    firstAttempt(of('20344', 'contributions')),
    again,
  ];
}
