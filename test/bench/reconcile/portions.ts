import { closeSync, openSync, readSync } from 'node:fs';

/** Strings of this size die young; larger ones are copied by the collector before they do. */
const PORTION_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** The lines of a UTF-8 file, some hundreds at a time. Throws on a line that fills a whole portion. */
export function* portionsOfLines(path: string): Generator<string[]> {
  const file = openSync(path, 'r');
  const bytes = Buffer.allocUnsafe(PORTION_BYTES);
  let held = 0;
  for (;;) {
    const read = readSync(file, bytes, held, PORTION_BYTES - held, null);
    held += read;
    if (read === 0) break;
    const end = bytes.subarray(0, held).lastIndexOf(LINE_FEED);
    if (end >= 0) yield bytes.toString('utf8', 0, end).split('\n');
    else if (held === PORTION_BYTES) throw new RangeError(`a line of more than ${PORTION_BYTES} bytes`);
    bytes.copyWithin(0, end + 1, held);
    held -= end + 1;
  }
  closeSync(file);
  if (held > 0) yield bytes.toString('utf8', 0, held).split('\n');
}
