import type { TableKind } from '../codes.ts';
import type { Delimiter, Overrides } from '../parse/reading.ts';
import type { TablePlan } from '../parse/table-plan.ts';
import type { TextReading } from '../parse/text/verdict.ts';
import type { RowContext } from '../validate/context.ts';

/** What is asked of a file. */
export interface ReadRequest {
  /** What it was declared to be; inferred from its headings where nobody said. */
  readonly kind?: TableKind | undefined;
  readonly context: RowContext;
  readonly overrides: Overrides;
}

/** How a file is read from its first byte to its cells: all of it concluded, nothing left to guess on the way. */
export type Reading = {
  readonly plan: TablePlan;
} & (
  | { readonly format: 'csv'; readonly text: TextReading; readonly delimiter: Delimiter }
  | { readonly format: 'xlsx'; readonly sheet: string }
);
