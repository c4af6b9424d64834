#!/usr/bin/env node
/** The command line `so-cong-khai`. */
import { join } from 'node:path';
import { ROOT, run } from './bootstrap.mjs';

/** Rows live short: with little room for the young they are collected often, and a long file takes no more memory. */
const FLAGS = ['--max-semi-space-size=8'];

await run(join(ROOT, 'infra', 'local', 'cli', 'main.ts'), process.argv.slice(2), FLAGS);
