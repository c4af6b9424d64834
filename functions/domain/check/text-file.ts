import { concatBytes } from '../bytes.ts';
import type { Finding, Issue } from '../finding.ts';
import { CsvReader } from '../parse/csv-reader.ts';
import { FONTS } from '../parse/reading.ts';
import { sniffFormat } from '../parse/sniff.ts';
import { refused } from './outcome.ts';
import type { Reading, ReadRequest } from './request.ts';
import type { RowSink } from './row-sink.ts';
import { HEAD_BYTES, PORTION, surveyAs, surveyText } from './survey.ts';
import { type RunEnd, TableRun } from './table-run.ts';

export type TextReadingPlan = Extract<Reading, { format: 'csv' }>;

/**
 * One pass over a file of text: bytes in, in any portions; at the end what became of it, or how it must be read
 * again. Holds back the beginning until it is known how to read it.
 */
export class TextFile {
  readonly #request: ReadRequest;
  readonly #sink: RowSink | undefined;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #reader: CsvReader | undefined;
  #run: TableRun | undefined;
  #refusal: Finding | undefined;

  constructor(request: ReadRequest, reading?: TextReadingPlan, sink?: RowSink) {
    this.#request = request;
    this.#sink = sink;
    if (reading) this.#begin(reading);
  }

  /** Nothing that comes can change the outcome: the rest of the file may be spared. */
  get settled(): boolean {
    return this.#refusal !== undefined;
  }

  push(bytes: Uint8Array): void {
    if (this.#reader) {
      for (let at = 0; at < bytes.length; at += PORTION) {
        this.#run?.read(this.#reader.push(bytes.subarray(at, at + PORTION)));
      }
      return;
    }
    if (this.#refusal) return;
    this.#head.push(bytes);
    this.#headBytes += bytes.length;
    if (this.#headBytes >= HEAD_BYTES) this.#survey(false);
  }

  /** @param pass how often the file has been read, see `TableRun.end` */
  end(pass = 1): RunEnd {
    if (this.#reader === undefined && this.#refusal === undefined) this.#survey(true);
    if (this.#reader === undefined || this.#run === undefined) {
      return { outcome: refused(this.#refusal ?? { rule: 'FILE_EMPTY', severity: 'error', count: 1 }) };
    }
    this.#run.read(this.#reader.end());
    const { better } = this.#reader;
    if (better) return this.#again(better);
    return this.#run.end(this.#reader.rejection, this.#fontNote(), pass);
  }

  /** The beginning is read the same way however it came in portions: exactly its first bytes. */
  #survey(whole: boolean): void {
    const held = concatBytes(this.#head);
    this.#head = [];
    const head = held.subarray(0, HEAD_BYTES);
    this.#kept = head;
    const format = sniffFormat(head);
    if (format !== undefined) {
      this.#refusal = { rule: 'FILE_NOT_A_TABLE', severity: 'error', count: 1, params: { format } };
      return;
    }
    const reading = surveyText(head, whole && held.length <= HEAD_BYTES, this.#request);
    if (!reading.ok) {
      this.#refusal = reading.error;
      return;
    }
    this.#begin(reading.value as TextReadingPlan);
    this.push(held);
  }

  /** The first bytes, in case the end of the file tells of another encoding. */
  #kept: Uint8Array | undefined;

  #begin(reading: TextReadingPlan): void {
    this.#reader = new CsvReader(reading.text, reading.delimiter);
    this.#run = new TableRun(reading, this.#request, this.#sink);
  }

  #again(better: TextReadingPlan['text']): RunEnd {
    const head = this.#kept;
    const run = this.#run;
    if (head === undefined || run === undefined) return { outcome: refused(this.#damaged()) };
    const reading = surveyAs(better, head, this.#headBytes <= HEAD_BYTES, this.#request);
    return reading.ok ? { again: reading.value } : { outcome: refused(reading.error) };
  }

  /** A second pass was told how to read, and still the bytes say otherwise: they are none of what we know. */
  #damaged(): Finding {
    return (
      this.#reader?.rejection ?? { rule: 'FILE_ENCODING_UNKNOWN', severity: 'error', count: 1, rows: [1] }
    );
  }

  #fontNote(): Issue[] {
    const font = this.#run?.reading.plan.font ?? 'unicode';
    if (font === 'unicode' || this.#request.overrides.font !== undefined) return [];
    return [{ rule: 'FONT_CONVERTED', severity: 'warning', count: 1, params: { font: FONTS[font] } }];
  }
}
