import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Book } from './book.ts';
import type { Contender } from './contenders.ts';
import type { Seen } from './seen.ts';

/** One reading of the file by one contender, in a process of its own. */
export interface Turn {
  readonly seen: Seen;
  /** From the first byte to the last row; starting the process and loading its code is not in it. */
  readonly ms: number;
  /** Of the processor, on all cores. */
  readonly cpuMs: number;
  /** The most memory it ever had resident, with Node itself. */
  readonly peakRssBytes: number;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const run = promisify(execFile);

/** @throws when it fails, or did not find each row of the file. */
export async function takeTurn({ name, flags = [] }: Contender, book: Book): Promise<Turn> {
  const { stdout } = await run(process.execPath, [...flags, WORKER, name, book.file]);
  const turn = JSON.parse(stdout) as Turn;
  const { rows, totalVnd = book.totalVnd } = turn.seen;
  if (rows !== book.rows) throw new Error(`${name} found ${rows} of ${book.rows} rows`);
  if (totalVnd !== book.totalVnd) throw new Error(`${name} added up ${totalVnd}, not ${book.totalVnd}`);
  return turn;
}
