import type { SampleBook, SampleContribution } from '../book.ts';
import { addDays, day } from '../days.ts';
import { editRow, makePair, type Pair } from '../pair.ts';
import { EXCEL } from '../styles.ts';
import { PROVINCE_DONORS } from './donors.ts';

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
      donors: { ...PROVINCE_DONORS, CO_QUAN_DON_VI: 12 },
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

/** Lạng Sơn in 2024: each organisation names the place that its gift is for. */
export function langSonBooks(): SampleBook[] {
  const { income, spending } = langSon();
  return [income, spending];
}
