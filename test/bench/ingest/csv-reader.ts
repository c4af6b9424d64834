import { createReadStream } from 'node:fs';
import { CsvReader } from '#domain/parse/csv-reader.ts';
import { detectText } from '#domain/parse/text/detect.ts';
import type { Seen } from './seen.ts';

/** Decoded and split into cells, nothing more; how it is encoded is told by the first portion. */
export async function read(file: string): Promise<Seen> {
  let lines = 0;
  let reader: CsvReader | undefined;
  for await (const bytes of createReadStream(file) as AsyncIterable<Uint8Array>) {
    reader ??= readerFor(bytes);
    lines += reader.push(bytes).length;
  }
  lines += reader?.end().length ?? 0;
  return { rows: lines - 1 };
}

function readerFor(bytes: Uint8Array): CsvReader {
  const text = detectText(bytes, false);
  if (!text.ok) throw new Error(text.error.rule);
  return new CsvReader(text.value, ',');
}
