import type { Finding } from '../finding.ts';
import type { RawRow } from '../parse/raw-row.ts';
import type { Delimiter } from '../parse/reading.ts';
import { csvCell } from '../workbook/csv-safe.ts';
import type { SheetRow } from '../workbook/sheet-writer.ts';
import { writeWorkbook } from '../workbook/write.ts';
import { currencyOf } from './account-money.ts';
import type { Outcome } from './outcome.ts';
import { type ByteSource, judgedRows } from './read-file.ts';
import { plainRows } from './repair-lines.ts';
import { lateFindings, NO_WORDS, type RowFinding, RowWriter } from './repair-remarks.ts';
import { ERROR_HEADING, FIX_HEADING, plainRow, type RepairRow, RowLayout } from './repair-row.ts';
import type { CheckReport } from './report.ts';
import type { Reading, ReadRequest } from './request.ts';
import { summaryText } from './summary-text.ts';

/** Files that hold no rows that could be given back. */
const NO_ROWS = new Set([
  ...['FILE_EMPTY', 'FILE_NOT_A_TABLE', 'FILE_ENCODING_UNKNOWN', 'FILE_NUL_BYTES', 'FILE_NOT_UTF8'],
  ...['FILE_TOO_LARGE', 'LINE_TOO_LONG', 'SHEET_NOT_FOUND'],
]);
/** After these a row's end is not where it seems. */
const BROKEN_QUOTES = new Set(['QUOTE_UNCLOSED', 'LINE_ENDS_OLD_MAC', 'HEADING_QUOTES']);
/** The reading ended before the file did, and there is no way on. */
const CUT_SHORT = new Set(['FILE_NUL_BYTES', 'FILE_NOT_UTF8', 'FILE_ENCODING_UNKNOWN', 'LINE_TOO_LONG']);

/** Whether there is anything to give back: a picture or a workbook under a password has no rows. */
export function isRepairable({ reading, refusal }: Outcome): boolean {
  const [first] = refusal ?? [];
  if (reading !== undefined || first === undefined) return true;
  return !NO_ROWS.has(first.rule) && !first.rule.startsWith('WORKBOOK_');
}

/** The rows to give back, and the sign between their cells. */
interface Repair {
  readonly delimiter: Delimiter;
  readonly rows: AsyncIterable<readonly RepairRow[]>;
}

/**
 * The treasurer's own file as CSV, in portions: every row with its content as it was written (of a legacy font: the
 * letters as they are meant), and to the right of the table what is wrong with it and how to mend it. UTF-8 with
 * its mark, lines end in CR LF, as Excel likes it. No cell begins like a formula. Empty when not `isRepairable`.
 */
export async function* repairCsv(
  source: ByteSource,
  request: ReadRequest,
  outcome: Outcome,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const repair = await repairOf(source, request, outcome);
  if (repair === undefined) return;
  // Excel opens no file by a double click whose cells are delimited by a bar.
  const delimiter = repair.delimiter === '|' ? ',' : repair.delimiter;
  yield encoder.encode('\ufeff');
  for await (const rows of repair.rows) {
    let text = '';
    for (const { cells } of rows) {
      for (let i = 0; i < cells.length; i += 1)
        text += (i === 0 ? '' : delimiter) + csvCell(cells[i] ?? '', delimiter);
      text += '\r\n';
    }
    yield encoder.encode(text);
  }
}

/**
 * The same as a workbook (.xlsx): the rows first, so that the file can be handed in again as it is, with the cells
 * at fault in colour; then the report on one page.
 */
export async function* repairWorkbook(
  source: ByteSource,
  request: ReadRequest,
  outcome: Outcome,
  report: CheckReport,
): AsyncGenerator<Uint8Array> {
  const repair = await repairOf(source, request, outcome);
  if (repair === undefined) return;
  const { reading } = outcome;
  const [title = '', ...lines] = summaryText(report);
  yield* writeWorkbook([
    {
      name: reading?.format === 'xlsx' ? reading.sheet : 'Các dòng',
      rows: singly(repair.rows),
      ...sheetLayout(reading),
    },
    {
      name: 'Tóm tắt',
      rows: [{ kind: 'title', cells: [title] }, ...lines.map((line) => ({ cells: [line] }))],
      widths: [140],
    },
  ]);
}

const OUR_WIDTH = 44;
const OWN_WIDTH = 16;

function sheetLayout(reading: Reading | undefined) {
  if (reading === undefined) return {};
  const { layout } = reading.plan;
  const own = layout.columns.filter(({ name }) => name !== 'repair_error' && name !== 'repair_fix');
  const figures = own.flatMap(({ name }, i) => (name?.endsWith('_vnd') ? [i] : []));
  return {
    widths: [...own.map(() => OWN_WIDTH), OUR_WIDTH, OUR_WIDTH],
    numericPositions: new Set(figures),
    ...(layout.headingLast < MAX_FROZEN ? { freezeRow: layout.headingLast } : {}),
  };
}

/** With more rows than these in sight there is no room for others. */
const MAX_FROZEN = 15;

async function* singly(portions: AsyncIterable<readonly RepairRow[]>): AsyncGenerator<SheetRow> {
  for await (const rows of portions) yield* rows;
}

async function repairOf(
  source: ByteSource,
  request: ReadRequest,
  outcome: Outcome,
): Promise<Repair | undefined> {
  if (!isRepairable(outcome)) return undefined;
  const { reading, refusal = [] } = outcome;
  const byLine = refusal.some(({ rule }) => BROKEN_QUOTES.has(rule));
  if (reading !== undefined && !byLine) {
    const delimiter = reading.format === 'csv' ? reading.delimiter : ',';
    return { delimiter, rows: tableRows(source, request, outcome, reading) };
  }
  const plain = await plainRows(source, request, byLine);
  return plain && { delimiter: plain.delimiter, rows: plainRepair(plain.rows, request, outcome) };
}

async function* tableRows(
  source: ByteSource,
  request: ReadRequest,
  outcome: Outcome,
  reading: Reading,
): AsyncGenerator<RepairRow[]> {
  const rows = new RowLayout(reading, currencyOf(reading.plan.layout.kind, request.context));
  const late = new Map(lateFindings(outcome, reading.plan.layout.headingLast + 1));
  for await (const portion of judgedRows(source, request, reading)) {
    yield portion.map((judged) => {
      const { row } = judged.raw;
      const findings = late.get(row) ?? NONE;
      if (findings !== NONE) late.delete(row);
      return rows.row(judged, findings);
    });
  }
  const rest = [...late.values()].flat();
  if (rest.length > 0) yield [rows.extra(cutShort(rest), outcome.refusal?.some(isCut) ? CUT : '')];
}

const NONE: readonly RowFinding[] = [];

/** What is said below the last row that could be read must not be taken for all there was. */
const cutShort = (findings: readonly RowFinding[]): RowFinding[] =>
  findings.map((one) => (isCut(one.finding) ? { ...one, ofFile: true } : one));

const isCut = ({ rule }: Finding): boolean => CUT_SHORT.has(rule);

/** Keeps the row from being taken for sound if the file comes back as it is. */
const CUT = 'Từ đây trở đi tệp chưa đọc được, nên không có ở đây';

/** Rows held back until the one is seen that should be the heading. */
const MAX_HELD = 500;

/** Rows of a file whose table was not found: the reasons stand in the first row below the (supposed) heading. */
async function* plainRepair(
  portions: AsyncIterable<readonly RawRow[]>,
  { context }: ReadRequest,
  outcome: Outcome,
): AsyncGenerator<RepairRow[]> {
  const layout = outcome.reading?.plan.layout;
  const writer = new RowWriter(layout, currencyOf(layout?.kind, context));
  const said = layout?.headingFirst ?? outcome.refusal?.[0].rows?.[0] ?? 1;
  const heading = Math.min(said, MAX_HELD);
  const late = new Map(lateFindings(outcome, heading + 1));
  const laidOut = (raw: RawRow, row: number, wide: number): RepairRow => {
    if (row === heading) return plainRow(raw, wide, { error: ERROR_HEADING, fix: FIX_HEADING }, false);
    const findings = late.get(row);
    late.delete(row);
    return plainRow(raw, wide, findings ? writer.words(findings) : NO_WORDS, row > heading);
  };
  let held: RawRow[] = [];
  let width: number | undefined;
  let row = 0;
  for await (const portion of portions) {
    for (const raw of portion) held.push(raw);
    if (held.length < heading) continue;
    width ??= widest(held.slice(0, heading));
    const wide = width;
    yield held.map((raw) => {
      row += 1;
      return laidOut(raw, row, wide);
    });
    held = [];
  }
  const wide = width ?? widest(held);
  yield held.map((raw, i) => laidOut(raw, row + i + 1, wide));
  const rest = [...late.values()].flat();
  if (rest.length > 0) yield [plainRow({ cells: [] }, wide, writer.words(rest), false)];
}

/** Wider rows stand out beyond our columns. */
const MAX_WIDTH = 200;

const widest = (rows: readonly RawRow[]): number =>
  Math.min(MAX_WIDTH, Math.max(1, ...rows.map(({ cells }) => cells.length)));
