import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the embedded engines keep the ledger unless `--data` says otherwise; never part of the project. */
export const DEFAULT_DATA_DIR = join(ROOT, '.local');

/** What is made from the sources and can be made again. */
export const CACHE_DIR = join(DEFAULT_DATA_DIR, 'cache');

export const SAMPLE_BOOKS_DIR = join(ROOT, 'infra', 'local', 'sample-books');
