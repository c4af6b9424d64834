import { groupDigits } from '#domain/format.ts';
import type { RowCounts } from '#domain/submission.ts';

const REASONS = [
  ['title', 'dòng trên bảng'],
  ['heading', 'tiêu đề'],
  ['blank', 'dòng trống'],
  ['total', 'dòng tổng'],
  ['footer', 'dòng dưới bảng'],
] as const;

/** Why rows are no figures: "1 tiêu đề, 1 dòng trống, 1 dòng tổng"; empty when there are none. */
export const ignoredReasons = (ignoredAs: RowCounts['ignoredAs']): string =>
  REASONS.filter(([reason]) => ignoredAs[reason] > 0)
    .map(([reason, name]) => `${groupDigits(ignoredAs[reason])} ${name}`)
    .join(', ');

/** The same with their number: "bỏ qua 3: 1 tiêu đề, …"; undefined when there are none. */
export const ignoredText = ({ ignored, ignoredAs }: RowCounts): string | undefined =>
  ignored === 0 ? undefined : `bỏ qua ${groupDigits(ignored)}: ${ignoredReasons(ignoredAs)}`;
