/** Time of reconciling whole books, their earlier states among it, each in a process of its own. */
import { takeTurn } from '../reconcile/turn.ts';
import { mebibytes, seconds, table, whole } from '../table.ts';
import type { Shown } from './child.ts';
import type { MadeKind } from './make.ts';

const CHILD = new URL('./child.ts', import.meta.url).pathname;
const ROUNDS = 3;

/** The quickest round: so a busy machine disturbs all sizes alike. */
async function measure(kind: MadeKind, size: number, rounds: number): Promise<Shown> {
  const all: Shown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = await takeTurn(process.execPath, ['--max-semi-space-size=8', CHILD, kind, String(size)]);
    if (turn === undefined) throw new Error('node is not here');
    all.push(JSON.parse(turn.output) as Shown);
  }
  return all.reduce((best, shown) => (shown.ms < best.ms ? shown : best));
}

const SIZES = {
  months: { full: [100, 200, 400], quick: [10] },
  exports: { full: [60, 120, 365], quick: [10] },
} as const;

/** Prints a table of every size of both kinds of books. */
export async function run(quick: boolean): Promise<void> {
  const rows: string[][] = [];
  for (const kind of ['months', 'exports'] as const) {
    for (const size of SIZES[kind][quick ? 'quick' : 'full']) {
      const shown = await measure(kind, size, quick ? 1 : ROUNDS);
      rows.push([
        kind,
        ...[shown.files, shown.lines, shown.entries, shown.findings].map(whole),
        seconds(shown.ms),
        seconds(shown.cpuMs),
        mebibytes(shown.peakRssBytes),
      ]);
    }
  }
  const headings = ['book', 'files', 'lines', 'entries', 'findings', 's', 'CPU s', 'peak RSS MiB'];
  console.log(`\n${table(headings, rows)}`);
}
