#!/usr/bin/env node
/** The command line `so-cong-khai`. */
import { join } from 'node:path';
import { ROOT, run } from './bootstrap.mjs';

await run(join(ROOT, 'infra', 'local', 'cli', 'main.ts'), process.argv.slice(2));
