import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that a run leaves behind lies here unless told otherwise; never part of the project. */
export const LOCAL_DIR = join(ROOT, '.local');

/** Where the embedded engines keep the ledger unless `--data` says otherwise. */
export const DEFAULT_DATA_DIR = join(LOCAL_DIR, 'data');

export const SAMPLE_BOOKS_DIR = join(ROOT, 'infra', 'local', 'sample-books');
