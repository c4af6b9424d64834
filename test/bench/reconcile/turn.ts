import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** One run of a command from its start to its end. */
export interface Turn {
  readonly output: string;
  readonly ms: number;
  /** The most memory it was seen to have resident; 0 where the system does not tell. */
  readonly peakRssBytes: number;
}

const LOOK_EVERY_MS = 20;
const KIB = 1024;

function peakOf(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) * KIB;
  } catch {
    // It ended between the two looks.
    return 0;
  }
}

/** Undefined when there is no such command. Throws when it fails. */
export function takeTurn(command: string, args: readonly string[]): Promise<Turn | undefined> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    // beancount keeps what it parsed for the next time, which would measure something else.
    const environment = { ...process.env, BEANCOUNT_DISABLE_LOAD_CACHE: '1' };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let peakRssBytes = 0;
    const look = setInterval(() => {
      peakRssBytes = Math.max(peakRssBytes, peakOf(child.pid));
    }, LOOK_EVERY_MS);
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearInterval(look);
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    child.on('close', (code) => {
      clearInterval(look);
      const ms = performance.now() - begun;
      if (code === 0) resolve({ output: Buffer.concat(output).toString(), ms, peakRssBytes });
      else
        reject(new Error(`${command} ended with ${code}: ${Buffer.concat(errors).toString().slice(0, 500)}`));
    });
  });
}
