import { MAX_ROWS } from './limits.ts';
import { STYLES_XML } from './looks.ts';
import { type SheetLayout, type SheetRow, sheetXml } from './sheet-writer.ts';
import { attributeXml } from './xml-text.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

export interface SheetSource extends SheetLayout {
  readonly name: string;
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of these sheets, in portions as it is made: neither rows nor file are ever held as a whole. Every
 * cell is a text or, where asked for, a whole number; there is nothing in it that could be a formula. The same
 * rows give the same bytes. Rows beyond what a sheet holds go on in a sheet of their own, under the same heading.
 */
export async function* writeWorkbook(
  sheets: readonly SheetSource[],
  rowsPerSheet = MAX_ROWS,
): AsyncGenerator<Uint8Array> {
  yield* writeZip(parts(sheets, rowsPerSheet));
}

async function* parts(sheets: readonly SheetSource[], rowsPerSheet: number): AsyncGenerator<ZipPart> {
  const names: string[] = [];
  for (const { name, rows, ...layout } of sheets) {
    const cursor = new RowCursor(rows, rowsPerSheet);
    try {
      do {
        names.push(sheetName(name, names));
        yield {
          path: `xl/worksheets/sheet${names.length}.xml`,
          chunks: sheetXml(() => cursor.next(), layout),
        };
      } while (await cursor.more());
    } finally {
      await cursor.close();
    }
  }
  yield { path: 'xl/styles.xml', chunks: [STYLES_XML] };
  yield { path: 'xl/workbook.xml', chunks: [workbookXml(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelations(names.length)] };
  yield { path: '_rels/.rels', chunks: [relationsXml([['officeDocument', 'xl/workbook.xml']])] };
  yield { path: '[Content_Types].xml', chunks: [contentTypes(names.length)] };
}

/** Headings stand at the top; one that comes later is a row like any other. */
const MAX_HEADING_ROWS = 20;

/** Hands out rows, a sheet's worth at a time; each further sheet begins with the heading rows of the first. */
class RowCursor {
  readonly #rows: AsyncIterator<SheetRow> | Iterator<SheetRow>;
  readonly #limit: number;
  readonly #headings: SheetRow[] = [];
  #queue: SheetRow[] = [];
  #pulled = 0;
  #given = 0;

  constructor(rows: SheetSource['rows'], limit: number) {
    this.#rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    this.#limit = limit;
  }

  async next(): Promise<SheetRow | undefined> {
    if (this.#given >= this.#limit) return undefined;
    const row = this.#queue.shift() ?? (await this.#pull());
    if (row !== undefined) this.#given++;
    return row;
  }

  /** Whether rows are left over for another sheet; if so, it has begun. */
  async more(): Promise<boolean> {
    const row = await this.#pull();
    if (row === undefined) return false;
    this.#queue = this.#headings.length < this.#limit ? [...this.#headings, row] : [row];
    this.#given = 0;
    return true;
  }

  async close(): Promise<void> {
    await this.#rows.return?.();
  }

  async #pull(): Promise<SheetRow | undefined> {
    const next = await this.#rows.next();
    if (next.done === true) return undefined;
    if (++this.#pulled <= MAX_HEADING_ROWS && next.value.kind === 'heading') this.#headings.push(next.value);
    return next.value;
  }
}

const MAX_NAME = 31;

/** A name that Excel takes: without the signs of a reference, short, and only once. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let times = 1; ; times++) {
    const suffix = times === 1 ? '' : ` (${times})`;
    const name = plain.slice(0, MAX_NAME - suffix.length).toWellFormed() + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${attributeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return (
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<sheets>${sheets.join('')}</sheets></workbook>`
  );
}

const workbookRelations = (sheets: number): string =>
  relationsXml([
    ...range(sheets).map((i) => ['worksheet', `worksheets/sheet${i}.xml`] as const),
    ['styles', 'styles.xml'],
  ]);

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const list = relations.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook.xml', 'sheet.main') +
    range(sheets)
      .map((i) => part(`worksheets/sheet${i}.xml`, 'worksheet'))
      .join('') +
    `${part('styles.xml', 'styles')}</Types>`
  );
}
