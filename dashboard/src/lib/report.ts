/** The report of a book by calendar periods and drives, as a reader picks from it. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { codesOf } from '#domain/codes.ts';
import { compareText } from '#domain/order.ts';
import {
  type Drive,
  periodLabel,
  REPORT_PERIODS,
  type Report,
  type ReportPart,
  type ReportPeriod,
} from '#domain/publish/report-schema.ts';
import { formatMonth } from './format.ts';

/** How a period of a book is called: "Tháng 03/2025", "Quý 1/2025", "6 tháng đầu năm 2025", "Cả đợt vận động". */
export function partName({ kind, name }: Pick<ReportPart, 'kind' | 'name'>, fund: FundCode): string {
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
      return periodLabel(kind, fund);
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

/** What of a report is shown: a period, or a drive; neither where the report is empty. */
interface Shown {
  readonly part?: ReportPart | undefined;
  readonly drive?: Drive | undefined;
  readonly unknown: boolean;
}

/**
 * What to show: the period or the drive asked for by name; unasked, the latest year, or the latest period of the
 * shortest kind where there is no year. A name that the report does not have gives the whole book, which is then to be
 * said.
 */
export function shownOf(
  { parts, drives }: Pick<Report, 'parts' | 'drives'>,
  asked: string | undefined,
): Shown {
  if (asked !== undefined) {
    const part = parts.find(({ name }) => name === asked);
    if (part !== undefined) return { part, unknown: false };
    const drive = drives.find(({ campaign }) => campaign === asked);
    if (drive !== undefined) return { drive, unknown: false };
    return { part: parts.find(({ kind }) => kind === 'TOAN_BO'), unknown: true };
  }
  const kinds = kindsIn(parts);
  const kind = kinds.includes('NAM') ? 'NAM' : kinds[0];
  return { part: kind && partsOfKind(parts, kind)[0], unknown: false };
}

/** Drives, the one with the latest rows first. */
export const drivesIn = (drives: readonly Drive[]): readonly Drive[] =>
  drives.toSorted((a, b) => compareText(b.period.from, a.period.from) || compareText(a.campaign, b.campaign));

/** How many things were compared in a period, and whether all of them meet. */
export function comparedText({ equalities }: Pick<ReportPart, 'equalities'>): string {
  const open = equalities.filter(({ varianceVnd }) => varianceVnd !== 0).length;
  return `Đối chiếu của kỳ: ${equalities.length} phép, ${open === 0 ? 'đều khớp' : `${open} phép lệch`}`;
}

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
