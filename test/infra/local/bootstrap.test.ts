import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BOOTSTRAP = fileURLToPath(new URL('../../../infra/bin/bootstrap.mjs', import.meta.url));
let root: string;

/** Runs an expression over the bootstrap's exports in a process of its own; gives what it comes to. */
function evaluate(expression: string, env: Record<string, string> = {}): unknown {
  const code = `import * as b from ${JSON.stringify(BOOTSTRAP)};
    const root = ${JSON.stringify(root)};
    console.log(JSON.stringify(await (${expression}) ?? null));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { PATH: `${join(root, 'bin')}:${process.env.PATH}`, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const lock = (version: string) => ({
  packages: {
    '': {},
    'node_modules/a': { version },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
});

function installByHand(version: string): void {
  mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules', 'node', 'bin', 'node'), '');
  writeFileSync(
    join(root, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version } } }),
  );
}

/** An npm that takes its time, notes that it was called, and installs. */
function putNpmInPath(): void {
  mkdirSync(join(root, 'bin'));
  const script = `#!/bin/sh
echo "$@" >> '${join(root, 'npm-calls')}'
sleep 0.5
mkdir -p '${join(root, 'node_modules/node/bin')}'
touch '${join(root, 'node_modules/node/bin/node')}'
`;
  writeFileSync(join(root, 'bin', 'npm'), script);
  chmodSync(join(root, 'bin', 'npm'), 0o755);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock('1.0.0')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('which Node will do', () => {
  it.each([
    ['v20.19.0', true],
    ['v20.18.9', false],
    ['v18.20.0', false],
    ['v22.0.0', true],
    ['v24.21.0', true],
  ])('%s: %s', (version, recent) => {
    expect(evaluate(`b.nodeIsRecent('${version}')`)).toBe(recent);
  });
});

describe('what is missing', () => {
  it('is everything in a fresh clone', () => {
    expect(evaluate('b.isInstalled(root)')).toBe(false);
  });

  it('is nothing when npm installed the same by hand, packages of other machines aside', () => {
    installByHand('1.0.0');
    expect(evaluate('b.isInstalled(root)')).toBe(true);
  });

  it('is something when the lockfile asks for another version', () => {
    installByHand('0.9.0');
    expect(evaluate('b.isInstalled(root)')).toBe(false);
  });

  it('is installed once, when two begin at the same time', () => {
    putNpmInPath();
    const both = 'Promise.all([b.ensureInstalled(root), b.ensureInstalled(root)])';
    expect(evaluate(both)).toEqual([true, false]);
    expect(readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n')).toEqual([
      'ci --loglevel=error --no-audit --no-fund',
    ]);
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock('2.0.0')));
    expect(evaluate('b.isInstalled(root)')).toBe(false);
  });

  it('is installed also where a killed process left its lock', () => {
    putNpmInPath();
    mkdirSync(join(root, '.local'));
    const gone = spawnSync('true').pid;
    writeFileSync(join(root, '.local', 'install.lock'), String(gone));
    expect(evaluate('b.ensureInstalled(root)')).toBe(true);
  });
});

describe('running in the foreground', () => {
  it('gives the exit code back, or the signal as shells tell it', () => {
    expect(evaluate("b.runInForeground(process.execPath, ['-e', 'process.exit(7)'])")).toBe(7);
    expect(
      evaluate(`b.runInForeground(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])`),
    ).toBe(137);
  });
});
