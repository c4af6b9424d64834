import type { SampleBook, SampleDisbursement } from '../book.ts';
import { day } from '../days.ts';
import { makePair, type Pair, type PairSpec } from '../pair.ts';
import { EXCEL, TEMPLATE } from '../styles.ts';

const FROM = day('2020-01-01');
const TO = day('2020-12-31');

const base = {
  fund: 'QVNN',
  label: '2020',
  from: FROM,
  to: TO,
  income: {
    rows: 60,
    totalVnd: 145_000_000,
    documentPrefix: 'PT',
    donors: { CA_NHAN: 10, TAP_THE: 3, CO_QUAN_DON_VI: 3, DOANH_NGHIEP: 3, TON_GIAO: 3, AN_DANH: 2 },
    drives: [{ code: 'CAO-DIEM-2020', from: day('2020-10-17'), to: day('2020-11-18') }],
  },
  spending: {
    rows: 30,
    budgetVnd: 130_000_000,
    purposes: { NHA_XAY_MOI: 3, SINH_KE: 5, GIAO_DUC: 3, DOT_XUAT: 3 },
    communes: [],
    documentPrefix: 'PC',
    decision: 'QĐ-BVĐ',
  },
} satisfies Omit<PairSpec, 'unit' | 'openingVnd' | 'receivedAt' | 'style'>;

const xuanTan = (): Pair =>
  makePair({
    ...base,
    unit: '26110',
    openingVnd: 22_400_000,
    receivedAt: '2021-01-12T03:15:00Z',
    style: TEMPLATE,
    spending: { ...base.spending, communes: ['26110'] },
  });

/** A fire: the house was paid for in the first week of the year, before any gift had come in. */
const fire: SampleDisbursement = {
  date: day('2020-01-03'),
  purpose: 'DOT_XUAT',
  amountVnd: 25_000_000,
  households: 1,
  persons: 5,
  decisionNo: '01/QĐ-BVĐ',
  commune: 'Xã Hàng Gòn',
  beneficiaryClass: 'HOAN_CANH_KHO_KHAN',
  note: 'Hoả hoạn, chi trước',
};

const hangGon = (): Pair =>
  makePair({
    ...base,
    unit: '26113',
    openingVnd: 6_300_000,
    receivedAt: '2021-01-14T03:15:00Z',
    style: EXCEL,
    spending: { ...base.spending, rows: 22, budgetVnd: 90_000_000, communes: ['Xã Hàng Gòn'], fixed: [fire] },
  });

/** Long Khánh in 2020: one commune paid before it had, one handed in a scan, and the wrong kind of book. */
export function longKhanhBooks(): SampleBook[] {
  const tidy = xuanTan();
  const hasty = hangGon();
  const scan: SampleBook = {
    ...tidy.income,
    file: '26110-qvnn-thu-2020-ban-quet.csv',
    receivedAt: '2021-01-11T02:40:00Z',
    rows: [],
    bytes: '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
    outcome: 'REJECTED',
    rules: ['FILE_NOT_A_TABLE'],
  };
  const { closingVnd: _, ...spending } = tidy.spending;
  const wrongKind: SampleBook = {
    ...spending,
    kind: 'contributions',
    receivedAt: '2021-01-11T09:05:00Z',
    outcome: 'REJECTED',
    rules: ['WRONG_KIND'],
  };
  return [scan, wrongKind, tidy.income, tidy.spending, hasty.income, hasty.spending];
}
