import type { BookKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Issue } from '../finding.ts';
import { CsvReader } from '../parse/csv-reader.ts';
import type { RawRow, RowReader } from '../parse/raw-row.ts';
import { err, ok, type Result } from '../result.ts';
import { BookReader, type BookReport } from './book-reader.ts';
import type { BookContext } from './context.ts';

export type BookOutcome = Result<BookReport, readonly [Issue, ...Issue[]]>;

/**
 * One file of a book, bytes in, entries out: the whole of parse and validate. The same class reads for the
 * ledger and for a mere check. After a rejection the remaining bytes may be spared.
 */
export class BookFile {
  readonly #rows: RowReader = new CsvReader();
  readonly #book: BookReader;

  constructor(kind: BookKind, context: BookContext) {
    this.#book = new BookReader(kind, context);
  }

  get rejected(): boolean {
    return this.#rows.rejection !== undefined || this.#book.rejection !== undefined;
  }

  /** Entries of the rows that these bytes complete. */
  push(bytes: Uint8Array): Entry[] {
    return this.#read(this.#rows.push(bytes));
  }

  /** Entries of the rows that only the end completes, and what became of the file. */
  end(): { readonly entries: Entry[]; readonly outcome: BookOutcome } {
    const entries = this.#read(this.#rows.end());
    return { entries, outcome: this.#outcome() };
  }

  #read(rows: readonly RawRow[]): Entry[] {
    const entries: Entry[] = [];
    for (const row of rows) for (const entry of this.#book.read(row)) entries.push(entry);
    return entries;
  }

  #outcome(): BookOutcome {
    // The heading comes before whatever stopped the reading further down.
    const rejection = this.#book.rejection ?? this.#rows.rejection;
    if (rejection) return err([rejection]);
    const report = this.#book.end();
    if ('rule' in report) return err([report]);
    if (report.rows.accepted > 0) return ok(report);
    const count = report.rows.quarantined;
    return err([{ rule: 'NOTHING_ACCEPTED', severity: 'error', count }, ...report.issues]);
  }
}
