import { concatBytes } from '../bytes.ts';
import { CsvReader } from '../parse/csv-reader.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { DELIMITERS, type Delimiter } from '../parse/reading.ts';
import { isWorkbook } from '../parse/sniff.ts';
import { detectText } from '../parse/text/detect.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import { TextStream } from '../parse/text/stream.ts';
import type { TextReading } from '../parse/text/verdict.ts';
import { MAX_ROW_LENGTH, splitQuoted } from '../parse/tokenizer.ts';
import { openWorkbook } from '../workbook/read.ts';
import type { ByteSource } from './read-file.ts';
import type { ReadRequest } from './request.ts';
import { HEAD_BYTES } from './survey.ts';

/** The rows of a file in which no table was found, and what they are written with. */
export interface PlainRows {
  readonly delimiter: Delimiter;
  readonly rows: AsyncIterable<readonly RawRow[]>;
}

/** Lines in which a delimiter is looked for. */
const TRIAL_LINES = 50;
/** The first lines are enough to tell. */
const TRIAL_LENGTH = 64 * 1024;

/**
 * The rows of a file as well as they can be told without knowing its table; undefined where there is no text.
 * @param byLine quotes cannot be trusted: every line is a row
 */
export async function plainRows(
  source: ByteSource,
  request: ReadRequest,
  byLine: boolean,
): Promise<PlainRows | undefined> {
  const { head, whole } = await headOf(source);
  if (isWorkbook(head)) return workbookRows(source, request);
  const found = detectText(head, whole, request.overrides);
  if (!found.ok) return undefined;
  const text = found.value;
  const delimiter = request.overrides.delimiter ?? commonDelimiter(text, head);
  return {
    delimiter,
    rows: converted(byLine ? lineRows(source, text, delimiter) : cellRows(source, text, delimiter), text),
  };
}

async function headOf(source: ByteSource): Promise<{ readonly head: Uint8Array; readonly whole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  for await (const bytes of source()) {
    parts.push(bytes);
    length += bytes.length;
    whole = length <= HEAD_BYTES;
    if (!whole) break;
  }
  return { head: concatBytes(parts).subarray(0, HEAD_BYTES), whole };
}

async function workbookRows(source: ByteSource, { overrides }: ReadRequest): Promise<PlainRows | undefined> {
  const parts: Uint8Array[] = [];
  for await (const bytes of source()) parts.push(bytes);
  const sheet = overrides.sheet === undefined ? {} : { sheet: overrides.sheet };
  const opened = await openWorkbook(concatBytes(parts), sheet);
  return opened.ok ? { delimiter: ',', rows: opened.value.rows() } : undefined;
}

/** The sign that the first lines have most of. */
function commonDelimiter(text: TextReading, head: Uint8Array): Delimiter {
  const begun = new TextStream(text).push(head.subarray(0, TRIAL_LENGTH));
  const lines = (begun.ok ? begun.value : begun.error.before).split(/\r?\n|\r/).slice(0, TRIAL_LINES);
  const counts = DELIMITERS.map((delimiter) =>
    lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  );
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

async function* cellRows(
  source: ByteSource,
  text: TextReading,
  delimiter: Delimiter,
): AsyncGenerator<RawRow[]> {
  const reader = new CsvReader(text, delimiter);
  for await (const bytes of source()) yield reader.push(bytes);
  yield reader.end();
}

/** Every line is a row, whatever quotes it holds; those without an end are cut. */
async function* lineRows(
  source: ByteSource,
  text: TextReading,
  delimiter: Delimiter,
): AsyncGenerator<RawRow[]> {
  const stream = new TextStream(text);
  let row = 0;
  let open = '';
  const take = (lines: readonly string[]): RawRow[] =>
    lines.map((line) => {
      row += 1;
      return { row, ...splitQuoted(line.slice(0, MAX_ROW_LENGTH), delimiter) };
    });
  for await (const bytes of source()) {
    const decoded = stream.push(bytes);
    const lines = (open + (decoded.ok ? decoded.value : decoded.error.before)).split(LINE_END);
    open = lines.pop() ?? '';
    if (open.length > MAX_ROW_LENGTH) {
      lines.push(open);
      open = '';
    }
    if (lines.length > 0) yield take(lines);
  }
  const ended = stream.end();
  open += ended.ok ? ended.value : ended.error.before;
  if (open !== '') yield take(open.replace(/\r$/, '').split(LINE_END));
}

/** A carriage return at the very end of a portion waits for the line feed that may follow it. */
const LINE_END = /\r\n|\n|\r(?!$)/;

async function* converted(
  rows: AsyncIterable<readonly RawRow[]>,
  { font }: TextReading,
): AsyncGenerator<readonly RawRow[]> {
  if (font === 'unicode') {
    yield* rows;
    return;
  }
  for await (const portion of rows)
    yield portion.map((row) => ({ ...row, cells: row.cells.map((cell) => convertFont(cell, font)) }));
}
