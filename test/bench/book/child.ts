/** `node child.ts KIND SIZE`: reconciles one made book from scratch, and says what it took as a line of JSON. */
import { reconcile } from '#domain/reconcile/account.ts';
import { MADE_BOOKS, type MadeKind } from './make.ts';

/** What one run showed. */
export interface Shown {
  readonly files: number;
  readonly lines: number;
  readonly entries: number;
  readonly ms: number;
  /** Work of all threads, garbage collection too: other programs disturb it less than the time. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
  readonly findings: number;
}

const KIB = 1024;

const [kind, size] = process.argv.slice(2);
const book = MADE_BOOKS[kind as MadeKind](Number(size));
const cpu = process.cpuUsage();
const begun = performance.now();
const { statement } = reconcile(book);
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const shown: Shown = {
  files: book.files.length,
  lines: book.beside.accounts.reduce((sum, { lines }) => sum + lines.length, 0),
  entries: book.beside.entries.length,
  ms,
  cpuMs: (user + system) / 1000,
  peakRssBytes: process.resourceUsage().maxRSS * KIB,
  findings: statement.findings.length,
};
process.stdout.write(`${JSON.stringify(shown)}\n`);
