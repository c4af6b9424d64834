import type { Finding } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import { err, ok, type Result } from '../result.ts';
import { type Contents, readContents, readDateStyles, type SheetPart } from './contents.ts';
import { Merges } from './merges.ts';
import { refuseOldFormats } from './old-formats.ts';
import { type Package, scanPart, scanPortions } from './parts.ts';
import { damaged, Refusal, refusal } from './refusal.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type CellContext, sheetSink } from './sheet-sink.ts';
import { readZipDirectory } from './zip-reader.ts';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** The last row with a text, for sheets that were looked at. */
  readonly rows?: number;
}

/** A workbook that was read through once: nothing in it can fail any more. */
export interface OpenWorkbook {
  readonly sheets: readonly SheetInfo[];
  /** Name of the sheet whose rows are given. */
  readonly sheet: string;
  /** Its rows with a text that a spreadsheet does not show, because they are hidden or filtered out. */
  readonly hiddenRows: number;
  /** In portions of some hundred, blank rows between included; `row` is what a spreadsheet shows. */
  rows(): AsyncGenerator<RawRow[]>;
}

/**
 * Opens a workbook (.xlsx) at its first visible sheet that has any text, or at the one that is asked for. Cells
 * come as texts: see cell-text.ts. Memory goes with the number of different texts, not with the number of rows.
 *
 * Findings: WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTED, FILE_NOT_A_TABLE (.xls, .xlsb, .ods), WORKBOOK_TOO_LARGE
 * (see limits.ts), WORKBOOK_TOO_WIDE, SHEET_NOT_FOUND, FILE_EMPTY.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: { readonly sheet?: string } = {},
): Promise<Result<OpenWorkbook, Finding>> {
  try {
    return ok(await open(bytes, options.sheet));
  } catch (error) {
    if (error instanceof Refusal) return err(error.finding);
    throw error;
  }
}

async function open(bytes: Uint8Array, wanted: string | undefined): Promise<OpenWorkbook> {
  refuseOldFormats(bytes);
  const file = { directory: await readZipDirectory(bytes) };
  const contents = await readContents(file);
  const context = {
    strings: await readSharedStrings(file, contents.stringsPath),
    dates: await readDateStyles(file, contents.stylesPath),
    from1904: contents.from1904,
    uncalculated: contents.uncalculated,
  };
  const { sheet, seen } = await chooseSheet(file, context, contents, wanted);
  const survey = seen.get(sheet);
  if (survey === undefined || survey.lastRow === 0) throw refusal('FILE_EMPTY');
  return {
    sheets: contents.sheets.map((part) => sheetInfo(part, seen.get(part))),
    sheet: sheet.name,
    hiddenRows: survey.hiddenRows,
    rows: () => sheetRows(file, context, sheet, survey),
  };
}

function sheetInfo({ name, hidden }: SheetPart, survey: Survey | undefined): SheetInfo {
  return survey === undefined ? { name, hidden } : { name, hidden, rows: survey.lastRow };
}

interface Survey {
  readonly lastRow: number;
  readonly hiddenRows: number;
  readonly merges: Merges;
}

async function chooseSheet(
  file: Package,
  context: CellContext,
  { sheets }: Contents,
  wanted: string | undefined,
): Promise<{ sheet: SheetPart; seen: ReadonlyMap<SheetPart, Survey> }> {
  if (sheets.length === 0) throw damaged('no sheet of cells');
  const seen = new Map<SheetPart, Survey>();
  if (wanted !== undefined) {
    const sheet = sheets.find(({ name }) => name === wanted) ?? sheets.find(sameName(wanted));
    if (sheet === undefined) throw refusal('SHEET_NOT_FOUND', { sheet: wanted, sheets: names(sheets) });
    seen.set(sheet, await surveySheet(file, context, sheet));
    return { sheet, seen };
  }
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const survey = await surveySheet(file, context, sheet);
    seen.set(sheet, survey);
    if (survey.lastRow > 0) return { sheet, seen };
  }
  throw refusal('FILE_EMPTY');
}

/** Excel, too, does not tell names of sheets apart by case. */
const sameName = (wanted: string) => (sheet: SheetPart) =>
  sheet.name.trim().toLowerCase() === wanted.trim().toLowerCase();

const MAX_NAMES = 20;

const names = (sheets: readonly SheetPart[]): string =>
  sheets
    .slice(0, MAX_NAMES)
    .map(({ name }) => name)
    .join(', ') + (sheets.length > MAX_NAMES ? ', …' : '');

/**
 * The first way through a sheet: merged areas stand behind the rows that they concern, and a table must not be
 * given out in part before its end is known to be sound.
 */
async function surveySheet(file: Package, context: CellContext, sheet: SheetPart): Promise<Survey> {
  const merges = new Merges();
  let lastRow = 0;
  let hiddenRows = 0;
  const events = {
    row(row: number, cells: string[], hidden: boolean) {
      if (cells.length === 0) return;
      lastRow = row;
      if (hidden) hiddenRows++;
    },
    merge: (ref: string) => merges.add(ref),
  };
  await scanPart(file, sheet.path, sheetSink(context, events));
  return { lastRow, hiddenRows, merges };
}

const PORTION = 500;

async function* sheetRows(
  file: Package,
  context: CellContext,
  sheet: SheetPart,
  survey: Survey,
): AsyncGenerator<RawRow[]> {
  const fill = survey.merges.filler();
  let ready: RawRow[] = [];
  let given = 0;
  const events = {
    row(row: number, cells: string[]) {
      fill(row, cells);
      if (cells.length > 0) ready.push({ row, cells });
    },
    merge: () => {},
  };
  for await (const _ of scanPortions(file, sheet.path, sheetSink(context, events))) {
    yield* portions(ready, given);
    given = ready.at(-1)?.row ?? given;
    ready = [];
    if (given >= survey.lastRow) return;
  }
}

/** Blank rows are put in between no sooner than they are given out: a sheet may have a million of them. */
function* portions(rows: readonly RawRow[], given: number): Generator<RawRow[]> {
  let portion: RawRow[] = [];
  let next = given + 1;
  for (const raw of rows) {
    for (; next <= raw.row; next++) {
      portion.push(next === raw.row ? raw : { row: next, cells: [] });
      if (portion.length < PORTION) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}
