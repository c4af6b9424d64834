import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something to measure. It prints what it sees and judges nothing; it throws only when it did not work at all. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  /** @param quick smaller sizes, to see that it runs */
  run(quick: boolean): Promise<void>;
}

/** A directory for the length of some work. */
export async function inTempDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What some work gives, and the milliseconds it took. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly ms: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begun };
}
