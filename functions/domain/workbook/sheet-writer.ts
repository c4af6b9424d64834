import { cut } from '../text.ts';
import { columnLetters } from './cell-ref.ts';
import { MAX_ROWS } from './limits.ts';
import { type ColumnFormat, columnStyle, type RowKind, type Severity, styleOf } from './looks.ts';
import { attributeXml, cellXml, escapeXml } from './xml-text.ts';

/** Something to be said of one cell of a row. */
export interface CellMark {
  /** From 0. */
  readonly position: number;
  readonly severity: Severity;
  /** Shown beside the cell when it is chosen. */
  readonly note?: string;
}

export interface SheetRow {
  readonly cells: readonly string[];
  readonly marks?: readonly CellMark[];
  readonly kind?: RowKind;
}

export interface SheetLayout {
  /** Widths of columns, in characters. */
  readonly widths?: readonly number[];
  /** Rows that stay in sight: as many, from the first. */
  readonly freezeRow?: number;
  /** Columns whose whole numbers are written as numbers, that they can be added up. */
  readonly numericPositions?: ReadonlySet<number>;
  /** How columns show what is filled in later, by position. */
  readonly formats?: readonly ColumnFormat[];
  /** Columns that offer what to choose from. */
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly position: number;
  /** Where the list stands, "'Sheet'!$A$2:$A$9". */
  readonly list: string;
  readonly hint: string;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DEFAULT_WIDTH = 16;
/** Excel takes 65,534; beyond some thousand nobody goes from cell to cell. */
const MAX_NOTES = 2_000;
const MAX_NOTE_LENGTH = 255;
const PORTION = 64 * 1024;

/** The part of a sheet, as far as `rows` give something: an iterator is taken, so that another sheet can go on. */
export async function* sheetXml(
  rows: () => Promise<SheetRow | undefined>,
  layout: SheetLayout,
): AsyncGenerator<string> {
  const notes = (layout.choices ?? []).map(choiceXml);
  let pending = head(layout);
  for (let row = 1, next = await rows(); next !== undefined; row++, next = await rows()) {
    pending += rowXml(row, next, layout.numericPositions);
    for (const note of noteXml(row, next)) if (notes.length < MAX_NOTES) notes.push(note);
    if (pending.length < PORTION) continue;
    yield pending;
    pending = '';
  }
  yield `${pending}</sheetData>${notesXml(notes)}</worksheet>`;
}

function head(layout: SheetLayout): string {
  const { freezeRow = 0 } = layout;
  const pane =
    freezeRow > 0
      ? `<pane ySplit="${freezeRow}" topLeftCell="A${freezeRow + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  return (
    `${XML}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultColWidth="${DEFAULT_WIDTH}" defaultRowHeight="15"/>${columnsXml(layout)}<sheetData>`
  );
}

function columnsXml({ widths = [], formats = [] }: SheetLayout): string {
  const columns = Array.from({ length: Math.max(widths.length, formats.length) }, (_, i) => {
    const format = formats[i];
    const style = format === undefined ? '' : ` style="${columnStyle(format)}"`;
    return `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? DEFAULT_WIDTH}" customWidth="1"${style}/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

/** Offers the list and insists on nothing: what else is written is judged by the check, with its reasons. */
const choiceXml = ({ position, list, hint }: Choice): string =>
  `<dataValidation type="list" allowBlank="1" showInputMessage="1" prompt="${attributeXml(cut(hint, MAX_NOTE_LENGTH))}" ` +
  `sqref="${columnLetters(position)}2:${columnLetters(position)}${MAX_ROWS}">` +
  `<formula1>${escapeXml(list)}</formula1></dataValidation>`;

function rowXml(
  row: number,
  { cells, marks, kind = 'data' }: SheetRow,
  numeric?: ReadonlySet<number>,
): string {
  let xml = '';
  const severities = marks && new Map(marks.map(({ position, severity }) => [position, severity]));
  const width = marks ? Math.max(cells.length, ...marks.map(({ position }) => position + 1)) : cells.length;
  for (let position = 0; position < width; position++) {
    const text = cells[position] ?? '';
    const severity = severities?.get(position);
    if (text === '' && severity === undefined) continue;
    const isNumber = kind === 'data' && numeric?.has(position) === true && WHOLE.test(text);
    const place = `r="${columnLetters(position)}${row}" s="${styleOf(kind, severity, isNumber)}"`;
    if (text === '') xml += `<c ${place}/>`;
    else if (isNumber) xml += `<c ${place}><v>${text}</v></c>`;
    else xml += `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;
  }
  return `<row r="${row}">${xml}</row>`;
}

/** What Excel keeps to the last digit. A leading nought makes a number of a document, not of money. */
const WHOLE = /^-?(?:0|[1-9]\d{0,14})$/;

/** The input message of a cell: unlike a comment it needs no drawing, and Excel and LibreOffice show it. */
const noteXml = (row: number, { marks = [] }: SheetRow): string[] =>
  marks.flatMap(({ position, note }) =>
    note === undefined || note === ''
      ? []
      : [
          `<dataValidation allowBlank="1" showInputMessage="1" prompt="${attributeXml(cut(note, MAX_NOTE_LENGTH))}" ` +
            `sqref="${columnLetters(position)}${row}"/>`,
        ],
  );

const notesXml = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : `<dataValidations count="${notes.length}">${notes.join('')}</dataValidations>`;
