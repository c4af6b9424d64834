import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { day } from '../days.ts';
import { makePair, type Pair, type PairSpec } from '../pair.ts';
import { EXCEL, TEMPLATE } from '../styles.ts';

/** The last half-year of the former division, and the first of the present one. */
const BEFORE = { from: day('2025-01-01'), to: day('2025-06-30'), label: '2025-6-thang-dau' };
const AFTER = { from: day('2025-07-01'), to: day('2025-12-31'), label: '2025-6-thang-cuoi' };
const TAKEN_OVER = day('2025-07-08');

const donors = { CA_NHAN: 8, TAP_THE: 3, CO_QUAN_DON_VI: 3, DOANH_NGHIEP: 3, TON_GIAO: 1, AN_DANH: 2 };
const purposes = { NHA_SUA_CHUA: 2, SINH_KE: 5, GIAO_DUC: 4, Y_TE: 3, DOT_XUAT: 3 };

type Varying = Pick<PairSpec, 'unit' | 'openingVnd' | 'receivedAt' | 'style' | 'handover' | 'other'>;

const pair = (era: typeof BEFORE, totalVnd: number, rows: number, varying: Varying): Pair =>
  makePair({
    ...era,
    fund: 'QVNN',
    income: { rows, totalVnd, documentPrefix: 'PT', donors },
    spending: {
      rows: Math.round(rows / 3),
      budgetVnd: Math.round(totalVnd * 0.7),
      purposes,
      communes: [varying.unit],
      documentPrefix: 'PC',
      decision: 'QĐ-BVĐ',
    },
    ...varying,
  });

const handover = (amountVnd: number, to: string): SampleDisbursement => ({
  date: BEFORE.to,
  purpose: 'BAN_GIAO_SO_DU',
  amountVnd,
  decisionNo: '12/BB-BG',
  documentNo: 'BG-01',
  note: `Bàn giao số dư cho ${to}`,
});

const takenOver = (amountVnd: number, from: string): SampleContribution => ({
  date: TAKEN_OVER,
  channel: 'BAN_GIAO_SO_DU',
  donor: `Ban Vận động ${from}`,
  donorClass: 'CO_QUAN_DON_VI',
  amountVnd,
  documentNo: '12/BB-BG',
});

/** What a former commune handed over in all. */
const handedOver = ({ spending: { rows } }: Pair): number =>
  rows.reduce(
    (sum, row) => sum + ('purpose' in row && row.purpose === 'BAN_GIAO_SO_DU' ? (row.amountVnd ?? 0) : 0),
    0,
  );

/**
 * Quỹ “Vì người nghèo” over the line of 1/7/2025 in Đà Nẵng: three former communes end and hand over what is left.
 * Hòa Bắc went into Hải Vân, which took its balance over; Hòa Hiệp Nam as well, of which Hải Vân has entered nothing
 * yet; Hòa Liên was split between Hải Vân and Liên Chiểu, which took over a part each.
 */
export function daNangBooks(): SampleBook[] {
  const hoaBac = pair(BEFORE, 64_000_000, 30, {
    unit: '20293',
    openingVnd: 9_500_000,
    receivedAt: '2025-07-03T02:05:00Z',
    style: TEMPLATE,
    handover: (leftVnd) => [handover(leftVnd, 'phường Hải Vân')],
  });
  const hoaHiepNam = pair(BEFORE, 88_000_000, 36, {
    unit: '20195',
    openingVnd: 12_250_000,
    receivedAt: '2025-07-04T03:20:00Z',
    style: EXCEL,
    handover: (leftVnd) => [handover(leftVnd, 'phường Hải Vân')],
  });
  const hoaLien = pair(BEFORE, 72_000_000, 33, {
    unit: '20296',
    openingVnd: 7_800_000,
    receivedAt: '2025-07-04T07:45:00Z',
    style: TEMPLATE,
    handover: (leftVnd) => [
      handover(leftVnd - shareOfLienChieu(leftVnd), 'phường Hải Vân'),
      handover(shareOfLienChieu(leftVnd), 'phường Liên Chiểu'),
    ],
  });
  const toLienChieuVnd = shareOfLienChieu(handedOver(hoaLien));
  const haiVan = pair(AFTER, 120_000_000, 42, {
    unit: '20194',
    openingVnd: 0,
    receivedAt: '2026-01-08T02:30:00Z',
    style: TEMPLATE,
    other: [
      takenOver(handedOver(hoaBac), 'xã Hòa Bắc'),
      takenOver(handedOver(hoaLien) - toLienChieuVnd, 'xã Hòa Liên'),
    ],
  });
  const lienChieu = pair(AFTER, 135_000_000, 45, {
    unit: '20197',
    openingVnd: 0,
    receivedAt: '2026-01-09T08:15:00Z',
    style: EXCEL,
    other: [takenOver(toLienChieuVnd, 'xã Hòa Liên')],
  });
  return [hoaBac, hoaHiepNam, hoaLien, haiVan, lienChieu].flatMap(({ income, spending }) => [
    income,
    spending,
  ]);
}

/** Whole thousands, as the two would agree on. */
const shareOfLienChieu = (leftVnd: number): number => Math.floor((leftVnd * 2) / 5 / 1000) * 1000;
