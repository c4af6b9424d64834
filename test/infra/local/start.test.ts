import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, SAMPLE_BOOKS_DIR } from '#infra/local/paths.ts';
import { runCli } from '#test/support/run-cli.ts';

const data = mkdtempSync(join(tmpdir(), 'start-'));
let running: ChildProcess | undefined;

/** `npm start` on a data directory of its own; resolves when its output matches. */
function start(until: RegExp): Promise<{ readonly child: ChildProcess; readonly output: () => string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['infra/local/start.ts', '--data', data, '--port', '0'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (until.test(output)) resolve({ child, output: () => output });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code as number | null;
}

/** How many of the sample files must stand in the ledger in the end, by what their author meant with them. */
function filesToEnter(): number {
  const { books } = JSON.parse(readFileSync(join(SAMPLE_BOOKS_DIR, 'manifest.json'), 'utf8')) as {
    books: { expect: { state: string } }[];
  };
  return books.filter(({ expect: { state } }) => state !== 'REJECTED' && state !== 'DUPLICATE').length;
}

const address = (output: string): string => /http:\/\/[\d.:]+/.exec(output)?.[0] ?? '';

afterAll(() => {
  if (running?.exitCode === null) running.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

describe('npm start', () => {
  it('goes on where a kill left it, loads nothing twice, and ends cleanly', {
    timeout: 180_000,
  }, async () => {
    const first = await start(/Dựng trang công khai/);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await end(first.child, 'SIGKILL');

    const second = await start(/Nhấn Ctrl-C/);
    const site = address(second.output());
    const pointer = (await (await fetch(`${site}/data/latest.json`)).json()) as { position: number };
    expect(pointer.position).toBe(filesToEnter());
    expect(await (await fetch(`${site}/tinh/14`)).text()).toContain('<html');

    // The command line finds the run that is up and works with it.
    const status = await runCli('status', '--data', data, '--json');
    expect(JSON.parse(status.out)).toMatchObject({ position: filesToEnter(), deadLetters: [], site });
    expect(await end(second.child, 'SIGINT')).toBe(0);

    const third = await start(/Nhấn Ctrl-C/);
    expect(third.output()).toMatch(/Nạp sổ mẫu.*: \d+ tệp đã có trong sổ/);
    expect(await end(third.child, 'SIGINT')).toBe(0);
  });
});
