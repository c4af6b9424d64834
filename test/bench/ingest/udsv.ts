import { createReadStream } from 'node:fs';
import { inferSchema, initParser, type Parser } from 'udsv';
import type { Seen } from './seen.ts';

/** As its own documentation shows it, with a callback so that it keeps no rows. It skips the heading itself. */
export async function read(file: string): Promise<Seen> {
  let rows = 0;
  const count = () => {
    rows += 1;
  };
  let parser: Parser | undefined;
  for await (const text of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    parser ??= initParser(inferSchema(text));
    parser.chunk<string[]>(text, parser.stringArrs, count);
  }
  parser?.end();
  return { rows };
}
