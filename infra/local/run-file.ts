import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const RunSchema = v.object({
  pid: v.number(),
  /** start: stays and serves others; command: does one thing and leaves. */
  kind: v.picklist(['start', 'command']),
  /** Functions take messages: others may hand in files. */
  ready: v.boolean(),
  /** The dashboard's address, where it is served. */
  site: v.optional(v.string()),
});

/** Who works on a data directory. Says what the engines' own lock does not know; that lock alone decides. */
export type Run = v.InferOutput<typeof RunSchema>;

const path = (dataDir: string): string => join(dataDir, 'run.json');

export const writeRun = (dataDir: string, run: Omit<Run, 'pid'>): void =>
  writeFileSync(path(dataDir), JSON.stringify({ pid: process.pid, ...run }));

export const dropRun = (dataDir: string): void => rmSync(path(dataDir), { force: true });

/** The run of that process; undefined while there is none, or when the file was left by another one. */
export function readRun(dataDir: string, pid: number): Run | undefined {
  try {
    const run = v.parse(RunSchema, JSON.parse(readFileSync(path(dataDir), 'utf8')));
    return run.pid === pid ? run : undefined;
  } catch {
    // Not there, or being written at this moment: asked again soon.
    return undefined;
  }
}
