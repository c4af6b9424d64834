import type { ReadBook } from './seen.ts';

export interface Contender {
  readonly name: string;
  readonly does: string;
  /** Imported only where it runs: the memory of a process is that of its own contender alone. */
  readonly load: () => Promise<{ readonly read: ReadBook }>;
  /** Flags of its process, beside those of all. */
  readonly flags?: readonly string[];
}

/** As the functions run in Lambda, and the command on a treasurer's machine. */
const LAMBDA_FLAGS = ['--max-semi-space-size=8'];

const wholeCheck = () => import('./whole-check.ts');
const secondPass = () => import('./second-pass.ts');

export const CSV_PARSE = 'csv-parse';
export const UDSV = 'uDSV';

/** In the order of their turns. */
export const CONTENDERS: readonly Contender[] = [
  { name: CSV_PARSE, does: 'cells', load: () => import('./csv-parse.ts') },
  { name: 'papaparse', does: 'cells', load: () => import('./papaparse.ts') },
  { name: UDSV, does: 'cells', load: () => import('./udsv.ts') },
  { name: 'DuckDB', does: 'cells and one sum, on all cores', load: () => import('./duckdb.ts') },
  { name: 'CsvReader', does: 'cells', load: () => import('./csv-reader.ts') },
  { name: 'checkFile', does: 'the whole check', load: wholeCheck },
  { name: 'checkFile, as in Lambda', does: 'the whole check', load: wholeCheck, flags: LAMBDA_FLAGS },
  { name: 'judgedRows', does: 'second pass: entries as JSON', load: secondPass },
  {
    name: 'judgedRows, as in Lambda',
    does: 'second pass: entries as JSON',
    load: secondPass,
    flags: LAMBDA_FLAGS,
  },
];
