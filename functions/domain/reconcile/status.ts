import { isBookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import type { Statement } from '../publish/schema.ts';
import type { Book } from './book.ts';
import { movementsHeldUntil } from './book-days.ts';

/** Figures of the book's balance that did not come from its rows. A file's own totals prove its reading, not its truth. */
const INDEPENDENT: ReadonlySet<string> = new Set([
  'BANK_BOOK_MISMATCH',
  'CASH_BOOK_MISMATCH',
  'CLOSING_MISMATCH',
]);

/**
 * A book is reconciled when an independent figure of its balance meets it on the last day of its movements, and nothing
 * speaks against it.
 */
export function reasonsAgainst(
  { files, live }: Book,
  equalities: Statement['equalities'],
  findings: readonly Finding[],
): Statement['reasons'] {
  const movements = new Set(
    files.flatMap(({ submission: { declaration, digest } }) =>
      isBookKind(declaration.kind) ? [digest] : [],
    ),
  );
  // What a bank's file or a register says of itself says nothing of the book.
  const ofBook = ({ digest }: Finding) => digest === undefined || movements.has(digest);
  const last = movementsHeldUntil(live);
  const meetsBook = equalities.some(
    ({ rule, date }) => INDEPENDENT.has(rule) && last !== undefined && date !== undefined && date >= last,
  );
  const varies = equalities.some(({ varianceVnd }) => varianceVnd !== 0);
  return [
    ...(varies ? ['VARIANCE' as const] : []),
    ...(findings.some((f) => f.rule === 'ROWS_QUARANTINED' && ofBook(f))
      ? ['QUARANTINED_ROWS' as const]
      : []),
    ...(findings.some(({ rule }) => BOOK_ERRORS.has(rule)) ? ['ERRORS' as const] : []),
    ...(findings.some((f) => MAYBE_TWICE.has(f.rule) && ofBook(f)) ? ['MAYBE_COUNTED_TWICE' as const] : []),
    ...(findings.some(({ rule }) => rule === 'BANK_LINES_NOT_IN_BOOK') ? ['BANK_LINES_OPEN' as const] : []),
    ...(meetsBook ? [] : ['NO_CONTROL_FIGURE' as const]),
  ];
}

/** Errors of the book itself; those of single rows are told by the rows set aside. */
const BOOK_ERRORS: ReadonlySet<string> = new Set([
  'NEGATIVE_BALANCE',
  'GOODS_NEGATIVE',
  'GOODS_BEFORE_RECEIPT',
]);

/** What leaves open whether some money stands in the book twice. */
const MAYBE_TWICE: ReadonlySet<string> = new Set(['PERIOD_OVERLAP', 'SUPERSEDES_UNKNOWN']);
