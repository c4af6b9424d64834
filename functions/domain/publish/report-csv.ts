import { PURPOSES, SOURCES } from '../codes.ts';
import { ruleById } from '../rules/catalogue.ts';
import { csvCell } from '../workbook/csv-safe.ts';
import {
  DRIVE_LABEL,
  type Drive,
  periodLabel,
  REPORT_EQUALITIES,
  type Report,
  type ReportEquality,
  type ReportPart,
} from './report-schema.ts';
import type { Equality } from './schema.ts';

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
  'ngay',
  'tai_khoan',
  'ky_vong_dong',
  'thuc_te_dong',
  'chenh_lech_dong',
  'tep',
  'dong_tep',
] as const;
type Cells = Partial<Record<(typeof HEADING)[number], string | number>>;

/**
 * The report as CSV for a spreadsheet: one line for each figure, with a byte-order mark, comma separated, CRLF. Of each
 * period: SO_DU_DAU, its THU lines, its CHI lines, SO_DU_CUOI, with opening + Σ THU − Σ CHI = closing; then what was
 * compared, a DOI_CHIEU line each, with chenh_lech_dong = thuc_te_dong − ky_vong_dong and the file that states it. Drives have THU and CHI lines
 * alone. No cell is a formula: names of units are people's texts.
 */
export const reportCsv = ({ unit, fund, asOf, parts, drives }: Report): string =>
  `\ufeff${[
    ['don_vi', unit.id, unit.name, 'so', fund, 'so_lieu_den_ngay', asOf],
    HEADING,
    ...[...parts.flatMap((part) => linesOf(part, fund)), ...drives.flatMap(linesOfDrive)].map((cells) =>
      HEADING.map((name) => cells[name] ?? ''),
    ),
  ]
    .map((cells) => cells.map((cell) => csvCell(String(cell), ',')).join(','))
    .join('\r\n')}\r\n`;

function linesOf(part: ReportPart, fund: Report['fund']): Cells[] {
  const { kind, name, period, complete, openingVnd, closingVnd, equalities } = part;
  const head = {
    ...headOf(periodLabel(kind, fund), name, period),
    du_so_lieu: complete ? 'co' : 'chua',
  };
  const lines: Cells[] = [
    { dong: 'SO_DU_DAU', ten: 'Số dư đầu kỳ', so_tien_dong: openingVnd },
    ...flowsOf(part),
    { dong: 'SO_DU_CUOI', ten: 'Số dư cuối kỳ', so_tien_dong: closingVnd },
    ...equalities.map(compared),
  ];
  return lines.map((cells) => ({ ...head, ...cells }));
}

function linesOfDrive(drive: Drive): Cells[] {
  const head = headOf(DRIVE_LABEL, drive.campaign, drive.period);
  return flowsOf(drive).map((cells) => ({ ...head, ...cells }));
}

const headOf = (kind: string, name: string, { from, to }: ReportPart['period']): Cells => ({
  loai_ky: kind,
  ky: name,
  tu_ngay: from,
  den_ngay: to,
});

const flowsOf = (of: Pick<ReportPart, 'in' | 'out'>): Cells[] => [
  ...of.in.map(({ source, amountVnd, entries }) => ({
    ...{ dong: 'THU', ma: source, ten: SOURCES[source] },
    ...{ so_tien_dong: amountVnd, so_but_toan: entries },
  })),
  ...of.out.map(({ purpose, amountVnd, entries, households }) => ({
    ...{ dong: 'CHI', ma: purpose, ten: PURPOSES[purpose] },
    ...{ so_tien_dong: amountVnd, so_but_toan: entries, so_ho: households },
  })),
];

function compared({
  rule,
  expectedVnd,
  actualVnd,
  varianceVnd,
  date,
  account,
  digest,
  row,
}: Equality): Cells {
  return {
    ...{ dong: 'DOI_CHIEU', ma: rule, ten: methodOf(rule) },
    ...{ ngay: date ?? '', tai_khoan: account ?? '' },
    ...{ ky_vong_dong: expectedVnd, thuc_te_dong: actualVnd, chenh_lech_dong: varianceVnd },
    ...{ tep: digest ?? '', dong_tep: row ?? '' },
  };
}

/** What must meet, whether it does or not: the title of a rule names what is wrong. */
const methodOf = (rule: string): string =>
  ruleById(rule)?.method ?? REPORT_EQUALITIES[rule as ReportEquality] ?? rule;
