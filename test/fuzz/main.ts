/**
 * Every property test again and again, each round with a new seed, until the minutes are over or one fails. `npm test`
 * keeps to one seed; this is where rare cases are met. What it finds becomes an example in the test.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SEED_VARIABLE } from '../support/seed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HELP = `npm run fuzz                    # ten minutes
npm run fuzz -- 60              # so many minutes
npm run fuzz -- 60 test/domain  # the tests whose path holds one of these words
${SEED_VARIABLE}=12345 npm test          # the round of that seed again`;

const [first, ...words] = process.argv.slice(2);
const minutes = first === undefined ? 10 : Number(first);
if (!(minutes > 0)) {
  console.log(HELP);
  process.exit(first === '--help' ? 0 : 2);
}

const files = globSync('test/**/*.test.ts', { cwd: ROOT })
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .filter((path) => /from 'fast-check'/.test(readFileSync(`${ROOT}/${path}`, 'utf8')));
if (files.length === 0) {
  console.error(`No property test has ${words.join(' or ')} in its path.`);
  process.exit(2);
}
console.log(`${files.length} files, ${minutes} minutes`);

const end = performance.now() + minutes * 60_000;
for (let round = 1; performance.now() < end; round++) {
  const seed = randomInt(2 ** 31);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=dot',
      ...files,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, [SEED_VARIABLE]: String(seed) } },
  );
  if (status !== 0) {
    console.error(`✗ round ${round}: ${SEED_VARIABLE}=${seed} npm test -- <the file above>`);
    process.exit(1);
  }
  console.log(`✓ round ${round}, seed ${seed}`);
}
