import type { SampleBook, SampleContribution } from '../book.ts';
import { day } from '../days.ts';
import { editRow, makePair, type Pair } from '../pair.ts';
import { EXCEL, EXPORT } from '../styles.ts';
import { PROVINCE_DONORS } from './donors.ts';

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
      donors: PROVINCE_DONORS,
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
      donors: PROVINCE_DONORS,
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

/** Sơn La: houses and goods in two halves of 2023 that do not meet, and relief after Yagi. */
export function sonLaBooks(): SampleBook[] {
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
  return [first, second, sonLaRelief()].flatMap((pair) => [pair.income, pair.spending]);
}
