import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '#domain/parse/raw-row.ts';
import { Tokenizer } from '#domain/parse/tokenizer.ts';
import { cut, type Reading, readPortions } from './read.ts';

/*
 * Readers dispute two cases of csv-spectrum. Our rulings:
 *
 * location_coordinates: a quote inside a cell that is not quoted (37°36'37.8"N). RFC 4180 forbids it; lenient readers
 * keep it as it stands, csv-parse refuses the file. We mark the row: the same quote may as well be one that somebody
 * forgot to double or to close, under which the cells have slipped, and a slipped amount would be published. Its
 * cells are those that a lenient reader sees, so that the treasurer finds the row. (The JSON beside this case tells
 * of another phone number than the CSV, and of one object rather than a list: no reader can give what it says.)
 *
 * newlines_crlf: a line end of two characters inside quotes. Some readers make one of it. We keep what stands there,
 * as a repair file must hold the treasurer's own text; what a cell means is read without the difference.
 */
const QUOTE_IN_BARE_CELL = 'location_coordinates';

const require = createRequire(import.meta.url);
const ROOT = dirname(require.resolve('csv-spectrum'));
const NAMES = readdirSync(join(ROOT, 'csvs')).map((file) => file.slice(0, -'.csv'.length));
const ObjectsSchema = v.array(v.record(v.string(), v.string()));

const csvOf = (name: string): Uint8Array => readFileSync(join(ROOT, 'csvs', `${name}.csv`));

/** The JSON beside a case as a table: headings, then cells. */
function tableOf(name: string): string[][] {
  const objects = v.parse(
    ObjectsSchema,
    JSON.parse(readFileSync(join(ROOT, 'json', `${name}.json`), 'utf8')),
  );
  return [Object.keys(objects[0] ?? {}), ...objects.map((object) => Object.values(object))];
}

/** Through the reader of files, so many bytes at a time. */
function readBy(size: number, bytes: Uint8Array): Reading['rows'] {
  const places = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => i * size);
  const { rows, rejection } = readPortions(cut(bytes, places));
  expect(rejection).toBeUndefined();
  return rows;
}

function tokenized(bytes: Uint8Array): RawRow[] {
  const tokenizer = new Tokenizer(',');
  return [...tokenizer.push(new TextDecoder().decode(bytes)), ...tokenizer.end()];
}

const cells = (rows: readonly Pick<RawRow, 'cells'>[]) => rows.map((row) => row.cells);

describe('csv-spectrum', () => {
  it('has the twelve cases that the rulings were made for', () => {
    expect(NAMES).toHaveLength(12);
    expect(NAMES).toContain(QUOTE_IN_BARE_CELL);
  });

  it.each(NAMES.filter((name) => name !== QUOTE_IN_BARE_CELL))('%s is read as its JSON says', (name) => {
    const wanted = tableOf(name);
    const bytes = csvOf(name);
    expect(cells(tokenized(bytes))).toEqual(wanted);
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const rows = readBy(size, bytes);
      expect(cells(rows)).toEqual(wanted);
      expect(rows.some(({ fault }) => fault !== undefined)).toBe(false);
    }
  });

  it.each(NAMES)('%s: nothing is taken that csv-parse refuses', (name) => {
    const text = Buffer.from(csvOf(name)).toString('utf8');
    const refuses = (() => {
      try {
        parse(text);
        return false;
      } catch {
        return true;
      }
    })();
    expect(tokenized(csvOf(name)).some(({ fault }) => fault !== undefined)).toBe(refuses);
  });

  it('marks the row with a quote in a bare cell, and shows its cells', () => {
    const rows = readBy(5, csvOf(QUOTE_IN_BARE_CELL));
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'QUOTE_STRAY']);
    expect(rows[1]?.cells).toEqual([
      '2095257564',
      '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W',
      'Modesto',
      'Stanislaus',
    ]);
  });

  it('keeps the line end of two characters inside quotes', () => {
    expect(readBy(4, csvOf('newlines_crlf'))[2]?.cells[0]).toBe('Once upon \r\na time');
  });
});
