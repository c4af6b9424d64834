/** Books of a site of their own: one is made up and says so, the others are as any; together all that is seldom. */
import { createHash } from 'node:crypto';
import type { IsoDate } from '#domain/date.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import {
  CHIENG_AN,
  IN,
  IN_HEADING,
  OUT,
  OUT_HEADING,
  QUARTER,
  type SampleFile,
  TO_HIEU,
  table,
} from './books.ts';

/** Beside its one gift a heading, an empty line and a sum. */
const gift = table(IN_HEADING, [
  ';;;;;;;;;;;',
  'PT-01;02/07/2025;Đội văn nghệ Mẫu;TAP_THE;;TIEN_MAT;3.000.000;;;;;',
  'Tổng cộng;;;;;;3.000.000;;;;;',
]);
export const GIFT_DIGEST = createHash('sha256').update(gift).digest('hex');

/** Communes of Bắc Ninh, each given more than the one before. */
const PLACES = shippedRegistry()
  .communes(QUARTER.from as IsoDate)
  .filter(({ provinceId }) => provinceId === '24@2025-07-01')
  .slice(0, 14);
export const LEAST = PLACES[0]?.name ?? '';
export const MOST = PLACES.at(-1)?.name ?? '';
const spent = table(
  OUT_HEADING,
  PLACES.map(({ code }, at) => `C${at};15/08/2025;22/QĐ;NHA_SUA_CHUA;${code};1;${at + 1}.000.000;`),
);

/** The book of Chiềng An: one file, declared anew with its balance. */
const declaredTwice: readonly SampleFile[] = [
  { unit: CHIENG_AN, fund: 'QVNN', ...IN, ...QUARTER, receivedAt: '2025-10-03T04:00:00Z', csv: gift },
  {
    ...{ unit: CHIENG_AN, fund: 'QVNN', ...IN, ...QUARTER, openingVnd: 7_000_000 },
    ...{ receivedAt: '2025-10-04T04:00:00Z', csv: gift },
  },
];

export const MARKED_BOOKS: readonly SampleFile[] = [
  {
    ...{ unit: TO_HIEU, fund: 'QVNN', ...IN, ...QUARTER, receivedAt: '2025-10-03T02:00:00Z' },
    ...{ sample: true, csv: gift },
  },
  ...declaredTwice,
  { unit: '24', fund: 'QVNN', ...OUT, ...QUARTER, receivedAt: '2025-10-04T05:00:00Z', csv: spent },
];

/** The file of Chiềng An, taken back for a shorter one of the same days. */
export const REPLACED_BOOKS: readonly SampleFile[] = [
  ...declaredTwice,
  {
    ...{ unit: CHIENG_AN, fund: 'QVNN', ...IN, ...QUARTER, receivedAt: '2025-10-05T04:00:00Z' },
    csv: table(IN_HEADING, ['PT-01;02/07/2025;Đội văn nghệ Mẫu;TAP_THE;;TIEN_MAT;2.000.000;;;;;']),
  },
];
