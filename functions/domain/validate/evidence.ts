import type { NumberEvidence } from '../parse/values/figure-column.ts';
import type { DateEvidence } from './date-column.ts';

/** How the cells of a table are written, counted over all its rows. */
export interface TableEvidence {
  /** By the contract's name of the column. */
  readonly numbers: Readonly<Record<string, NumberEvidence>>;
  readonly dates: DateEvidence;
  /** How often the next day down the rows is a later one, and how often an earlier one; of bank statements. */
  readonly order?: { readonly up: number; readonly down: number };
}
