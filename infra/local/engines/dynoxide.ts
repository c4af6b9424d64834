import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { RunningTables } from './tables.ts';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const STARTS_WITHIN_MS = 10_000;
const ENDS_WITHIN_MS = 5_000;
const ATTEMPTS = 3;

/** The path of dynoxide's binary, where the installed packages have one for this machine. */
export function dynoxideBinary(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let manifest: string;
  try {
    manifest = import.meta.resolve('@dynoxide/linux-x64/package.json');
  } catch {
    // An optional dependency: not installed.
    return undefined;
  }
  const binary = fileURLToPath(new URL('./dynoxide', manifest));
  return existsSync(binary) ? binary : undefined;
}

/** Starts dynoxide on a SQLite file or in memory. Throws with its own words when it does not come up. */
export async function startDynoxide(path: string | undefined): Promise<RunningTables> {
  const binary = dynoxideBinary();
  if (binary === undefined) throw new Error('dynoxide has no binary for this machine: use dynalite');
  // It cannot choose a free port itself; between our choosing and its listening another process may take it.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = spawnGuarded(binary, [
      'serve',
      '--port',
      `${port}`,
      ...(path === undefined ? [] : ['--db-path', path]),
    ]);
    try {
      await untilListening(child);
      return { endpoint: `http://127.0.0.1:${port}`, stop: () => stop(child) };
    } catch (error) {
      await stop(child);
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Becomes the engine, but leaves a watcher beside it that waits on our end of a pipe. The system closes that
 * when this process ends, be it by SIGKILL, so the engine never outlives us. A session of its own keeps
 * Ctrl-C from ending the engine before the functions that still write to it.
 */
const GUARD = 'exec 3<&0; (read -r _ <&3; kill -TERM $$) >/dev/null 2>&1 & exec "$0" "$@" </dev/null 3<&-';

function spawnGuarded(binary: string, args: readonly string[]): Child {
  return spawn('/bin/sh', ['-c', GUARD, binary, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Resolves once it says that it listens. Its output is drained for as long as it runs. */
async function untilListening(child: Child): Promise<void> {
  let output = '';
  const listening = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('listening on')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`dynoxide ended with code ${code}: ${output.trim()}`)));
    setTimeout(() => reject(new Error(`dynoxide did not start: ${output.trim()}`)), STARTS_WITHIN_MS).unref();
  });
  await listening;
}

async function stop(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.stdin.end();
  const impatience = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  await ended;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
