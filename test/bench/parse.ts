import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parse as csvParse } from 'csv-parse';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import { CsvReader } from '#domain/parse/csv-reader.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { BookFile } from '#domain/validate/book-file.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { writeLargeBook } from '#infra/local/sample-books/scale.ts';
import { type Bench, inTempDir, timed } from './bench.ts';
import { declarationOf } from './declared.ts';
import { ratio, seconds, table, whole } from './table.ts';

const ROUNDS = 3;

/** Rows split into cells, nothing more. */
async function readerOnly(file: string): Promise<number> {
  const reader = new CsvReader();
  let rows = 0;
  for await (const chunk of createReadStream(file)) rows += reader.push(chunk).length;
  return rows + reader.end().length;
}

/** Rows read, judged, and made into entries: one pass of ingest without the stores. */
async function wholeBook(file: string): Promise<number> {
  const declaration = declarationOf('14');
  const context = readContext(declaration, shippedRegistry(), campaignsInForce([]));
  if (!context.ok) throw new Error(`the book is not as declared: ${context.error.rule}`);
  const book = new BookFile('contributions', context.value);
  let entries = 0;
  for await (const chunk of createReadStream(file)) entries += book.push(chunk).length;
  return entries + book.end().entries.length;
}

/** A well-known parser of another house, with the settings that make it do the same work as the reader. */
async function csvParseOnly(file: string): Promise<number> {
  const rows = createReadStream(file).pipe(csvParse({ relax_column_count: true, bom: true }));
  let count = 0;
  // Counted by event: asking for one row after another would cost it half its speed.
  rows.on('data', () => {
    count += 1;
  });
  await finished(rows);
  return count;
}

const CONTENDERS = [
  ['csv-parse', csvParseOnly],
  ['CsvReader', readerOnly],
  ['CsvReader + BookFile', wholeBook],
] as const;

/** Contenders take turns and each shows its best round: so a busy machine disturbs all alike. */
async function run(quick: boolean): Promise<void> {
  await inTempDir(async (dir) => {
    const file = join(dir, 'book.csv');
    const { rows } = writeLargeBook(quick ? 20_000 : 200_000, file);
    const best = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, read] of CONTENDERS) {
        const { result, ms } = await timed(() => read(file));
        if (result < rows) throw new Error(`${name} found ${result} of ${rows} rows`);
        best.set(name, Math.min(ms, best.get(name) ?? Number.POSITIVE_INFINITY));
      }
    }
    const reference = best.get('csv-parse') ?? 0;
    const lines = [...best].map(([name, ms]) => [
      name,
      seconds(ms),
      whole((rows / ms) * 1000),
      ratio(reference / ms),
    ]);
    console.log(table(['reader', 'seconds', 'rows/s', 'csv-parse = 1'], lines));
  });
}

export const parse: Bench = {
  name: 'parse',
  about: 'a book of 200,000 rows read by our reader and by csv-parse',
  run,
};
