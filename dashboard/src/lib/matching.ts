/** How the lines of the bank and the book found each other, in plain words. */
import type { MatchLevel } from '#domain/match/match.ts';
import type { Bank } from '#domain/publish/bank-schema.ts';

export type Matching = NonNullable<Bank['matching']>;

/** What each level means, for somebody who keeps no books. */
export const LEVEL_MEANINGS: Readonly<Record<MatchLevel, string>> = {
  CONFIRMED: 'Cán bộ phụ trách đã xem và xác nhận hai bên là cùng một khoản; có ghi chức danh và lý do.',
  EXACT: 'Cùng số chứng từ và cùng số tiền.',
  STRONG: 'Cùng số tiền, ngày gần nhau, và nội dung giao dịch nhắc đến đúng khoản ấy.',
  LIKELY: 'Cùng số tiền và ngày, không có khoản nào khác có thể nhầm; nội dung không nói thêm.',
  GROUPED: 'Nhiều dòng cộng lại vừa đúng một dòng ở bên kia, như một lần nộp tiền mặt vào tài khoản.',
  REVERSAL: 'Ghi vào rồi đảo lại: hai dòng cùng một bên bù nhau bằng 0.',
};

/** Every line and every entry is in one match, or left, or cash: what these counts leave. Zero where none is lost. */
export function unaccounted({ lines, entries, levels, linesLeft, entriesLeft, cash }: Matching) {
  const sum = (field: 'lines' | 'entries') => levels.reduce((before, level) => before + level[field], 0);
  return {
    lines: lines - sum('lines') - linesLeft.count,
    entries: entries - sum('entries') - entriesLeft.count - cash.count,
  };
}

/**
 * The book against bank and cash at the day of the statements; undefined where a bank prints no balance.
 * `differenceVnd`: bank + cash, without what rates added, less the book. Cash that nobody declared counts as 0.
 */
export function bankEquation({ balanceVnd, cashVnd, bookVnd, revaluationVnd }: Bank) {
  if (balanceVnd === undefined) return undefined;
  const differenceVnd = balanceVnd + (cashVnd ?? 0) - (revaluationVnd ?? 0) - bookVnd;
  return { balanceVnd, cashVnd, bookVnd, differenceVnd };
}
