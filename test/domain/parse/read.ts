import type { Finding } from '#domain/finding.ts';
import { CsvReader } from '#domain/parse/csv-reader.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';

export interface Reading {
  readonly rows: readonly RawRow[];
  readonly rejection: Finding | undefined;
}

/** Reads the portions one after another, as the pipeline does. */
export function readPortions(portions: Iterable<Uint8Array>): Reading {
  const reader = new CsvReader();
  const rows: RawRow[] = [];
  for (const bytes of portions) for (const row of reader.push(bytes)) rows.push(row);
  for (const row of reader.end()) rows.push(row);
  return { rows, rejection: reader.rejection };
}

export const readText = (text: string): Reading => readPortions([Buffer.from(text, 'utf8')]);

/** The bytes cut at those places, counted from the start; any order, any number. */
export function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
}

/** One byte at a time. */
export const singly = (bytes: Uint8Array): Uint8Array[] =>
  Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
