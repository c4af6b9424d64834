/** A book's own targets beside what it reached, as one table. */
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { INDICATORS } from '#domain/codes.ts';
import { groupDigits } from '#domain/format.ts';
import type { TargetLine } from '#domain/targets/targets-schema.ts';
import type { Unit } from '#domain/units/unit.ts';
import { fileHref } from '../routes.ts';
import type { Column } from './columns.ts';
import { formatShare } from './format.ts';
import { figureText } from './plans.ts';

export interface TargetRow extends TargetLine {
  readonly id: string;
}

/** The latest year first; within a year as the lines stand. */
export const targetRows = (targets: readonly TargetLine[]): readonly TargetRow[] =>
  targets.map((line, i) => ({ ...line, id: String(i) })).toSorted((a, b) => b.year - a.year);

/** A target of a unit below, of which this book knows no more than that it was set. */
export const isOfOtherBooks = ({ unitId, reached, statedReached }: TargetLine): boolean =>
  unitId !== undefined && reached === undefined && statedReached === undefined;

/** Who was to reach it: the book's unit, one below it, or one of the organisations. */
function whose({ organisation, organisations, unplaced, unitName, unitId }: TargetLine, own: string): string {
  if (organisation !== undefined) return organisation;
  const unit =
    unplaced === undefined ? (unitName ?? unitId ?? own) : `Đơn vị chưa rõ ${groupDigits(unplaced)}`;
  return organisations === undefined ? unit : `${unit}: cộng ${groupDigits(organisations)} tổ chức`;
}

const figure = (line: TargetLine, value: number | undefined): string =>
  value === undefined ? '–' : figureText(line.indicator, value);

/** Notes that a figure needs: what others share in, what was set anew. */
const sharedNote = ({ shared }: TargetLine): string | undefined =>
  shared === undefined ? undefined : `trong đó ${groupDigits(shared)} nhà làm chung`;
const twiceNote = ({ twice }: TargetLine): string | undefined =>
  twice ? 'giao nhiều lần, lấy lần sau cùng' : undefined;

/** A unit above the communes reaches its own target with those below, which its book alone does not tell of. */
function resultOf({ met, reached, unitId, unplaced, organisation }: TargetLine, unit: Unit): string {
  if (reached === undefined) return 'Sổ này không cho biết';
  if (met) return 'Đạt';
  const own = unitId === undefined && unplaced === undefined && organisation === undefined;
  return own && unit.level !== 'XA' ? 'Chưa tính cấp dưới' : 'Chưa đạt';
}

/** What the table of targets states stands in a column of its own, where it states anything. */
export function targetColumns(
  targets: readonly TargetLine[],
  unit: Unit,
  fund: FundCode,
): readonly Column<TargetRow>[] {
  const stated: Column<TargetRow> = {
    id: 'stated',
    label: 'Đã đạt theo báo cáo',
    numeric: true,
    text: (line) => figure(line, line.statedReached),
  };
  return [
    {
      id: 'whose',
      label: 'Đơn vị, tổ chức',
      text: (line) => whose(line, unit.name),
      href: ({ digest, row }) => (digest === undefined ? undefined : fileHref(unit, fund, digest, row)),
      note: ({ indicator, year }) => `${INDICATORS[indicator]}, năm ${year}`,
    },
    {
      id: 'target',
      label: 'Chỉ tiêu giao',
      numeric: true,
      text: (line) => figure(line, line.target),
      note: twiceNote,
    },
    {
      id: 'reached',
      label: 'Đã đạt theo sổ',
      numeric: true,
      text: (line) => figure(line, line.reached),
      note: sharedNote,
    },
    ...(targets.some(({ statedReached }) => statedReached !== undefined) ? [stated] : []),
    {
      id: 'share',
      label: 'Tỷ lệ theo sổ',
      numeric: true,
      text: ({ permille }) => (permille === undefined ? '–' : (formatShare(permille, 1000) ?? '–')),
    },
    {
      id: 'met',
      label: 'Kết quả',
      text: (line) => resultOf(line, unit),
    },
  ];
}
