import type { Finding } from '../finding.ts';
import { isSound, isTidy } from '../text.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import type { Delimiter } from './reading.ts';
import type { DecodeFault } from './text/fault.ts';
import { TextStream } from './text/stream.ts';
import type { TextReading } from './text/verdict.ts';
import { MAX_ROW_LENGTH, Tokenizer } from './tokenizer.ts';

/** Excel's own line before the table: it names the delimiter and is no row of the sheet. */
export const SEPARATOR_LINE = /^sep=([,;\t|])\r?\n/i;
/** The longest such line. */
const SEPARATOR_LENGTH = 7;

/**
 * Reads text with delimiters, once it is known how it is encoded and what delimits. Lines end in LF or CR LF. What
 * it gives and what it refuses depends on the bytes alone, not on how they are cut.
 */
export class CsvReader implements RowReader {
  readonly #text: TextStream;
  readonly #tokenizer: Tokenizer;
  /** The first characters, until it is known whether they are a separator line. */
  #opening: string | undefined = '';
  rejection: Finding | undefined;

  constructor(text: TextReading, delimiter: Delimiter) {
    this.#text = new TextStream(text);
    this.#tokenizer = new Tokenizer(delimiter);
  }

  /** After the end: the encoding or font that the whole file calls for, where it is another one. */
  get better(): TextReading | undefined {
    return this.#text.better;
  }

  push(bytes: Uint8Array): RawRow[] {
    const text = this.#text.push(bytes);
    // The rest of a file that is refused is still looked at: it may tell of another encoding.
    if (this.rejection) return [];
    return text.ok ? this.#read(text.value) : this.#stop(text.error);
  }

  end(): RawRow[] {
    const text = this.#text.end();
    if (this.rejection) return [];
    if (!text.ok) return this.#stop(text.error);
    const rows = this.#read(text.value);
    for (const row of this.#flush()) rows.push(row);
    if (this.rejection) return rows;
    for (const row of this.#tokenizer.end()) rows.push(row);
    if (this.#tokenizer.unclosed) this.#reject('QUOTE_UNCLOSED');
    return rows;
  }

  #stop(fault: DecodeFault): RawRow[] {
    const rows = this.#read(fault.before);
    for (const row of this.#flush()) rows.push(row);
    if (!this.rejection) this.#reject(fault.rule);
    return rows;
  }

  #read(text: string): RawRow[] {
    if (this.#opening === undefined) return this.#tokenize(text);
    this.#opening += text;
    return this.#opening.length < SEPARATOR_LENGTH ? [] : this.#flush();
  }

  #flush(): RawRow[] {
    const text = this.#opening;
    this.#opening = undefined;
    if (text === undefined || text === '') return [];
    return this.#tokenize(text.replace(SEPARATOR_LINE, ''));
  }

  #tokenize(text: string): RawRow[] {
    const sound = isSound(text);
    const rows = this.#tokenizer.push(text, sound || isTidy(text), sound);
    if (this.#tokenizer.tooLong) this.#reject('LINE_TOO_LONG', { limit: MAX_ROW_LENGTH });
    return rows;
  }

  #reject(rule: string, params?: Record<string, number>): void {
    const rows = [this.#tokenizer.rowsSoFar + 1];
    const finding: Finding = { rule, severity: 'error', count: 1, rows };
    this.rejection = params === undefined ? finding : { ...finding, params };
  }
}
