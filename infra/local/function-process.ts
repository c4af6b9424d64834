import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WiredFunction } from './wiring.ts';
import type { Answer, Call } from './worker-protocol.ts';

export interface FunctionProcess {
  readonly name: string;
  /** Calls the handler with an event. Rejects when it throws, runs out of time, or its process dies. */
  invoke(event: unknown): Promise<unknown>;
  /** The most memory one of its processes ever had resident, as last told; 0 before the first call. */
  maxRssBytes(): number;
  /** Milliseconds spent in calls so far, answered or failed. */
  busyMs(): number;
  stop(): Promise<void>;
}

interface Waiting {
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** Lambda leaves about a tenth of a function's memory to everything that is not the heap. */
const HEAP_SHARE = 0.9;
const LOG_BYTES_MAX = 10 * 1024 * 1024;
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** One function: a process is started at the first call, kept, and replaced after it died. */
export function functionProcess(
  wired: WiredFunction,
  environment: Readonly<Record<string, string>>,
  logDir: string,
): FunctionProcess {
  const log = openLog(join(logDir, `${wired.name}.log`));
  const waiting = new Map<string, Waiting>();
  let child: ChildProcess | undefined;
  let maxRss = 0;
  let busyMs = 0;

  const start = (): ChildProcess => {
    const started = spawnWorker(wired, environment, log);
    started.on('message', (answer: Answer) => {
      maxRss = Math.max(maxRss, answer.maxRssBytes);
      waiting.get(answer.requestId)?.settle(answer);
    });
    started.once('exit', (code, signal) => {
      if (child === started) child = undefined;
      for (const { fail } of waiting.values())
        fail(new Error(`${wired.name}: process ended (${signal ?? code})`));
    });
    return started;
  };

  const invoke = (event: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      child ??= start();
      const running = child;
      const requestId = randomUUID();
      const begun = performance.now();
      const timeoutMs = wired.timeoutSeconds * 1000;
      const timer = setTimeout(() => running.kill('SIGKILL'), timeoutMs);
      const done = (): void => {
        clearTimeout(timer);
        busyMs += performance.now() - begun;
        waiting.delete(requestId);
      };
      waiting.set(requestId, {
        settle: ({ error, result }) => {
          done();
          if (error === undefined) resolve(result);
          else reject(new Error(error));
        },
        fail: (error) => {
          done();
          reject(error);
        },
      });
      running.send({ requestId, event, deadline: Date.now() + timeoutMs } satisfies Call);
    });

  const stop = async (): Promise<void> => {
    if (child !== undefined) {
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      if (child.connected) child.disconnect();
      await ended;
    }
    await new Promise((resolve) => log.end(resolve));
  };

  return { name: wired.name, invoke, maxRssBytes: () => maxRss, busyMs: () => busyMs, stop };
}

function spawnWorker(
  wired: WiredFunction,
  environment: Readonly<Record<string, string>>,
  log: WriteStream,
): ChildProcess {
  const child = fork(WORKER, [wired.bundleDir, wired.handler], {
    execArgv: [`--max-old-space-size=${Math.floor(wired.memoryMb * HEAP_SHARE)}`],
    // Nothing of the caller's own environment: a function sees what the template gives it.
    env: {
      ...environment,
      ...wired.environment,
      AWS_LAMBDA_FUNCTION_NAME: wired.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(wired.memoryMb),
      POWERTOOLS_TRACE_ENABLED: 'false',
      TZ: 'UTC',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
}

/** Appends to the log of earlier runs; one generation older is kept beside it. */
function openLog(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, `${path}.1`);
  return createWriteStream(path, { flags: 'a' });
}
