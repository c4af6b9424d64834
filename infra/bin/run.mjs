#!/usr/bin/env node
/** `node infra/bin/run.mjs FILE [ARGS…]`: runs a file of this checkout, given from its root, on its own Node 24. */
import { resolve } from 'node:path';
import { ROOT, run } from './bootstrap.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Cách dùng (usage): node infra/bin/run.mjs FILE [ARGS…]');
  process.exit(2);
}
await run(resolve(ROOT, file), args);
