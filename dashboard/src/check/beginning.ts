import { CsvReader } from '#domain/parse/csv-reader.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import { DELIMITERS, type Delimiter, type Overrides } from '#domain/parse/reading.ts';
import { isWorkbook, SNIFF_BYTES, sniffFormat } from '#domain/parse/sniff.ts';
import { detectText } from '#domain/parse/text/detect.ts';
import { convertFont } from '#domain/parse/text/legacy-font.ts';
import { clean, cut } from '#domain/text.ts';
import { openWorkbook } from '#domain/workbook/read.ts';
import { wholeFile } from './file-bytes.ts';
import type { RawLine } from './protocol.ts';

const HEAD_BYTES = 128 * 1024;
const LINES = 40;
const CELLS = 30;
const CELL_LENGTH = 80;
/** The engine reads no larger workbooks. */
const MAX_WORKBOOK_BYTES = 64 * 1024 * 1024;

const headOf = (file: Blob, bytes: number) => wholeFile(file.slice(0, bytes));

/** Names of a workbook's sheets, visible ones first; none where the file is no workbook that can be read. */
export async function sheetsOf(file: Blob): Promise<string[]> {
  if (file.size > MAX_WORKBOOK_BYTES || !isWorkbook(await headOf(file, SNIFF_BYTES))) return [];
  const opened = await openWorkbook(await wholeFile(file));
  if (!opened.ok) return [];
  return opened.value.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).map(({ name }) => name);
}

/** The first lines of a file as they stand, so that a person can point at the heading. */
export async function beginningOf(file: Blob, overrides: Overrides): Promise<RawLine[]> {
  const head = await headOf(file, HEAD_BYTES);
  const rows = isWorkbook(head)
    ? await workbookRows(file, overrides)
    : textRows(head, file.size <= HEAD_BYTES, overrides);
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, LINES)
    .map(({ row, cells }) => ({
      row,
      cells: cells.slice(0, CELLS).map((cell) => cut(clean(cell), CELL_LENGTH).toWellFormed()),
    }));
}

async function workbookRows(file: Blob, { sheet }: Overrides): Promise<RawRow[]> {
  if (file.size > MAX_WORKBOOK_BYTES) return [];
  const opened = await openWorkbook(await wholeFile(file), sheet === undefined ? {} : { sheet });
  if (!opened.ok) return [];
  for await (const rows of opened.value.rows()) return rows;
  return [];
}

function textRows(head: Uint8Array, whole: boolean, overrides: Overrides): RawRow[] {
  if (sniffFormat(head) !== undefined) return [];
  const text = detectText(head, whole, overrides);
  if (!text.ok) return [];
  const { font } = text.value;
  const read = (delimiter: Delimiter) => new CsvReader(text.value, delimiter).push(head);
  const tried = overrides.delimiter === undefined ? DELIMITERS.map(read) : [read(overrides.delimiter)];
  const [best = []] = tried.toSorted((a, b) => widest(b) - widest(a));
  return font === 'unicode'
    ? best
    : best.map((row) => ({ ...row, cells: row.cells.map((cell) => convertFont(cell, font)) }));
}

const widest = (rows: readonly RawRow[]): number =>
  Math.max(0, ...rows.slice(0, LINES).map(({ cells }) => cells.length));
