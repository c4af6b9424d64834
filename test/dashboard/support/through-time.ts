/** Books from before and after the division of 1/7/2025: Tam Kỳ's of 2023, and invented ones of what is seldom. */
import { sampleFiles } from '#test/support/sample-books.ts';
import { IN, IN_HEADING, OUT, OUT_HEADING, QUARTER, type SampleFile, table } from './books.ts';
import { type Handed, handedIn } from './snapshot.ts';

/** The thirteen communes of Tam Kỳ in 2023, and the phường of today that each went into whole. */
export const TAM_KY: Readonly<Record<string, string>> = {
  '20335': 'Phường Bàn Thạch',
  '20338': 'Phường Tam Kỳ',
  '20341': 'Phường Tam Kỳ',
  '20344': 'Phường Hương Trà',
  '20347': 'Phường Tam Kỳ',
  '20350': 'Phường Hương Trà',
  '20353': 'Phường Tam Kỳ',
  '20356': 'Phường Quảng Phú',
  '20359': 'Phường Quảng Phú',
  '20362': 'Phường Bàn Thạch',
  '20371': 'Phường Quảng Phú',
  '20375': 'Phường Bàn Thạch',
  '20389': 'Phường Hương Trà',
};

/** Books of 2023: the thirteen, and those of Tỉnh Quảng Nam itself. */
const tamKy2023 = (): Handed[] =>
  sampleFiles()
    .filter(({ book }) => book.unit === '49' || book.unit in TAM_KY)
    .map(({ bytes, declaration }) => ({ bytes, declaration }));

const HALF = { from: '2025-01-01', to: '2025-06-30' } as const;
const YEAR = { from: '2024-01-01', to: '2024-12-31' } as const;

/** Divided between Phường Hải Vân and Phường Liên Chiểu. */
export const HOA_LIEN = '20296';
/** Whole into Phường Hải Vân. */
const HOA_HIEP_BAC = '20194';
export const TAM_KY_NOW = '20341';
export const AN_MY = '20341';
export const TAM_THANG = '20362';

export const AN_MY_HANDED_VND = 5_000_000;
export const TAM_THANG_HANDED_VND = 2_000_000;
export const HOA_LIEN_IN_VND = 3_000_000;

const SEAMS: readonly SampleFile[] = [
  {
    ...{
      unit: '48',
      fund: 'QVNN',
      ...OUT,
      ...YEAR,
      openingVnd: 90_000_000,
      receivedAt: '2025-01-10T02:00:00Z',
    },
    csv: table(OUT_HEADING, [
      `DN-1;10/05/2024;1/QĐ;NHA_SUA_CHUA;${HOA_HIEP_BAC};1;20.000.000;`,
      'DN-2;11/05/2024;2/QĐ;NHA_SUA_CHUA;Phường Hòa Hiệp Nam;1;30.000.000;',
      'DN-3;12/05/2024;3/QĐ;SINH_KE;Xã Hòa Liên;1;10.000.000;',
      'DN-4;13/05/2024;4/QĐ;TET;;4;4.000.000;',
    ]),
  },
  {
    ...{ unit: HOA_LIEN, fund: 'QVNN', ...IN, ...YEAR, receivedAt: '2025-01-11T02:00:00Z' },
    csv: table(IN_HEADING, ['HL-1;05/03/2024;Hợp tác xã Ví Dụ;DOANH_NGHIEP;;TIEN_MAT;3.000.000;;;;;']),
  },
  {
    ...{ unit: HOA_LIEN, fund: 'QVNN', ...OUT, ...YEAR, receivedAt: '2025-01-11T03:00:00Z' },
    csv: table(OUT_HEADING, ['HL-C1;05/04/2024;1/QĐ;TET;;2;1.000.000;']),
  },
  {
    ...{ unit: AN_MY, fund: 'QVNN', ...IN, ...HALF, receivedAt: '2025-07-02T02:00:00Z' },
    csv: table(IN_HEADING, ['AM-1;05/03/2025;Công ty Ví Dụ Ba;DOANH_NGHIEP;;TIEN_MAT;5.000.000;;;;;']),
  },
  {
    ...{ unit: AN_MY, fund: 'QVNN', ...OUT, ...HALF, receivedAt: '2025-07-02T03:00:00Z' },
    csv: table(OUT_HEADING, ['AM-C1;30/06/2025;9/BB;BAN_GIAO_SO_DU;;;5.000.000;']),
  },
  {
    ...{ unit: TAM_THANG, fund: 'QVNN', ...OUT, ...HALF, receivedAt: '2025-07-02T04:00:00Z' },
    csv: table(OUT_HEADING, ['TT-C1;30/06/2025;9/BB;BAN_GIAO_SO_DU;;;2.000.000;']),
  },
  {
    ...{
      unit: TAM_KY_NOW,
      fund: 'QVNN',
      ...IN,
      ...QUARTER,
      openingVnd: 0,
      receivedAt: '2025-10-01T02:00:00Z',
    },
    csv: table(IN_HEADING, [
      'TK-1;01/07/2025;Phường An Mỹ;CO_QUAN_DON_VI;;BAN_GIAO_SO_DU;5.000.000;;;;;',
      'TK-2;09/08/2025;Công ty Ví Dụ Bốn;DOANH_NGHIEP;;TIEN_MAT;7.000.000;;;;;',
    ]),
  },
];

export const throughTime = (): Handed[] => [...tamKy2023(), ...SEAMS.map(handedIn)];
