import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'so-cong-khai-bundles-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Synthesizes as the local runner does: the program itself, with no command line tool and no network. */
function synthesize(name: string): string {
  const dir = join(scratch, name);
  execFileSync(join(ROOT, 'node_modules', '.bin', 'node'), ['infra/bin/app.ts'], {
    cwd: ROOT,
    env: { ...process.env, CDK_OUTDIR: dir },
    stdio: 'pipe',
  });
  return dir;
}

const first = synthesize('first');
const second = synthesize(join('somewhere', 'deeper'));
const template = (dir: string): string => readFileSync(join(dir, 'SoCongKhai-staging.template.json'), 'utf8');
const bundles = readdirSync(first).filter((name) => name.startsWith('asset.'));

test('the same sources give the same template and the same bundles, wherever they are put', () => {
  expect(template(second)).toBe(template(first));
  expect(readdirSync(second).filter((name) => name.startsWith('asset.'))).toEqual(bundles);
});

test('there is one bundle for each function, and no other asset', () => {
  expect(bundles).toHaveLength(3);
  const resources = Object.values(JSON.parse(template(first)).Resources) as {
    Type: string;
    Metadata?: object;
  }[];
  const paths = resources
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Metadata }) => (Metadata as Record<string, string>)['aws:asset:path']);
  expect(paths.toSorted()).toEqual(bundles.toSorted());
});

describe.each(bundles)('%s', (bundle) => {
  const dir = join(first, bundle);

  test('holds one module and its source map, which names no place of this machine', () => {
    expect(readdirSync(dir).toSorted()).toEqual(['index.mjs', 'index.mjs.map']);
    const { sources } = JSON.parse(readFileSync(join(dir, 'index.mjs.map'), 'utf8')) as { sources: string[] };
    expect(sources.length).toBeGreaterThan(0);
    // A library that brings a map of its own names its sources as its makers had them.
    for (const source of sources) expect(source).toMatch(/^\.\.\/\.\.\/(functions|node_modules|src)\//);
  });

  test('can be loaded with no environment at all and exports its handler', async () => {
    const loaded = execFileSync(
      join(ROOT, 'node_modules', '.bin', 'node'),
      [
        '--input-type=module',
        '-e',
        `console.log(typeof (await import(${JSON.stringify(join(dir, 'index.mjs'))})).handler)`,
      ],
      { env: {}, cwd: scratch, encoding: 'utf8' },
    );
    expect(loaded.trim()).toBe('function');
  });
});
