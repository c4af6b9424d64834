import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** One run of a command from its start to its end. */
export interface Turn {
  readonly output: string;
  readonly ms: number;
  /** Time of the processor, of all its threads; 0 where the system does not tell. */
  readonly cpuMs: number;
  /** The most memory it was seen to have resident; 0 where the system does not tell. */
  readonly peakRssBytes: number;
}

/** Ours ends within a quarter of a second: a slower look would miss the last of it. */
const LOOK_EVERY_MS = 5;
const KIB = 1024;
/** Linux tells programs such times in hundredths of a second. */
const MS_A_TICK = 10;

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

/** Time that the processes which this one started and saw end have had of the processor. */
function cpuMsOfEnded(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  // The fields after the name in brackets; the 16th and 17th of all are those of ended children.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * MS_A_TICK;
}

/** Undefined when there is no such command. Throws when it fails. */
export function takeTurn(command: string, args: readonly string[]): Promise<Turn | undefined> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const cpuBefore = cpuMsOfEnded();
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
      const cpuMs = cpuMsOfEnded() - cpuBefore;
      if (code === 0) resolve({ output: Buffer.concat(output).toString(), ms, cpuMs, peakRssBytes });
      else
        reject(new Error(`${command} ended with ${code}: ${Buffer.concat(errors).toString().slice(0, 500)}`));
    });
  });
}
