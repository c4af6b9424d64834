import { join } from 'node:path';
import { digestOf, handIn } from '#infra/local/hand-in.ts';
import { type Runner, startRunner } from '#infra/local/runner.ts';
import { writeLargeBook } from '#infra/local/sample-books/scale.ts';
import { type Bench, inTempDir, timed } from './bench.ts';
import { declarationOf } from './declared.ts';
import { mebibytes, ratio, seconds, table, whole } from './table.ts';

const STAGES = ['ingest', 'reconcile', 'publish'] as const;
type Stage = (typeof STAGES)[number];

interface Walked {
  readonly rows: number;
  readonly bytes: number;
  /** From bytes in the inbox to the published snapshot. */
  readonly ms: number;
  readonly busyMs: Readonly<Record<Stage, number>>;
  readonly ingestRssBytes: number;
}

/** The function of a stage; names of the template end with the stage's. */
function stageOf(runner: Runner, stage: Stage) {
  const found = runner.functions.find(({ name }) => name.toLowerCase().includes(stage));
  if (found === undefined) throw new Error(`no function of the template is ${stage}`);
  return found;
}

const busy = (runner: Runner) =>
  Object.fromEntries(STAGES.map((stage) => [stage, stageOf(runner, stage).busyMs()])) as Record<
    Stage,
    number
  >;

async function hand(runner: Runner, dir: string, unit: string, rows: number) {
  const file = join(dir, `${unit}.csv`);
  const book = writeLargeBook(rows, file);
  const declaration = declarationOf(unit);
  await handIn(runner.clients, runner.stores.inboxBucket, file, declaration, await digestOf(file));
  return book;
}

/** One file on a ledger of its own, in fresh processes that a small file has warmed up. */
const walk = (rows: number): Promise<Walked> =>
  inTempDir(async (dir) => {
    const troubles: unknown[] = [];
    const runner = await startRunner({
      dataDir: join(dir, 'data'),
      kind: 'command',
      work: true,
      onTrouble: (error) => troubles.push(error),
    });
    try {
      await hand(runner, dir, '20', 100);
      await runner.idle();
      const before = busy(runner);
      const { bytes } = await hand(runner, dir, '14', rows);
      const { ms } = await timed(() => runner.idle());
      await mustHaveAccepted(runner, rows, troubles);
      const after = busy(runner);
      const busyMs = Object.fromEntries(STAGES.map((stage) => [stage, after[stage] - before[stage]]));
      return {
        rows,
        bytes,
        ms,
        busyMs: busyMs as Walked['busyMs'],
        ingestRssBytes: stageOf(runner, 'ingest').maxRssBytes(),
      };
    } finally {
      await runner.stop();
    }
  });

async function mustHaveAccepted(runner: Runner, rows: number, troubles: readonly unknown[]): Promise<void> {
  for await (const slot of runner.stores.table.slotsAfter(1)) {
    if (slot.type === 'submission' && slot.submission.rows.accepted === rows) return;
  }
  throw new Error(`the book of ${rows} rows was not entered: ${troubles.join('; ')}`);
}

async function run(quick: boolean): Promise<void> {
  const sizes = quick ? [5_000, 10_000, 20_000] : [50_000, 100_000, 200_000];
  const walks: Walked[] = [];
  for (const size of sizes) walks.push(await walk(size));
  const first = walks[0];
  const lines = walks.map(({ rows, bytes, ms, busyMs, ingestRssBytes }) => [
    whole(rows),
    mebibytes(bytes),
    ...STAGES.map((stage) => seconds(busyMs[stage])),
    seconds(ms),
    whole((rows / ms) * 1000),
    first === undefined ? '' : ratio(ms / rows / (first.ms / first.rows)),
    mebibytes(ingestRssBytes),
  ]);
  const headings = ['rows', 'MiB', ...STAGES.map((stage) => `${stage} s`), 'total s', 'rows/s'];
  console.log(table([...headings, 'cost per row, first = 1', 'ingest peak MiB'], lines));
}

export const flow: Bench = {
  name: 'flow',
  about: 'one file from the inbox to the published snapshot: bundled functions, engines on disk',
  run,
};
