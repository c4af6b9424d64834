import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeCommuneBooks, writeLargeBook } from '#infra/local/sample-books/scale.ts';

const dir = mkdtempSync(join(tmpdir(), 'sample-books-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a large book has the rows, the bytes and the total that it says', () => {
  const file = join(dir, 'large.csv');
  const { rows, totalVnd, bytes } = writeLargeBook(20_000, file);
  const text = readFileSync(file, 'utf8');
  const lines = text.trimEnd().split('\n');
  const amounts = lines.slice(1, -1).map((line) => Number(line.split(',')[6]));
  expect(rows).toBe(20_000);
  expect(amounts).toHaveLength(20_000);
  expect(amounts.reduce((a, b) => a + b, 0)).toBe(totalVnd);
  expect(lines.at(-1)).toBe(`Tổng cộng,,,,,,${totalVnd},`);
  expect(Buffer.byteLength(text)).toBe(bytes);
  expect(writeLargeBook(20_000, join(dir, 'again.csv'))).toEqual({ rows, totalVnd, bytes });
});

test('a book for each commune of today, with a manifest', () => {
  const books = writeCommuneBooks(join(dir, 'communes'), 5, 40);
  expect(new Set(books.map((book) => book.unit)).size).toBe(40);
  const manifest: unknown = JSON.parse(readFileSync(join(dir, 'communes', 'manifest.json'), 'utf8'));
  expect(manifest).toEqual({ books, statements: [], targets: [] });
});
