import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { day } from '../days.ts';
import { editRow, makePair, type Pair } from '../pair.ts';
import { OWN_ORDER } from '../styles.ts';
import { PROVINCE_DONORS } from './donors.ts';

/** Rows of Thái Nguyên that cannot be entered as they stand. */
function unreadable(rows: readonly SampleContribution[]): SampleContribution[] {
  const money = rows.flatMap((row, i) => (row.amountVnd !== undefined && !row.goods ? [i] : []));
  const at = (n: number): number => money[n * 17 + 5] ?? 0;
  const flaws: readonly SampleContribution['flaw'][] = [
    { rule: 'DATE_UNREADABLE', cells: { date: '31/11/2024' }, quarantined: true, amountReadable: true },
    { rule: 'AMOUNT_UNREADABLE', cells: { amount_vnd: 'hai triệu rưỡi' }, quarantined: true },
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
      donors: PROVINCE_DONORS,
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

/** Relief after Yagi in Thái Nguyên: money and goods, some rows that cannot be entered, some that need a look. */
export function thaiNguyenBooks(): SampleBook[] {
  const { income, spending } = thaiNguyen();
  return [income, spending];
}
