/** The report of a book by calendar periods, as a reader picks from it. */
import { codesOf } from '#domain/codes.ts';
import { compareText } from '#domain/order.ts';
import { REPORT_PERIODS, type ReportPart, type ReportPeriod } from '#domain/publish/report-schema.ts';
import { formatMonth } from './format.ts';

/** How a period is called: "Tháng 03/2025", "Quý 1/2025", "6 tháng đầu năm 2025". */
export function partName({ kind, name }: Pick<ReportPart, 'kind' | 'name'>): string {
  const [year = '', rest = ''] = name.split('-');
  switch (kind) {
    case 'THANG':
      return `Tháng ${formatMonth(name)}`;
    case 'QUY':
      return `Quý ${rest.replace('Q', '')}/${year}`;
    case 'SAU_THANG':
      return `6 tháng ${rest === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
    case 'NAM':
      return `Năm ${name}`;
    case 'TOAN_BO':
      return REPORT_PERIODS.TOAN_BO;
  }
}

/** Kinds of period that the report has, in their order. */
export const kindsIn = (parts: readonly ReportPart[]): readonly ReportPeriod[] =>
  codesOf(REPORT_PERIODS).filter((kind) => parts.some((part) => part.kind === kind));

/** The periods of a kind, the latest first. */
export const partsOfKind = (parts: readonly ReportPart[], kind: ReportPeriod): readonly ReportPart[] =>
  parts
    .filter((part) => part.kind === kind)
    .toSorted((a, b) => compareText(b.period.from, a.period.from) || compareText(b.name, a.name));

/** Opening + in − out − closing, and what the lines leave of the sums: all zero in a report that adds up. */
export function leftOver({ openingVnd, inVnd, outVnd, closingVnd, in: ins, out: outs }: ReportPart) {
  const sum = (lines: readonly { amountVnd: number }[]) =>
    lines.reduce((before, { amountVnd }) => before + amountVnd, 0);
  return {
    balanceVnd: openingVnd + inVnd - outVnd - closingVnd,
    inVnd: inVnd - sum(ins),
    outVnd: outVnd - sum(outs),
  };
}

export const addsUp = (part: ReportPart): boolean =>
  Object.values(leftOver(part)).every((left) => left === 0);
