import type { TrackedFinding } from '#domain/finding.ts';
import { formatVnd } from '#domain/format.ts';
import { type Statement, UNRECONCILED_REASONS } from '#domain/publish/schema.ts';
import { ruleById } from '#domain/rules/catalogue.ts';
import { findingLines } from './findings.ts';

/** What concerns the book as a whole; what concerns single rows is told with their file. */
export const ofBook = ({ findings }: Statement): TrackedFinding[] =>
  findings.filter(({ rule }) => ruleById(rule)?.scope === 'book' && rule !== 'ROWS_QUARANTINED');

/** How the book stands now that the file is in it. */
export const bookLines = (statement: Statement): string[] => [
  `  Sổ sau khi nộp: còn lại ${formatVnd(statement.totals.closingVnd)} · ${
    statement.status === 'RECONCILED' ? 'đã đối chiếu' : 'CHƯA ĐỐI CHIẾU'
  }`,
  ...statement.reasons.map((reason) => `    ${UNRECONCILED_REASONS[reason]}`),
  ...findingLines(ofBook(statement)),
];
