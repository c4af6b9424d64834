import type { Finding } from '../finding.ts';
import { Utf8Decoder } from './decode.ts';
import { chooseDelimiter } from './delimiter.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import { SNIFF_BYTES } from './sniff.ts';
import { MAX_ROW_LENGTH, Tokenizer } from './tokenizer.ts';

/** Something other than white space, delimiters and quotes: a spreadsheet writes an empty first row as ";;;". */
const WORD = /[^\s,;"]/;
/** A carriage return inside a line: the line ends of old Macs, under which the whole file is one line. */
const LONE_RETURN = /\r(?!\n|$)/;

/**
 * Reads a CSV of contract version 1: UTF-8, comma or semicolon, whichever its headings show; lines end in LF or
 * CR LF. What it gives and what it refuses depends on the bytes alone, not on how they are cut.
 */
export class CsvReader implements RowReader {
  readonly #decoder = new Utf8Decoder();
  #tokenizer: Tokenizer | undefined;
  /** Text that came before the first line with anything in it was complete. */
  #opening = '';
  /** Fewer bytes than a signature needs; kept until there are enough. */
  #head: Uint8Array = new Uint8Array(0);
  #sniffed = false;
  rejection: Finding | undefined;

  push(bytes: Uint8Array): RawRow[] {
    if (this.rejection) return [];
    const ready = this.#sniffed ? bytes : this.#gather(bytes);
    return ready === undefined ? [] : this.#decode(ready);
  }

  end(): RawRow[] {
    if (this.rejection) return [];
    const rows = this.#sniffed ? [] : this.#decode(this.#head);
    if (this.rejection) return rows;
    if (!this.#decoder.end().ok) {
      this.#reject('FILE_NOT_UTF8', this.#row);
      return rows;
    }
    if (this.#tokenizer === undefined) rows.push(...this.#begin(this.#opening.length));
    if (this.rejection) return rows;
    for (const row of this.#tokenizer?.end() ?? []) rows.push(row);
    if (this.#tokenizer?.unclosed) this.#reject('QUOTE_UNCLOSED', this.#row);
    return rows;
  }

  /** The first bytes, once there are enough to know a signature by. */
  #gather(bytes: Uint8Array): Uint8Array | undefined {
    const joined = new Uint8Array(this.#head.length + bytes.length);
    joined.set(this.#head);
    joined.set(bytes, this.#head.length);
    this.#head = joined;
    if (joined.length < SNIFF_BYTES) return undefined;
    this.#sniffed = true;
    return joined;
  }

  #decode(bytes: Uint8Array): RawRow[] {
    const text = this.#decoder.push(bytes);
    if (text.ok) return this.#read(text.value);
    if (text.error.rule === 'FILE_NOT_A_TABLE') {
      const { rule, format } = text.error;
      this.rejection = { rule, severity: 'error', count: 1, params: { format } };
      return [];
    }
    const rows = this.#read(text.error.before);
    if (!this.rejection) this.#reject(text.error.rule, this.#row);
    return rows;
  }

  #read(text: string): RawRow[] {
    if (this.#tokenizer === undefined) return this.#open(text);
    const rows = this.#tokenizer.push(text);
    if (this.#tokenizer.tooLong) this.#reject('LINE_TOO_LONG', this.#row, { limit: MAX_ROW_LENGTH });
    return rows;
  }

  /** Waits for the first line that has text, then knows the delimiter. */
  #open(text: string): RawRow[] {
    this.#opening += text;
    const first = this.#opening.search(WORD);
    const lineEnd = first === -1 ? -1 : this.#opening.indexOf('\n', first);
    if (lineEnd === -1 && this.#opening.length <= MAX_ROW_LENGTH) return [];
    return this.#begin(lineEnd === -1 ? this.#opening.length : lineEnd);
  }

  /** The first line that has text ends there: with it comes the delimiter. */
  #begin(lineEnd: number): RawRow[] {
    const line = this.#opening.slice(this.#firstLine(), Math.min(lineEnd, MAX_ROW_LENGTH));
    if (LONE_RETURN.test(line)) this.#reject('LINE_ENDS_OLD_MAC', this.#row);
    else if (lineEnd > MAX_ROW_LENGTH) this.#reject('LINE_TOO_LONG', this.#row, { limit: MAX_ROW_LENGTH });
    if (this.rejection) return [];
    const text = this.#opening;
    this.#opening = '';
    this.#tokenizer = new Tokenizer(chooseDelimiter(line.trim()));
    return this.#read(text);
  }

  /** Where the first line with text starts, as far as it has been looked for. */
  #firstLine(): number {
    const first = this.#opening.search(WORD);
    const at = first === -1 ? this.#opening.length : first;
    return this.#opening.lastIndexOf('\n', Math.min(at, MAX_ROW_LENGTH)) + 1;
  }

  /** The number of the row that is being read. */
  get #row(): number {
    if (this.#tokenizer) return this.#tokenizer.rowsSoFar + 1;
    return this.#opening.slice(0, this.#firstLine()).split('\n').length;
  }

  #reject(rule: string, row: number, params?: Record<string, number>): void {
    const finding: Finding = { rule, severity: 'error', count: 1, rows: [row] };
    this.rejection = params === undefined ? finding : { ...finding, params };
  }
}
