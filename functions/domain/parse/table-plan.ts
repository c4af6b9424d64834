import type { DateOrder, Font, Multiplier, NumberStyle } from './reading.ts';
import type { Layout } from './table/layout.ts';

/** How a table is to be read, once all has been concluded: which column is what, and how its cells are written. */
export interface TablePlan {
  readonly layout: Layout;
  readonly font: Font;
  readonly dates: DateOrder;
  /** By the contract's name of a column of figures. */
  readonly styles: Readonly<Record<string, NumberStyle>>;
  readonly multipliers: Readonly<Record<string, Multiplier>>;
  /** Of a bank's statement: its newest line stands first. */
  readonly newestFirst?: true;
}
