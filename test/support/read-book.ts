import type { Outcome } from '#domain/check/outcome.ts';
import type { ReadRequest } from '#domain/check/request.ts';
import { TextFile, type TextReadingPlan } from '#domain/check/text-file.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Entry } from '#domain/entry.ts';
import type { Issue } from '#domain/finding.ts';
import type { Overrides } from '#domain/parse/reading.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BookReport } from '#domain/validate/book-reader.ts';
import type { BookContext } from '#domain/validate/context.ts';

export type BookOutcome = Result<BookReport, readonly [Issue, ...Issue[]]>;

/** As the pipeline does: more would be a circle. */
const MAX_PASSES = 4;

/** A file in memory, read as often as it takes to know how. */
export function readPortions(
  portions: readonly Uint8Array[],
  request: ReadRequest,
): { readonly entries: readonly Entry[]; readonly outcome: Outcome } {
  let reading: TextReadingPlan | undefined;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const entries: Entry[] = [];
    const file = new TextFile(request, reading, (row) => entries.push(...row.entries));
    for (const portion of portions) file.push(portion);
    const end = file.end();
    if ('outcome' in end) return { entries, outcome: end.outcome };
    reading = end.again as TextReadingPlan;
  }
  throw new Error('a file whose reading does not settle');
}

/** A whole file of a book through parse and validate. */
export function readBookFile(
  bytes: Uint8Array,
  kind: BookKind,
  context: BookContext,
  overrides: Overrides = {},
): { readonly entries: readonly Entry[]; readonly outcome: BookOutcome } {
  const { entries, outcome } = readPortions([bytes], { kind, context, overrides });
  if (outcome.refusal) return { entries, outcome: err(outcome.refusal) };
  if (outcome.table?.of !== 'book') throw new Error('a book that is read as something else');
  return { entries, outcome: ok(outcome.table.report) };
}
