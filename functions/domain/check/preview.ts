import type { TableKind } from '../codes.ts';
import type { Entry } from '../entry.ts';
import type { Issue } from '../finding.ts';
import { foreignDigits, formatDate, formatMilli, groupDigits } from '../format.ts';
import { CONTRACT } from '../parse/contract.ts';
import { convertFont } from '../parse/text/legacy-font.ts';
import type { RegisterRecord } from '../registers/register.ts';
import { clean } from '../text.ts';
import type { StatementLine } from '../validate/statement-row.ts';
import { currencyOf, namedIn } from './account-money.ts';
import type { Outcome } from './outcome.ts';
import { type ByteSource, judgedRows } from './read-file.ts';
import type { CheckReport } from './report.ts';
import type { Reading, ReadRequest } from './request.ts';
import type { JudgedRow } from './row-sink.ts';
import { totalMismatches } from './total-mismatches.ts';

/** Rows of data that are shown as they were understood. */
const PREVIEW_ROWS = 10;
/** A cell is shown as far as a person looks. */
const MAX_SHOWN = 200;

/** Rows of the file, for looking at. */
export type Shown = Pick<CheckReport, 'preview' | 'excerpts' | 'headings'>;

export const NOTHING_SHOWN: Shown = { preview: { columns: [], rows: [] }, excerpts: [], headings: [] };

/** The first rows of data as understood, and the rows that issues name, as they stand. */
export async function previewOf(source: ByteSource, request: ReadRequest, outcome: Outcome): Promise<Shown> {
  const { reading } = outcome;
  if (reading === undefined) return NOTHING_SHOWN;
  const wanted = rowsNamed(outcome);
  const last = Math.max(0, ...wanted);
  const excerpts: { row: number; cells: string[] }[] = [];
  const rows: CheckReport['preview']['rows'] = [];
  const { plan } = reading;
  const currency = currencyOf(plan.layout.kind, request.context);
  const { accepted = PREVIEW_ROWS, quarantined = 0 } = outcome.table?.report.rows ?? {};
  const most = Math.min(PREVIEW_ROWS, accepted + quarantined);
  read: for await (const portion of judgedRows(source, request, reading)) {
    for (const judged of portion) {
      const { row, cells } = judged.raw;
      if (wanted.has(row)) excerpts.push({ row, cells: cells.map((cell) => shown(cell, reading)) });
      if (judged.fate !== 'ignored' && rows.length < PREVIEW_ROWS)
        rows.push(understood(judged, reading, currency));
      if (row >= last && rows.length >= most) break read;
    }
  }
  return {
    preview: { columns: columnsOf(reading, currency), rows },
    excerpts,
    headings: plan.layout.columns.map(({ heading }) => heading),
  };
}

function rowsNamed(outcome: Outcome): Set<number> {
  const { refusal, table } = outcome;
  const issues: readonly Issue[] = [
    ...(refusal ?? []),
    ...(table?.report.issues ?? []),
    ...totalMismatches(outcome),
  ];
  return new Set(issues.flatMap(({ rows = [] }) => rows));
}

/** As the treasurer wrote it, in letters that a screen can show. */
const shown = (cell: string, { plan: { font } }: Reading): string => {
  const text = convertFont(clean(cell), font);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text.toWellFormed();
};

const columnsOf = (
  { plan: { layout } }: Reading,
  currency: string | undefined,
): CheckReport['preview']['columns'] =>
  layout.columns.flatMap(({ name, heading }) =>
    name === undefined ? [] : [{ name, title: namedIn(currency, titleOf(layout.kind, name)), heading }],
  );

/** A row's cells as they were understood; those of a row set aside as they stand. */
function understood(
  judged: JudgedRow,
  reading: Reading,
  currency: string | undefined,
): CheckReport['preview']['rows'][number] {
  const { raw, fate, entries, line, record } = judged;
  const columns = reading.plan.layout.columns.filter(({ name }) => name !== undefined);
  const cells = columns.map(({ name = '', position }) => {
    const meant =
      record !== undefined
        ? ofRecord(record, name)
        : line === undefined
          ? ofEntries(entries, name)
          : ofLine(line, name, currency === undefined ? groupDigits : foreignDigits);
    return meant ?? shown(raw.cells[position] ?? '', reading);
  });
  return { row: raw.row, fate: fate === 'accepted' ? 'accepted' : 'quarantined', cells };
}

function ofEntries(entries: readonly Entry[], name: string): string | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const goods = entries.find((entry) => entry.goods !== undefined)?.goods;
  const text = (value: string | undefined) => value ?? '';
  switch (name) {
    case 'date':
      return formatDate(first.date);
    case 'amount_vnd':
      return first.amountVnd === undefined ? '' : groupDigits(first.amountVnd);
    case 'stated_value_vnd':
      return goods?.statedValueVnd === undefined ? '' : groupDigits(goods.statedValueVnd);
    case 'quantity':
      return goods === undefined ? '' : formatMilli(goods.quantityMilli);
    case 'donor':
      return first.direction === 'in' ? text(first.donor) : undefined;
    case 'document_no':
      return text(first.documentNo);
    case 'note':
      return text(first.note);
    case 'purpose':
      return first.direction === 'out' ? first.purpose : undefined;
    case 'channel':
      return first.direction === 'in' ? text(first.channel) : undefined;
    default:
      return undefined;
  }
}

/** What was read of days, figures and codes; other cells are shown as they stand. */
function ofRecord(record: RegisterRecord, name: string): string | undefined {
  const fields: Readonly<Record<string, unknown>> = { ...record };
  const figure = (...names: readonly string[]) => {
    const value = names.map((one) => fields[one]).find((one) => one !== undefined);
    return value === undefined ? '' : groupDigits(Number(value));
  };
  switch (name) {
    case 'date':
      return 'date' in record && record.date !== undefined ? formatDate(record.date) : '';
    case 'amount_vnd':
      return figure('amountVnd');
    case 'target':
      return figure('targetVnd', 'target');
    case 'reached':
      return figure('statedVnd', 'stated');
    case 'factor':
      return 'factorMilli' in record ? formatMilli(record.factorMilli) : '';
    case 'year':
      return String(fields.year);
    case 'stage':
    case 'indicator':
    case 'work':
    case 'status':
    case 'action':
      return String(fields[name]);
    default:
      return undefined;
  }
}

function ofLine(line: StatementLine, name: string, digits: (amount: number) => string): string | undefined {
  const amount = (value: number | undefined) => (value === undefined ? '' : digits(value));
  switch (name) {
    case 'date':
      return formatDate(line.date);
    case 'value_date':
      return line.valueDate === undefined ? '' : formatDate(line.valueDate);
    case 'debit_vnd':
      return amount(line.debitVnd);
    case 'credit_vnd':
      return amount(line.creditVnd);
    case 'amount_vnd':
      return amount(line.creditVnd - line.debitVnd);
    case 'balance_vnd':
      return amount(line.balanceVnd);
    case 'document_no':
      return line.reference ?? '';
    default:
      return undefined;
  }
}

function titleOf(kind: TableKind, name: string): string {
  return CONTRACT[kind].find((column) => column.name === name)?.title ?? name;
}
