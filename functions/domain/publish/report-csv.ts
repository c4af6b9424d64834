import { PURPOSES, SOURCES } from '../codes.ts';
import { csvCell } from '../workbook/csv-safe.ts';
import { REPORT_PERIODS, type Report, type ReportPart } from './report-schema.ts';

const HEADING = [
  'loai_ky',
  'ky',
  'tu_ngay',
  'den_ngay',
  'du_so_lieu',
  'dong',
  'ma',
  'ten',
  'so_tien_dong',
  'so_but_toan',
  'so_ho',
];

/**
 * The report as CSV for a spreadsheet: one line for each figure, with a byte-order mark, comma separated, CRLF. Of each
 * period: SO_DU_DAU, its THU lines, its CHI lines, SO_DU_CUOI; opening + Σ THU − Σ CHI = closing. No cell is a formula:
 * names of units are people's texts.
 */
export const reportCsv = ({ unit, fund, asOf, parts }: Report): string =>
  `\ufeff${[
    ['don_vi', unit.id, unit.name, 'so', fund, 'so_lieu_den_ngay', asOf],
    HEADING,
    ...parts.flatMap(linesOf),
  ]
    .map((cells) => cells.map((cell) => csvCell(String(cell), ',')).join(','))
    .join('\r\n')}\r\n`;

function linesOf(part: ReportPart): (string | number)[][] {
  const { kind, name, period, complete } = part;
  const head = [REPORT_PERIODS[kind], name, period.from, period.to, complete ? 'co' : 'chua'];
  return [
    [...head, 'SO_DU_DAU', '', 'Số dư đầu kỳ', part.openingVnd, '', ''],
    ...part.in.map(({ source, amountVnd, entries }) => [
      ...head,
      'THU',
      source,
      SOURCES[source],
      amountVnd,
      entries,
      '',
    ]),
    ...part.out.map(({ purpose, amountVnd, entries, households }) => [
      ...head,
      'CHI',
      purpose,
      PURPOSES[purpose],
      amountVnd,
      entries,
      households,
    ]),
    [...head, 'SO_DU_CUOI', '', 'Số dư cuối kỳ', part.closingVnd, '', ''],
  ];
}
