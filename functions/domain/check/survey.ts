import type { Finding, Issue } from '../finding.ts';
import { CsvReader, SEPARATOR_LINE } from '../parse/csv-reader.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { DELIMITERS, type Delimiter, type Font } from '../parse/reading.ts';
import { findLayout, type Layout } from '../parse/table/layout.ts';
import { detectText } from '../parse/text/detect.ts';
import type { DecodeFault } from '../parse/text/fault.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import { TextStream } from '../parse/text/stream.ts';
import type { TextReading } from '../parse/text/verdict.ts';
import { MAX_ROW_LENGTH, Tokenizer } from '../parse/tokenizer.ts';
import { damageOf } from '../parse/values/text-damage.ts';
import { err, ok, type Result } from '../result.ts';
import { planOf } from './conclude.ts';
import type { Reading, ReadRequest } from './request.ts';
import { RowRun } from './row-run.ts';

/** A file's beginning: enough for some thousand rows, whose cells show how all are written. */
export const HEAD_BYTES = 1024 * 1024;
/** Of the rows of the beginning, enough to see how cells are written; the whole file is asked at the end. */
const MAX_SAMPLE_ROWS = 2_000;
/** Rows are held for so many bytes at a time, whatever portions a file comes in. */
export const PORTION = 64 * 1024;
/** Of the beginning, enough to tell one delimiter from another. */
const TRIAL_LENGTH = 64 * 1024;
/** The heading of a table stands among these. */
const HEADING_ROWS = 200;
/** Lost headings that are shown. */
const MAX_SHOWN = 5;

/** A carriage return inside a line: the line ends of old Macs, under which the whole file is one line. */
const LONE_RETURN = /\r(?!\n|$)/;
/** Something other than white space, delimiters and quotes: a spreadsheet writes an empty first row as ";;;". */
const WORD = /[^\s,;|"]/;

/**
 * What the beginning of a text file says of how to read it all.
 * @param whole the beginning is all there is
 */
export function surveyText(head: Uint8Array, whole: boolean, request: ReadRequest): Result<Reading, Finding> {
  const text = detectText(head, whole, request.overrides);
  if (!text.ok) return err(decodeRefusal(text.error));
  return surveyAs(text.value, head, whole, request);
}

/** As `surveyText`, where it is known already how the text is encoded. */
export function surveyAs(
  text: TextReading,
  head: Uint8Array,
  whole: boolean,
  request: ReadRequest,
): Result<Reading, Finding> {
  const sample = sampleOf(text, head, whole);
  const refused = lineRefusal(sample);
  if (refused) return err(refused);
  const delimiter = request.overrides.delimiter ?? delimiterOf(sample, text.font, request);
  const reader = new CsvReader(text, delimiter);
  const rows: RawRow[] = [];
  let read = 0;
  const most = Math.max(MAX_SAMPLE_ROWS, (request.overrides.headingRow ?? 0) + HEADING_ROWS);
  for (; read < head.length && rows.length < most; read += PORTION) {
    for (const row of reader.push(head.subarray(read, read + PORTION))) rows.push(row);
  }
  if (whole && read >= head.length) for (const row of reader.end()) rows.push(row);
  const layout = layoutOf(rows, text.font, request);
  if (!layout.ok) return err(stoppedBefore(reader.rejection, rows) ?? lettersLost(rows) ?? layout.error);
  return ok({ format: 'csv', text, delimiter, plan: planFor(layout.value, text.font, rows, request) });
}

/** Reads the rows of the beginning once, only to see how their cells are written. */
export function planFor(layout: Layout, font: Font, rows: readonly RawRow[], request: ReadRequest) {
  const first = planOf(layout, font, request.overrides);
  const run = new RowRun(first, request.context);
  for (const row of rows) run.read(row);
  return planOf(layout, font, request.overrides, run.evidence);
}

export function layoutOf(rows: readonly RawRow[], font: Font, { kind, overrides }: ReadRequest) {
  const heading = Math.max(HEADING_ROWS, (overrides.headingRow ?? 0) + 2);
  const first = rows.slice(0, heading);
  const meant =
    font === 'unicode'
      ? first
      : first.map((row) => ({ ...row, cells: row.cells.map((cell) => convertFont(cell, font)) }));
  return findLayout(meant, kind, overrides);
}

/** The text of the beginning, without a separator line; of damaged text what comes before the damage. */
function sampleOf(text: TextReading, head: Uint8Array, whole: boolean): string {
  const stream = new TextStream(text);
  const begun = stream.push(head);
  if (!begun.ok) return begun.error.before;
  const ended = whole ? stream.end() : ok('');
  return begun.value + (ended.ok ? ended.value : ended.error.before);
}

function lineRefusal(sample: string): Finding | undefined {
  const first = sample.search(WORD);
  if (first === -1) return { rule: 'FILE_EMPTY', severity: 'error', count: 1 };
  const start = sample.lastIndexOf('\n', first) + 1;
  const found = sample.indexOf('\n', first);
  const end = found === -1 ? sample.length : found;
  const row = sample.slice(0, start).split('\n').length;
  if (LONE_RETURN.test(sample.slice(start, Math.min(end, start + MAX_ROW_LENGTH)))) {
    return { rule: 'LINE_ENDS_OLD_MAC', severity: 'error', count: 1, rows: [row] };
  }
  if (end - start <= MAX_ROW_LENGTH) return undefined;
  const params = { limit: MAX_ROW_LENGTH };
  return { rule: 'LINE_TOO_LONG', severity: 'error', count: 1, rows: [row], params };
}

/** A heading that is taken outdoes all that are refused. */
const LIMIT = 100;

/** Excel's own line, else the delimiter under which most columns are found; a comma when none finds any. */
function delimiterOf(sample: string, font: Font, request: ReadRequest): Delimiter {
  const named = SEPARATOR_LINE.exec(sample)?.[1];
  if (named !== undefined) return named as Delimiter;
  const trial = sample.slice(0, TRIAL_LENGTH);
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    if (!trial.includes(delimiter)) continue;
    const tokenizer = new Tokenizer(delimiter);
    const rows = [...tokenizer.push(trial), ...tokenizer.end()];
    const layout = layoutOf(rows, font, request);
    const found = layout.ok ? layout.value.columns.filter(({ name }) => name !== undefined).length : 0;
    const score = layout.ok ? LIMIT + found : seenOf(layout.error, rows);
    if (score > most) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}

/** A heading that is refused was at least seen: its columns are what the refusal is about. */
function seenOf({ rule, rows: [row = 0] = [] }: Finding, rows: readonly RawRow[]): number {
  if (rule === 'HEADING_NOT_FOUND') return 0;
  const cells = rows[row - 1]?.cells.filter((cell) => WORD.test(cell)) ?? [];
  return Math.min(LIMIT - 1, 1 + cells.length);
}

/** Headings of a book have letters that no code page of one byte has: "S? ti?n". Where they are lost, that is the reason. */
function lettersLost(rows: readonly RawRow[]): Finding | undefined {
  for (const { row, cells } of rows.slice(0, HEADING_ROWS)) {
    const lost = cells.filter((cell) => damageOf(cell) !== undefined);
    if (lost.length < 2) continue;
    const value = lost.slice(0, MAX_SHOWN).join(' | ');
    const issue: Issue = {
      rule: 'TEXT_LOSSY',
      severity: 'error',
      count: 1,
      rows: [row],
      column: 'Tiêu đề cột',
      value,
    };
    return issue;
  }
  return undefined;
}

/** Where the reading stopped before any heading could be seen, the reason for that comes first. */
function stoppedBefore(rejection: Finding | undefined, rows: readonly RawRow[]): Finding | undefined {
  return rows.some(({ cells }) => cells.some((cell) => WORD.test(cell))) ? undefined : rejection;
}

function decodeRefusal({ rule, before }: DecodeFault): Finding {
  return { rule, severity: 'error', count: 1, rows: [before.split('\n').length] };
}
