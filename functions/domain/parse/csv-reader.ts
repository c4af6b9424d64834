import type { Finding } from '../finding.ts';
import { type DecodeFault, Utf8Decoder } from './decode.ts';
import { chooseDelimiter } from './delimiter.ts';
import type { RawRow, RowReader } from './raw-row.ts';
import { SNIFF_BYTES } from './sniff.ts';
import { MAX_ROW_LENGTH, Tokenizer } from './tokenizer.ts';

/** Reads a CSV of contract version 1: UTF-8, comma or semicolon, whichever its headings show. */
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
    const tail = this.#decoder.end();
    if (!tail.ok) return this.#reject(tail.error, rows);
    if (this.rejection) return rows;
    if (this.#tokenizer === undefined) rows.push(...this.#begin());
    if (this.#tokenizer) rows.push(...this.#tokenizer.end());
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
    if (!text.ok) return this.#reject(text.error, []);
    const rows = this.#tokenizer ? this.#tokenizer.push(text.value) : this.#open(text.value);
    const row = (this.#tokenizer?.rowsSoFar ?? 0) + 1;
    const tooLong = this.#tokenizer ? this.#tokenizer.tooLong : this.#opening.length > MAX_ROW_LENGTH;
    if (tooLong) {
      this.rejection = {
        rule: 'LINE_TOO_LONG',
        severity: 'error',
        count: 1,
        rows: [row],
        params: { limit: MAX_ROW_LENGTH },
      };
    }
    return rows;
  }

  /** Waits for the first line that has text, then knows the delimiter. */
  #open(text: string): RawRow[] {
    this.#opening += text;
    const first = this.#opening.search(/\S/);
    if (first === -1 || !this.#opening.includes('\n', first)) return [];
    return this.#begin();
  }

  #begin(): RawRow[] {
    const text = this.#opening;
    this.#opening = '';
    const first = Math.max(text.search(/\S/), 0);
    const lineEnd = text.indexOf('\n', first);
    this.#tokenizer = new Tokenizer(
      chooseDelimiter(text.slice(first, lineEnd === -1 ? undefined : lineEnd).trim()),
    );
    return this.#tokenizer.push(text);
  }

  #reject(fault: DecodeFault, rows: RawRow[]): RawRow[] {
    const row = (this.#tokenizer?.rowsSoFar ?? 0) + 1;
    this.rejection =
      fault.rule === 'FILE_NOT_A_TABLE'
        ? { rule: fault.rule, severity: 'error', count: 1, params: { format: fault.format } }
        : { rule: fault.rule, severity: 'error', count: 1, rows: [row] };
    return rows;
  }
}
