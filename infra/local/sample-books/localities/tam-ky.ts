import type { SampleBook, SampleContribution, SampleDisbursement, Style } from '../book.ts';
import { addDays, day } from '../days.ts';
import { editRow, makePair, type Pair, type PairSpec } from '../pair.ts';
import { EXCEL, EXPORT, OWN_ORDER, TEMPLATE } from '../styles.ts';

/** The 13 xã and phường of thành phố Tam Kỳ in 2023, and about what each collected. Plan: 155 million each. */
const COMMUNES: readonly (readonly [code: string, name: string, totalVnd: number])[] = [
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
  { out: day('2023-01-09'), amountVnd: 12_000_000, decision: '08/QĐ-MTTQ-BVĐ' },
  { out: day('2023-09-20'), amountVnd: 20_000_000, decision: '97/QĐ-MTTQ-BVĐ' },
];

const received = (): SampleContribution[] =>
  ROUNDS.map(({ out, amountVnd, decision }) => ({
    date: addDays(out, 2),
    channel: 'CAP_TREN_CHUYEN',
    donor: 'Ban Vận động Quỹ “Vì người nghèo” tỉnh',
    donorClass: 'CO_QUAN_DON_VI',
    amountVnd,
    documentNo: decision,
  }));

const sent = (): SampleDisbursement[] =>
  ROUNDS.flatMap(({ out, amountVnd, decision }) =>
    COMMUNES.map(([code]) => ({
      date: out,
      purpose: 'CHUYEN_CAP_DUOI',
      amountVnd,
      commune: code,
      decisionNo: decision,
      note: 'Chuyển Ban Vận động cấp xã',
    })),
  );

/** What goes wrong in some of the communes. */
const TROUBLE: Readonly<Record<string, Partial<PairSpec>>> = {
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
    ...TROUBLE[code],
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
