/** Invented books on real units: enough of every case that a page can show. */
import type { BookKind } from '#domain/codes.ts';

export interface SampleFile {
  readonly unit: string;
  readonly fund: string;
  readonly kind: BookKind;
  readonly from: string;
  readonly to: string;
  readonly receivedAt: string;
  readonly openingVnd?: number;
  readonly closingVnd?: number;
  readonly sample?: true;
  readonly csv: string;
}

export const IN_HEADING =
  'Số chứng từ;Ngày;Người ủng hộ;Đối tượng ủng hộ;Công khai tên;Hình thức;Số tiền;Hiện vật;Số lượng;Đơn vị tính;Trị giá quy đổi;Căn cứ trị giá';
export const OUT_HEADING = 'Số chứng từ;Ngày;Số quyết định;Nội dung chi;Xã/phường;Số hộ;Số tiền;Chi bổ sung';
export const table = (heading: string, rows: readonly string[]): string =>
  `${[heading, ...rows].join('\n')}\n`;

/** 250 gifts of 2024, each another amount, and the sum that the file itself states. */
const MANY = Array.from({ length: 250 }, (_, i) => ({
  amountVnd: 1_000_000 + i * 12_345,
  day: String((i % 20) + 10),
}));
export const MANY_SUM_VND = MANY.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
const manyGifts = table(IN_HEADING, [
  ...MANY.map(({ amountVnd, day }, i) => {
    const donor = i % 5 === 0 ? 'Công ty TNHH Ví Dụ;DOANH_NGHIEP;;' : `Người Thử ${i};CA_NHAN;không;`;
    return `GB${String(i).padStart(6, '0')};${day}/09/2024;${donor}CHUYEN_KHOAN;${amountVnd};;;;;`;
  }),
  `Tổng cộng;;;;;;${MANY_SUM_VND};;;;;`,
]);

const communeIn = table(IN_HEADING, [
  'PT-01;05/07/2025;Hợp tác xã Mẫu;DOANH_NGHIEP;;TIEN_MAT;36.083.709;;;;;',
  'PT-02;09/07/2025;Trần Thị Thí Dụ;CA_NHAN;có;TIEN_MAT;500.000;;;;;',
  'PT-03;09/07/2025;Lê Văn Thử;CA_NHAN;không;TIEN_MAT;500.000;;;;;',
  'PT-04;12/08/2025;Công ty CP Minh Hoạ;DOANH_NGHIEP;;HIEN_VAT;;Gạo tẻ;70,1;tấn;980.000.000;Hoá đơn',
  'PT-05;15/08/2025;Ban Vận động tỉnh;CO_QUAN_DON_VI;;CAP_TREN_CHUYEN;120.000.000;;;;;',
  'PT-06;30/09/2025;Ngân hàng;DOANH_NGHIEP;;LAI_TIEN_GUI;12.345;;;;;',
]);

const communeOut = table(OUT_HEADING, [
  'PC-01;20/07/2025;12/QĐ-MTTQ;NHA_SUA_CHUA;Phường Tô Hiệu;1;30.000.000;',
  'PC-02;21/08/2025;15/QĐ-MTTQ;SINH_KE;Phường Tô Hiệu;3;45.000.000;',
  'PC-03;25/08/2025;15/QĐ-MTTQ;SINH_KE;Phường Tô Hiệu;1;2.000.000;có',
]);

/** One row names a day that does not exist: it is set aside. */
const messyIn = table(IN_HEADING, [
  'PT-01;02/07/2025;Đội văn nghệ Mẫu;TAP_THE;;TIEN_MAT;3.000.000;;;;;',
  'PT-02;31/09/2025;Người Thử Hai;CA_NHAN;không;TIEN_MAT;700.000;;;;;',
]);
const messyInOld = table(IN_HEADING, ['PT-01;02/07/2025;Đội văn nghệ Mẫu;TAP_THE;;TIEN_MAT;3.500.000;;;;;']);
const messyOut = table(OUT_HEADING, ['PC-01;08/07/2025;;TET;;2;5.000.000;']);

export const QUARTER = { from: '2025-07-01', to: '2025-09-30' } as const;
const STORM = { from: '2024-09-10', to: '2024-09-30' } as const;
export const IN = { kind: 'contributions' } as const;
export const OUT = { kind: 'disbursements' } as const;

export const TO_HIEU = '03646';
export const CHIENG_AN = '03664';

export const SAMPLE_BOOKS: readonly SampleFile[] = [
  {
    ...{ unit: 'TW', fund: 'YAGI-2024', ...IN, ...STORM, openingVnd: 0, receivedAt: '2024-10-01T02:00:00Z' },
    csv: table(IN_HEADING, [
      'TW-1;11/09/2024;Tập đoàn Giả Định;DOANH_NGHIEP;;CHUYEN_KHOAN;1.175.249.000.000;;;;;',
    ]),
  },
  {
    ...{ unit: 'TW', fund: 'YAGI-2024', ...OUT, ...STORM, receivedAt: '2024-10-01T03:00:00Z' },
    csv: table(OUT_HEADING, ['TW-C1;14/09/2024;101/QĐ;CHUYEN_CAP_DUOI;;;1.000.000.000;']),
  },
  {
    ...{ unit: '24', fund: 'YAGI-2024', ...IN, ...STORM, openingVnd: 0, receivedAt: '2024-10-02T02:00:00Z' },
    csv: manyGifts,
  },
  {
    ...{ unit: '24', fund: 'YAGI-2024', ...OUT, ...STORM, receivedAt: '2024-10-02T03:00:00Z' },
    csv: table(OUT_HEADING, ['BG-1;20/09/2024;7/QĐ;THIET_HAI_NHA;;12;300.000.000;']),
  },
  {
    ...{
      unit: '24',
      fund: 'QVNN',
      ...IN,
      ...QUARTER,
      openingVnd: 5_000_000,
      receivedAt: '2025-10-01T02:00:00Z',
    },
    csv: table(IN_HEADING, ['BN-1;03/07/2025;Công ty Ví Dụ Hai;DOANH_NGHIEP;;CHUYEN_KHOAN;250.000.000;;;;;']),
  },
  {
    ...{
      unit: '14',
      fund: 'QVNN',
      ...IN,
      ...QUARTER,
      openingVnd: 1_000_000_000,
      receivedAt: '2025-10-02T02:00:00Z',
    },
    csv: table(IN_HEADING, ['SL-1;10/07/2025;Ngân hàng Ví Dụ;DOANH_NGHIEP;;KHO_BAC;2.500.000.001;;;;;']),
  },
  {
    ...{
      unit: '14',
      fund: 'QVNN',
      ...OUT,
      ...QUARTER,
      closingVnd: 3_300_000_001,
      receivedAt: '2025-10-02T03:00:00Z',
    },
    csv: table(OUT_HEADING, [
      'SL-C1;14/08/2025;21/QĐ;CHUYEN_CAP_DUOI;;;120.000.000;',
      'SL-C2;15/08/2025;22/QĐ;NHA_XAY_MOI;Phường Tô Hiệu;1;80.000.000;',
    ]),
  },
  {
    ...{
      unit: TO_HIEU,
      fund: 'QVNN',
      ...IN,
      ...QUARTER,
      openingVnd: 10_000_000,
      receivedAt: '2025-10-03T02:00:00Z',
    },
    csv: communeIn,
  },
  {
    ...{
      unit: TO_HIEU,
      fund: 'QVNN',
      ...OUT,
      ...QUARTER,
      closingVnd: 90_096_054,
      receivedAt: '2025-10-03T03:00:00Z',
    },
    csv: communeOut,
  },
  {
    ...{ unit: CHIENG_AN, fund: 'QVNN', ...IN, ...QUARTER, receivedAt: '2025-10-03T04:00:00Z' },
    csv: messyInOld,
  },
  {
    ...{ unit: CHIENG_AN, fund: 'QVNN', ...IN, ...QUARTER, receivedAt: '2025-10-04T04:00:00Z' },
    csv: messyIn,
  },
  {
    ...{
      unit: CHIENG_AN,
      fund: 'QVNN',
      ...OUT,
      ...QUARTER,
      closingVnd: 1_000_000,
      receivedAt: '2025-10-04T05:00:00Z',
    },
    csv: messyOut,
  },
];
