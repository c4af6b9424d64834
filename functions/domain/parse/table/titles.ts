import type { Period } from '#domain/date.ts';
import { type Vnd, vnd } from '#domain/money.ts';
import { clean, cut, fold } from '#domain/text.ts';
import type { RawRow } from '../raw-row.ts';
import type { Multiplier } from '../reading.ts';
import { statedPeriod } from './period.ts';
import { cellsOf } from './shape.ts';
import { declaredUnit } from './unit.ts';

/** What the lines above a table say of it. Rows as a spreadsheet counts. */
export interface TitleFacts {
  /** "ĐVT: triệu đồng": what all figures stand for. */
  readonly multiplier?: { readonly value: Multiplier; readonly row: number; readonly text: string };
  readonly period?: Period & { readonly row: number };
  /** Last four digits of the account; the rest is not kept. */
  readonly accountLast4?: string;
  /** The body whose table it is, as written. */
  readonly unitText?: string;
  readonly openingVnd?: Vnd;
  /** Three letters of the currency, where a line names it: "VND". */
  readonly currency?: string;
}

const MAX_TEXT = 200;
/** Prose longer than a line of a title is not searched. */
const MAX_LINE = 1_000;
const MAX_CELLS = 50;

const ACCOUNT =
  /(?:tai khoan(?: so)?|so tk|stk|\btk|account(?: no| number)?)[^\p{L}\d*]{0,6}([\d*][\d* .-]{3,30}\d{4})(?!\d)/u;
const OPENING =
  /(?:so du dau (?:ky|thang|quy|nam)|so du dau|opening balance)(?:[^\d(−–-]|[−–](?!\d)){0,40}([−–-](?=\d)|\((?=\d{1,3}(?:[.,]\d{3})+(?:[.,]00)?\)))?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]00)?(?![\d.,]*\d|[/-]\d)/u;
const CURRENCY = /(?:loai tien(?: te)?|tien te|currency|ccy)[^\p{L}]{0,6}([a-z]{3})(?![a-z])/u;
const BODY = /^(?:ten )?(?:don vi|ban van dong|co quan|chu tai khoan|account name)\s*[:：]/u;
const BODY_ITSELF = /^(?:uy ban mttq|uy ban mat tran|ubmttq|uy ban trung uong mttq|ban van dong)\b/u;

/** The last four digits of the account that a line names, of its folded text. */
export const accountIn = (folded: string): string | undefined => ACCOUNT.exec(folded)?.[1]?.slice(-4);

/** Whether a folded text begins by naming an account. */
export function accountAtStart(folded: string): boolean {
  const at = ACCOUNT.exec(folded)?.index;
  return at !== undefined && /^(?:so )?$/u.test(folded.slice(0, at));
}

/** Reads the rows above the heading; the first statement of each fact counts. */
export function readTitles(rows: readonly RawRow[]): TitleFacts {
  const facts: { -readonly [name in keyof TitleFacts]: TitleFacts[name] } = {};
  for (const row of rows) {
    const cells = cellsOf(row, MAX_CELLS).filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const line = cut(cells.join(' | '), MAX_LINE);
    const folded = fold(line);
    const unit = firstOf(cells, declaredUnit) ?? declaredUnit(line);
    if (unit !== undefined) facts.multiplier ??= { value: unit, row: row.row, text: cut(line, MAX_TEXT) };
    const period = firstOf(cells, (cell) => statedPeriod(fold(cell))) ?? statedPeriod(folded);
    if (period) facts.period ??= { ...period, row: row.row };
    const account = accountIn(folded);
    if (account !== undefined) facts.accountLast4 ??= account;
    const [, sign, figure] = OPENING.exec(folded) ?? [];
    const opening = figure?.replace(/[.,]/g, '');
    if (opening !== undefined && opening.length <= 15)
      facts.openingVnd ??= vnd(sign === undefined ? Number(opening) : -Number(opening));
    const currency = CURRENCY.exec(folded)?.[1]?.toUpperCase();
    if (currency !== undefined) facts.currency ??= currency;
    const body = bodyOf(cells);
    if (body !== undefined) facts.unitText ??= body;
  }
  return facts;
}

function firstOf<T>(cells: readonly string[], read: (cell: string) => T | undefined): T | undefined {
  for (const cell of cells) {
    const found = read(cell);
    if (found !== undefined) return found;
  }
  return undefined;
}

function bodyOf(cells: readonly string[]): string | undefined {
  for (const [i, cell] of cells.entries()) {
    const folded = fold(cell);
    if (BODY_ITSELF.test(folded) && !BODY.test(folded)) return cut(cell.replace(/\s+/gu, ' '), MAX_TEXT);
    if (!BODY.test(folded) || declaredUnit(cell) !== undefined) continue;
    const text = clean(cell.slice(cell.search(/[:：]/u) + 1)) || (cells[i + 1] ?? '');
    if (text !== '') return cut(text.replace(/\s+/gu, ' '), MAX_TEXT);
  }
  return undefined;
}
