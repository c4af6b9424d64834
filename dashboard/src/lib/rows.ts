import { groupDigits } from '#domain/format.ts';
import type { RowCounts } from '#domain/submission.ts';

/** Why rows of a file are no figures: "bỏ qua 3: 1 tiêu đề, 1 dòng trống, 1 dòng tổng"; undefined when there are none. */
export function ignoredText({
  ignored,
  ignoredAs: { heading, blank, total },
}: RowCounts): string | undefined {
  if (ignored === 0) return undefined;
  const kinds = [
    [heading, 'tiêu đề'],
    [blank, 'dòng trống'],
    [total, 'dòng tổng'],
  ] as const;
  const parts = kinds.filter(([count]) => count > 0).map(([count, name]) => `${groupDigits(count)} ${name}`);
  return `bỏ qua ${groupDigits(ignored)}: ${parts.join(', ')}`;
}
