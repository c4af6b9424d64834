/** How a cell looks. The styles of a workbook that we write are these, always all of them. */
export type Severity = 'error' | 'warning' | 'info';
export type RowKind = 'heading' | 'data' | 'title';

const FILLS = { none: undefined, error: 'FFFFC7CE', warning: 'FFFFEB9C', info: 'FFDDEBF7' } as const;
const FILL_NAMES = ['none', 'error', 'warning', 'info'] as const;
const HEADING_FILL = 'FFD9E1F2';
/** Built-in formats of the file format: text, and whole numbers in groups of three. */
const TEXT_FORMAT = 49;
const NUMBER_FORMAT = 3;
/** Fills 0 and 1 are given by the file format. */
const FIRST_FILL = 2;
const HEADING_FILL_ID = FIRST_FILL + FILL_NAMES.length - 1;

/** Number of the style in STYLES_XML. */
export function styleOf(kind: RowKind, severity: Severity | undefined, isNumber: boolean): number {
  const fill = FILL_NAMES.indexOf(severity ?? 'none');
  if (kind === 'data') return 1 + fill * 2 + (isNumber ? 1 : 0);
  return kind === 'heading' ? HEADING_STYLE : TITLE_STYLE;
}

const HEADING_STYLE = 1 + FILL_NAMES.length * 2;
const TITLE_STYLE = HEADING_STYLE + 1;

/** What the blank cells of a column are made for. */
export const COLUMN_FORMATS = ['text', 'date', 'amount', 'quantity'] as const;
export type ColumnFormat = (typeof COLUMN_FORMATS)[number];

/** Custom formats of a file are numbered from 164. */
const CUSTOM_FORMATS = { date: 'dd/mm/yyyy', quantity: '#,##0.###' } as const;
const FORMAT_IDS: Readonly<Record<ColumnFormat, number>> = {
  text: TEXT_FORMAT,
  date: 164,
  amount: NUMBER_FORMAT,
  quantity: 165,
};

/** Number of the style for a column that is still to be filled in. */
export const columnStyle = (format: ColumnFormat): number => TITLE_STYLE + 1 + COLUMN_FORMATS.indexOf(format);

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;

function xf(format: number, font: number, fill: number, horizontal = ''): string {
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"${horizontal}/></xf>`
  );
}

const font = (size: number, bold: string): string =>
  `<font>${bold}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;

const dataStyles = FILL_NAMES.map((name, i) => {
  const fill = FILLS[name] === undefined ? 0 : FIRST_FILL + i - 1;
  return xf(TEXT_FORMAT, 0, fill) + xf(NUMBER_FORMAT, 0, fill);
}).join('');

const fills = FILL_NAMES.flatMap((name) => {
  const rgb = FILLS[name];
  return rgb === undefined ? [] : [solid(rgb)];
});

export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="2"><numFmt numFmtId="${FORMAT_IDS.date}" formatCode="${CUSTOM_FORMATS.date}"/>` +
  `<numFmt numFmtId="${FORMAT_IDS.quantity}" formatCode="${CUSTOM_FORMATS.quantity}"/></numFmts>` +
  `<fonts count="3">${font(12, '')}${font(12, '<b/>')}${font(14, '<b/>')}</fonts>` +
  `<fills count="${FIRST_FILL + fills.length + 1}"><fill><patternFill patternType="none"/></fill>` +
  `<fill><patternFill patternType="gray125"/></fill>${fills.join('')}${solid(HEADING_FILL)}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${TITLE_STYLE + 1 + COLUMN_FORMATS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  dataStyles +
  xf(TEXT_FORMAT, 1, HEADING_FILL_ID, ' horizontal="center"') +
  // A title runs over the cells beside it, as long as it is not wrapped.
  xf(TEXT_FORMAT, 2, 0).replace(' wrapText="1"', '') +
  COLUMN_FORMATS.map((format) => xf(FORMAT_IDS[format], 0, 0)).join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
