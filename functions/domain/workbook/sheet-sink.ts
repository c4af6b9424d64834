import { cellPlace } from './cell-ref.ts';
import { dateText, numberText, UNCALCULATED, unescapeText } from './cell-text.ts';
import { MAX_COLUMNS, MAX_ROWS, WORKBOOK_LIMITS } from './limits.ts';
import { damaged, refusal, tooLarge } from './refusal.ts';
import { textCollector } from './shared-strings.ts';
import type { XmlAttributes, XmlSink } from './xml.ts';

/** What cells of a sheet mean depends on the rest of the workbook. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By number of the style: shown as a date. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
  readonly uncalculated: boolean;
}

/** What comes out of a sheet on the way through it. */
export interface SheetEvents {
  /** Rows that are there, in their order; cells behind the last one with a text are left out. */
  row(row: number, cells: string[], hidden: boolean): void;
  /** A merged area, "A1:B3". They come after all rows. */
  merge(ref: string): void;
}

/** Reads the cells of a sheet as texts. Throws a Refusal where two readers could see two different tables. */
export function sheetSink(context: CellContext, events: SheetEvents): XmlSink {
  const inline = textCollector();
  let inData = false;
  let row = 0;
  let hidden = false;
  let cells: string[] = [];
  let inCell = false;
  let column = -1;
  let type = '';
  let style = '';
  let value = '';
  let inValue = false;
  let hasValue = false;
  let hasFormula = false;

  const openRow = ({ r: stated, hidden: isHidden }: XmlAttributes) => {
    const next = stated === undefined ? row + 1 : Number(stated);
    if (!Number.isInteger(next) || next <= row || next > MAX_ROWS) throw damaged('row number');
    row = next;
    hidden = isHidden === '1' || isHidden === 'true';
    cells = [];
    column = -1;
  };
  const openCell = ({ r: ref, t = 'n', s = '' }: XmlAttributes) => {
    const place = ref === undefined ? { column: column + 1, row } : cellPlace(ref);
    if (place.row !== row || place.column <= column) throw damaged('cell out of place');
    inCell = true;
    column = place.column;
    type = t;
    style = s;
    value = '';
    hasValue = false;
    hasFormula = false;
    inline.take();
  };
  const closeCell = () => {
    inCell = false;
    const text = cellText(
      { type, style, value: type === 'inlineStr' ? inline.take() : value, hasValue, hasFormula },
      context,
    );
    if (text === '') return;
    // Before any cell is made for the columns between.
    if (column >= MAX_COLUMNS) {
      throw refusal('WORKBOOK_TOO_WIDE', { columns: column + 1, limit: MAX_COLUMNS, row });
    }
    while (cells.length < column) cells.push('');
    cells.push(text);
  };

  return {
    open(name, attributes) {
      if (inCell) {
        if (name === 'v') {
          inValue = true;
          hasValue = true;
        } else if (name === 'f') hasFormula = true;
        else inline.open(name);
      } else if (name === 'c' && inData) openCell(attributes);
      else if (name === 'row' && inData) openRow(attributes);
      else if (name === 'sheetData') inData = true;
      else if (name === 'mergeCell') events.merge(attributes.ref ?? '');
    },
    text(piece) {
      if (!inCell) return;
      if (!inValue) return inline.text(piece);
      value += piece;
      if (value.length > WORKBOOK_LIMITS.cellText * 7) throw tooLarge('cellText');
    },
    close(name) {
      if (inCell) {
        if (name === 'c') closeCell();
        else if (name === 'v') inValue = false;
        else inline.close(name);
      } else if (name === 'row' && inData) events.row(row, cells, hidden);
      else if (name === 'sheetData') inData = false;
    },
  };
}

interface StoredCell {
  readonly type: string;
  readonly style: string;
  readonly value: string;
  readonly hasValue: boolean;
  readonly hasFormula: boolean;
}

function cellText(cell: StoredCell, context: CellContext): string {
  if (cell.hasFormula && !isCalculated(cell, context)) return UNCALCULATED;
  switch (cell.type) {
    case 'inlineStr':
      return cell.value;
    case 's':
      return sharedText(cell, context.strings);
    case 'str':
      return unescapeText(cell.value);
    case 'b':
      return cell.value === '' ? '' : cell.value === '1' || cell.value === 'true' ? 'true' : 'false';
    case 'e':
      return cell.value;
    case 'd':
      return cell.value.slice(0, 10);
    case 'n':
      if (cell.value === '') return '';
      return context.dates[Number(cell.style)] === true && cell.style !== ''
        ? dateText(cell.value, context.from1904)
        : numberText(cell.value);
    default:
      throw damaged('cell type');
  }
}

/** An empty text is a result; an empty number is none, and a nought is none where nothing was calculated. */
function isCalculated(cell: StoredCell, context: CellContext): boolean {
  if (cell.type === 'str') return cell.hasValue;
  if (cell.type === 'inlineStr') return true;
  return cell.value !== '' && !(context.uncalculated && cell.type === 'n' && Number(cell.value) === 0);
}

function sharedText(cell: StoredCell, strings: readonly string[]): string {
  if (cell.value === '') return '';
  const text = strings[Number(cell.value)];
  if (text === undefined) throw damaged('shared string missing');
  return text;
}
