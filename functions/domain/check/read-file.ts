import { concatBytes } from '../bytes.ts';
import type { Issue } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { isWorkbook, SNIFF_BYTES } from '../parse/sniff.ts';
import { WORKBOOK_LIMITS } from '../workbook/limits.ts';
import { type OpenWorkbook, openWorkbook } from '../workbook/read.ts';
import { type Outcome, refused } from './outcome.ts';
import type { Reading, ReadRequest } from './request.ts';
import type { JudgedRow, RowSink } from './row-sink.ts';
import { layoutOf, planFor } from './survey.ts';
import { type RunEnd, TableRun } from './table-run.ts';
import { TextFile, type TextReadingPlan } from './text-file.ts';

/** A file's bytes from the first one on, as often as asked. */
export type ByteSource = () => AsyncIterable<Uint8Array>;

/** Who looks on while a file is read. */
export interface Watcher {
  /** Every portion of the first pass: for a digest, or for progress. */
  readonly bytes?: (portion: Uint8Array) => void;
  /** A portion of a later pass. */
  readonly again?: (portion: Uint8Array) => void;
}

const MAX_WORKBOOK_BYTES = WORKBOOK_LIMITS.fileBytes;
/** Rows that show how the others are written. */
const SAMPLE_ROWS = 5_000;
/** A reading is changed for the encoding, for its cells, and for cells behind a rejection; more would be a circle. */
const MAX_PASSES = 6;

/** Reads a file to its end, as often as it takes to know how. */
export async function readFile(
  source: ByteSource,
  request: ReadRequest,
  watcher: Watcher = {},
): Promise<Outcome> {
  let reading: TextReadingPlan | undefined;
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const end = await readOnce(source, request, pass === 1 ? watcher.bytes : watcher.again, pass, reading);
    if ('outcome' in end) return end.outcome;
    reading = end.again;
  }
  throw new Error('a file whose reading does not settle');
}

async function readOnce(
  source: ByteSource,
  request: ReadRequest,
  watch: Watcher['bytes'],
  pass: number,
  reading: TextReadingPlan | undefined,
): Promise<{ readonly again: TextReadingPlan } | { readonly outcome: Outcome }> {
  const file = new TextFile(request, reading);
  let parts: Uint8Array[] | undefined;
  let head: Uint8Array = new Uint8Array(0);
  let bytes = 0;
  for await (const portion of source()) {
    watch?.(portion);
    bytes += portion.length;
    if (reading === undefined && head.length < SNIFF_BYTES) {
      head = concatBytes([head, portion]);
      if (head.length < SNIFF_BYTES) continue;
      if (isWorkbook(head)) parts = [head];
      else file.push(head);
    } else if (parts === undefined) file.push(portion);
    else if (bytes <= MAX_WORKBOOK_BYTES) parts.push(portion);
    else parts = [];
  }
  if (bytes < SNIFF_BYTES) file.push(head);
  if (parts === undefined) {
    const end = file.end(pass);
    return 'outcome' in end ? end : { again: end.again as TextReadingPlan };
  }
  if (bytes > MAX_WORKBOOK_BYTES) {
    const params = { what: 'fileBytes', limit: MAX_WORKBOOK_BYTES };
    return { outcome: refused({ rule: 'WORKBOOK_TOO_LARGE', severity: 'error', count: 1, params }) };
  }
  return { outcome: await readWorkbook(concatBytes(parts), request) };
}

/** A workbook is in memory as a whole, so it is read as often as needed at once. */
async function readWorkbook(bytes: Uint8Array, request: ReadRequest): Promise<Outcome> {
  const opened = await openWorkbook(bytes, sheetOf(request));
  if (!opened.ok) return refused(opened.error);
  const book = opened.value;
  const sample: RawRow[] = [];
  for await (const rows of book.rows()) {
    for (const row of rows) sample.push(row);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const layout = layoutOf(padded(sample, 0), 'unicode', request);
  if (!layout.ok) return refused(layout.error);
  const width = layout.value.width;
  const plan = planFor(layout.value, 'unicode', padded(sample, width), request);
  let reading: Reading = { format: 'xlsx', sheet: book.sheet, plan };
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const run: TableRun = new TableRun(reading, request);
    for await (const rows of book.rows()) run.read(padded(rows, width));
    const end: RunEnd = run.end(undefined, bookNotes(book), pass);
    if ('outcome' in end) return end.outcome;
    reading = end.again;
  }
  throw new Error('a workbook whose reading does not settle');
}

const sheetOf = ({ overrides }: ReadRequest) =>
  overrides.sheet === undefined ? {} : { sheet: overrides.sheet };

/** Blank cells at the end of a row are not stored in a workbook: nothing is ragged in it. */
const padded = (rows: readonly RawRow[], width: number): RawRow[] =>
  rows.map((row) =>
    row.cells.length >= width
      ? row
      : { ...row, cells: [...row.cells, ...new Array<string>(width - row.cells.length).fill('')] },
  );

/** What a person who looks at one sheet may not know of the workbook. */
function bookNotes(book: OpenWorkbook): Issue[] {
  const others = book.sheets.filter(({ name, rows }) => name !== book.sheet && rows !== 0);
  const notes: Issue[] = [];
  if (others.length > 0) {
    // Whoever names sheets may name people: the names are for the treasurer alone.
    const value = others.map(({ name }) => name).join(', ');
    notes.push({ rule: 'SHEETS_UNREAD', severity: 'info', count: others.length, value });
  }
  if (book.hiddenRows > 0) notes.push({ rule: 'HIDDEN_ROWS', severity: 'warning', count: book.hiddenRows });
  return notes;
}

/** The rows of a file once more, by the reading that was concluded, each with all that became of it. */
export async function* judgedRows(
  source: ByteSource,
  request: ReadRequest,
  reading: Reading,
): AsyncGenerator<JudgedRow[]> {
  let portion: JudgedRow[] = [];
  const sink: RowSink = (row) => portion.push(row);
  const take = () => {
    const taken = portion;
    portion = [];
    return taken;
  };
  if (reading.format === 'csv') {
    const file = new TextFile(request, reading, sink);
    for await (const bytes of source()) {
      file.push(bytes);
      if (portion.length > 0) yield take();
    }
    file.end();
    if (portion.length > 0) yield take();
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const bytes of source()) parts.push(bytes);
  const opened = await openWorkbook(concatBytes(parts), { sheet: reading.sheet });
  if (!opened.ok) throw new Error(`a workbook that was read can no longer be opened: ${opened.error.rule}`);
  const run = new TableRun(reading, request, sink);
  for await (const rows of opened.value.rows()) {
    run.read(padded(rows, reading.plan.layout.width));
    if (portion.length > 0) yield take();
  }
}
