import type { Indicator } from '#domain/codes.ts';
import type { SampleBook, SampleContribution, SampleDisbursement } from '../book.ts';
import { addDays, day } from '../days.ts';
import { editRow, makePair, type Pair } from '../pair.ts';
import { EXCEL } from '../styles.ts';
import type { BesideBooks, SampleTable, TableRow } from '../table.ts';
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

const [WOMEN, FARMERS, YOUTH] = ['Hội Liên hiệp Phụ nữ tỉnh', 'Hội Nông dân tỉnh', 'Tỉnh đoàn'] as const;
/** Who takes livelihoods on in turn; the fourth are those of nobody in particular. */
const TURNS = [WOMEN, FARMERS, YOUTH, undefined];

/** Each organisation helps households; with schooling the youth does. */
function inTurn(rows: readonly SampleDisbursement[]): SampleDisbursement[] {
  const livelihoods = rows.filter(({ purpose }) => purpose === 'SINH_KE');
  return rows.map((row) => {
    const turn = livelihoods.indexOf(row);
    const organisation =
      row.purpose === 'GIAO_DUC' ? YOUTH : turn < 0 ? undefined : TURNS[turn % TURNS.length];
    return organisation === undefined ? row : { ...row, organisation };
  });
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
    editSpending: inTurn,
  });

const target = (indicator: Indicator, organisation: string, figure: number): TableRow => ({
  cells: { year: 2024, indicator, organisation, target: figure },
});

/** Households that the province and each organisation were to help. */
const targets = (): SampleTable => ({
  file: '20-qvnn-chi-tieu-2024.csv',
  unit: '20',
  fund: 'QVNN',
  kind: 'targets',
  from: day('2024-01-01'),
  to: day('2024-12-31'),
  receivedAt: '2025-01-14T06:20:00Z',
  rows: [
    target('SINH_KE', '', 60),
    target('SINH_KE', WOMEN, 20),
    target('SINH_KE', FARMERS, 15),
    target('SINH_KE', YOUTH, 10),
    target('HO_GIUP', YOUTH, 40),
  ],
});

export const langSonBeside = (): BesideBooks => ({ tables: [targets()], expected: [] });

/** Lạng Sơn in 2024: each organisation names the place that its gift is for. */
export function langSonBooks(): SampleBook[] {
  const { income, spending } = langSon();
  return [income, spending];
}
