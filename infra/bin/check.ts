/** What CI runs: each step prints its line and its time; the first that fails ends the run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Where `.ci/run` finds the counts of the test run. */
const REPORT = join(ROOT, '.local', 'check', 'tests.json');

/** npm's own program: it says where it is to what it runs. */
const NPM = process.env.npm_execpath ?? 'npm run check, please: npm is not known here';

interface Step {
  readonly title: string;
  /** Arguments for Node: a tool of the lockfile and its own arguments. */
  readonly run: readonly string[];
}

const types = (area: string): Step => ({
  title: `types: ${area}`,
  run: ['node_modules/typescript/bin/tsc', '-p', area],
});

const STEPS: readonly Step[] = [
  types('functions/domain'),
  types('functions'),
  types('infra'),
  types('test'),
  {
    title: 'types: dashboard',
    run: [
      'node_modules/svelte-check/bin/svelte-check',
      '--tsconfig',
      'dashboard/tsconfig.json',
      '--fail-on-warnings',
    ],
  },
  {
    title: 'lint and format',
    run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  },
  { title: 'unused code', run: ['node_modules/knip/bin/knip.js', '--config', 'infra/knip.json'] },
  {
    // The very command that the README gives to people.
    title: 'tests',
    run: [NPM, 'test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  },
  { title: 'cdk synth', run: ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet'] },
];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

mkdirSync(dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true });
for (const { title, run } of STEPS) {
  const start = performance.now();
  const { status, error } = spawnSync(process.execPath, run, { cwd: ROOT, stdio: 'inherit' });
  const took = seconds(performance.now() - start);
  if (status !== 0) {
    console.error(`✗ ${title} (${took})${error ? `: ${error.message}` : ''}`);
    process.exit(1);
  }
  console.log(`✓ ${title} (${took})`);
}
