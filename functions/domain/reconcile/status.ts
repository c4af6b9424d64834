import { isBookKind } from '../codes.ts';
import type { Finding } from '../finding.ts';
import type { Statement } from '../publish/schema.ts';
import type { Book } from './book.ts';

/** A book is reconciled when some independent figure meets it, and nothing speaks against it. */
export function reasonsAgainst(
  { files }: Book,
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
  const meetsBook = equalities.some(
    ({ rule, digest }) => rule === 'BANK_BOOK_MISMATCH' || (digest !== undefined && movements.has(digest)),
  );
  const varies = equalities.some(({ varianceVnd }) => varianceVnd !== 0);
  return [
    ...(varies ? ['VARIANCE' as const] : []),
    ...(findings.some((f) => f.rule === 'ROWS_QUARANTINED' && ofBook(f))
      ? ['QUARANTINED_ROWS' as const]
      : []),
    ...(findings.some(({ rule }) => BOOK_ERRORS.has(rule)) ? ['ERRORS' as const] : []),
    ...(findings.some((f) => MAYBE_TWICE.has(f.rule) && ofBook(f)) ? ['MAYBE_COUNTED_TWICE' as const] : []),
    ...(meetsBook ? [] : ['NO_CONTROL_FIGURE' as const]),
  ];
}

/** Errors of the book itself; those of single rows are told by the rows set aside. */
const BOOK_ERRORS: ReadonlySet<string> = new Set(['NEGATIVE_BALANCE', 'GOODS_NEGATIVE']);

/** What leaves open whether some money stands in the book twice. */
const MAYBE_TWICE: ReadonlySet<string> = new Set(['PERIOD_OVERLAP', 'SUPERSEDES_UNKNOWN']);
