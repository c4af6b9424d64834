/** `npm run bench [-- NAME…] [-- --quick]`: measures and prints; nothing here passes or fails. */
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { flow } from './flow.ts';
import { ingest } from './ingest.ts';
import { publish } from './publish.ts';
import { reconcile } from './reconcile.ts';

const BENCHES: readonly Bench[] = [ingest, flow, publish, reconcile];

const USAGE = `npm run bench                 all of them
npm run bench -- NAME…        those named
npm run bench -- --quick      smaller sizes

${BENCHES.map(({ name, about }) => `${name.padEnd(9)} ${about}`).join('\n')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, help: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));

if (values.help) {
  console.log(USAGE);
} else if (unknown.length > 0) {
  console.error(`No bench is named ${unknown.join(', ')}.\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  for (const bench of BENCHES) {
    if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
    console.log(`\n${bench.name}: ${bench.about}\n`);
    await bench.run(values.quick === true);
  }
}
