import type { Finding } from '#domain/finding.ts';
import { CsvReader } from '#domain/parse/csv-reader.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import type { Delimiter } from '#domain/parse/reading.ts';
import type { TextReading } from '#domain/parse/text/detect.ts';
import { damageOf } from '#domain/parse/values/text-damage.ts';
import { clean, tidy } from '#domain/text.ts';

export interface Reading {
  readonly rows: readonly Omit<RawRow, 'tidy' | 'sound'>[];
  readonly rejection: Finding | undefined;
}

/** UTF-8 that nobody doubts. */
export const UTF8: TextReading = {
  encoding: 'utf-8',
  font: 'unicode',
  bom: false,
  agreeing: 0,
  of: 0,
  confidence: 1,
};

/** Reads the portions one after another, as the pipeline does. */
export function readPortions(
  portions: Iterable<Uint8Array>,
  delimiter: Delimiter = ',',
  text: TextReading = UTF8,
): Reading {
  const { rows, rejection } = readHinted(portions, delimiter, text);
  return { rows: rows.map(withoutHint), rejection };
}

/** As `readPortions`, each row with its hint. */
export function readHinted(
  portions: Iterable<Uint8Array>,
  delimiter: Delimiter,
  text: TextReading = UTF8,
): { readonly rows: readonly RawRow[]; readonly rejection: Finding | undefined } {
  const reader = new CsvReader(text, delimiter);
  const rows: RawRow[] = [];
  for (const bytes of portions) for (const row of reader.push(bytes)) rows.push(row);
  for (const row of reader.end()) rows.push(row);
  return { rows, rejection: reader.rejection };
}

/** That a row is tidy spares work, and may be known of one portion and not of another; it must be true. */
function withoutHint({ tidy: hint, sound, ...row }: RawRow): Omit<RawRow, 'tidy' | 'sound'> {
  const untrue = hint === true ? row.cells.find((cell) => tidy(cell) !== clean(cell)) : undefined;
  if (untrue !== undefined) throw new Error(`said to be tidy: ${JSON.stringify(untrue)}`);
  const lost = sound === true ? row.cells.find((cell) => damageOf(cell)) : undefined;
  if (lost !== undefined) throw new Error(`said to be sound: ${JSON.stringify(lost)}`);
  return row;
}

export const readText = (text: string, delimiter: Delimiter = ','): Reading =>
  readPortions([Buffer.from(text, 'utf8')], delimiter);

/** The bytes cut at those places, counted from the start; any order, any number. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
}

/** One byte at a time. */
export const singly = (bytes: Uint8Array): Uint8Array[] =>
  Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
