import type { IsoDate } from '../date.ts';
import type { Entry } from '../entry.ts';
import { addVnd, type Vnd, vnd, ZERO_VND } from '../money.ts';
import { FIELDS, type Field, RowPrint } from './row-print.ts';
import { RowPrints } from './row-prints.ts';

/** Rows that are named one by one; all are counted. */
export const MAX_LISTED = 20;

/** One row of a file: a movement of money, of goods, or of both. */
export interface ChangedRow {
  readonly row: number;
  readonly date: IsoDate;
  readonly amountVnd: Vnd;
}

export interface RowChange {
  readonly before: ChangedRow;
  readonly after: ChangedRow;
  /** What differs, as far as it has a name of its own; never empty where an amount or a day differs. */
  readonly fields: readonly Field[];
}

/** Rows of a kind, their sum in đồng, and the first of them. */
export interface Changed<Row> {
  readonly rows: number;
  readonly sumVnd: Vnd;
  readonly first: readonly Row[];
}

/** What became of a file in its correction. */
export interface Changes {
  readonly unchanged: { readonly rows: number; readonly sumVnd: Vnd };
  readonly added: Changed<ChangedRow>;
  readonly removed: Changed<ChangedRow>;
  /** `sumVnd`: after less before. */
  readonly changed: Changed<RowChange>;
}

/**
 * What changed between the entries of an earlier file and those of its correction, by content: rows that only moved
 * are unchanged. A row that is gone and one that is new are one changed row when document number and day are the
 * same, or when they stand at the same place among the unchanged ones and most of what they tell is the same. Takes
 * some fifty bytes for each row of the earlier file and each new one, whatever the rows hold. Both in order of rows,
 * accepted ones only.
 */
export async function changesBetween(
  before: AsyncIterable<readonly Entry[]>,
  after: AsyncIterable<readonly Entry[]>,
): Promise<Changes> {
  const former = new RowPrints();
  for await (const prints of printsOf(before)) for (const print of prints) former.add(print);
  const added = new RowPrints();
  let unchanged = 0;
  let unchangedVnd = ZERO_VND;
  /** How far the rows around have moved. */
  let moved = 0;
  for await (const prints of printsOf(after)) {
    for (const print of prints) {
      const same = former.take(print);
      if (same === undefined) {
        added.add(print, print.row - moved);
        continue;
      }
      unchanged += 1;
      unchangedVnd = addVnd(unchangedVnd, vnd(print.amountVnd));
      moved = print.row - same;
    }
  }
  const pairs = former.pairsWith(added);
  const changed = pairs.map(([was, is]) => ({
    before: rowOf(former, was),
    after: rowOf(added, is),
    fields: FIELDS.filter((_, i) => former.differsIn(i, was, added, is)),
  }));
  return {
    unchanged: { rows: unchanged, sumVnd: unchangedVnd },
    added: listed(left(added)),
    removed: listed(left(former)),
    changed: {
      rows: changed.length,
      sumVnd: changed.reduce((sum, one) => vnd(sum + one.after.amountVnd - one.before.amountVnd), ZERO_VND),
      first: changed.slice(0, MAX_LISTED),
    },
  };
}

/** The entries of one row stand together, in whatever portions they come. */
async function* printsOf(entries: AsyncIterable<readonly Entry[]>): AsyncGenerator<RowPrint[]> {
  let open: RowPrint | undefined;
  for await (const portion of entries) {
    const prints: RowPrint[] = [];
    for (const entry of portion) {
      if (open?.row === entry.row) {
        open.add(entry);
        continue;
      }
      if (open) prints.push(open);
      open = new RowPrint(entry);
    }
    yield prints;
  }
  if (open) yield [open];
}

const rowOf = (prints: RowPrints, at: number): ChangedRow => ({
  row: prints.row(at),
  date: prints.date(at),
  amountVnd: vnd(prints.amountVnd(at)),
});

const left = (prints: RowPrints): ChangedRow[] => prints.left().map((at) => rowOf(prints, at));

const listed = (rows: readonly ChangedRow[]): Changed<ChangedRow> => ({
  rows: rows.length,
  sumVnd: rows.reduce((sum, { amountVnd }) => addVnd(sum, amountVnd), ZERO_VND),
  first: rows.slice(0, MAX_LISTED),
});
