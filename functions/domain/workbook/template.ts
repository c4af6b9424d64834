import { concatBytes } from '../bytes.ts';
import { TABLE_KINDS, type TableKind } from '../codes.ts';
import type { CellType, Column } from '../parse/column.ts';
import { columnsToFill } from '../parse/contract.ts';
import { columnLetters } from './cell-ref.ts';
import { csvCell } from './csv-safe.ts';
import type { ColumnFormat } from './looks.ts';
import type { Choice, SheetRow } from './sheet-writer.ts';
import { writeWorkbook } from './write.ts';

const LISTS = 'Danh mục';
const GUIDE = 'Hướng dẫn';

/** Text keeps the noughts in front: of a document's number, an account, the code of a commune. */
const FORMATS: Readonly<Partial<Record<CellType, ColumnFormat>>> = {
  date: 'date',
  vnd: 'amount',
  count: 'amount',
  quantity: 'quantity',
};

/** Both are answers that the reader takes. */
const YES_NO = [
  ['1', 'có'],
  ['0', 'không'],
] as const;

/**
 * A workbook to fill in (.xlsx): the contract's headings with drop-down lists, the lists of codes, and what to
 * write in each column. Always the same bytes.
 */
export async function templateWorkbook(kind: TableKind): Promise<Uint8Array> {
  const columns = columnsToFill(kind);
  const lists = columns.flatMap(listOf);
  const chunks: Uint8Array[] = [];
  const made = writeWorkbook([
    {
      name: TABLE_KINDS[kind],
      rows: [{ kind: 'heading', cells: columns.map(({ title }) => title) }],
      widths: columns.map(widthOf),
      formats: columns.map(({ type }) => FORMATS[type] ?? 'text'),
      freezeRow: 1,
      choices: lists.map(choiceOf),
    },
    {
      name: LISTS,
      rows: listRows(lists),
      widths: lists.flatMap(() => [24, 36]),
      freezeRow: 1,
    },
    { name: GUIDE, rows: guideRows(kind), widths: [30, 12, 70, 28], freezeRow: 3 },
  ]);
  for await (const chunk of made) chunks.push(chunk);
  return concatBytes(chunks);
}

/** The same for those who work with CSV: the headings, in UTF-8 with the mark by which Excel knows it. */
export function templateCsv(kind: TableKind): Uint8Array {
  const headings = columnsToFill(kind).map(({ title }) => csvCell(title, ','));
  return new TextEncoder().encode(`\ufeff${headings.join(',')}\r\n`);
}

interface List {
  readonly position: number;
  readonly title: string;
  readonly entries: readonly (readonly [code: string, label: string])[];
}

function listOf(column: Column, position: number): List[] {
  const entries = column.type === 'yesNo' ? YES_NO : Object.entries(column.codes ?? {});
  return entries.length === 0 ? [] : [{ position, title: column.title, entries }];
}

/** Lists stand side by side, two columns each: code and label. The label is what is offered. */
function choiceOf({ position, entries }: List, i: number): Choice {
  const labels = columnLetters(i * 2 + 1);
  return {
    position,
    list: `'${LISTS}'!$${labels}$2:$${labels}$${entries.length + 1}`,
    hint: `Chọn trong danh sách, hoặc ghi mã ở trang “${LISTS}”.`,
  };
}

function listRows(lists: readonly List[]): SheetRow[] {
  const longest = Math.max(0, ...lists.map(({ entries }) => entries.length));
  const rows = Array.from({ length: longest }, (_, i) => ({
    cells: lists.flatMap(({ entries }) => entries[i] ?? ['', '']),
  }));
  return [{ kind: 'heading', cells: lists.flatMap(({ title }) => [`${title}: mã`, title]) }, ...rows];
}

const guideRows = (kind: TableKind): SheetRow[] => [
  { kind: 'title', cells: [`${TABLE_KINDS[kind]}: cách ghi từng cột`] },
  { cells: [] },
  { kind: 'heading', cells: ['Cột', 'Bắt buộc', 'Cách ghi', 'Ví dụ'] },
  ...columnsToFill(kind).map((column) => ({
    cells: [column.title, column.required ? 'có' : '', column.description, column.example],
  })),
];

const widthOf = ({ title, type }: Column): number =>
  Math.max(type === 'text' ? 24 : 14, Math.min(32, title.length + 4));
