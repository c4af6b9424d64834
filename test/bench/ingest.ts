import { join } from 'node:path';
import { type Bench, inTempDir } from './bench.ts';
import { type Book, writeBook } from './ingest/book.ts';
import { type Turn, takeTurn } from './ingest/child.ts';
import { CONTENDERS, CSV_PARSE, UDSV } from './ingest/contenders.ts';
import { mebibytes, ratio, seconds, table, whole } from './table.ts';

const HEADINGS = ['reader', 'what it does', 's', 'cpu s', 'rows/s', 'MB/s'];
const RATIOS = [CSV_PARSE, UDSV];
const MEGABYTE = 1e6;

interface Best {
  readonly ms: number;
  readonly cpuMs: number;
  /** The lowest would flatter: when garbage is collected is partly chance. */
  readonly peakRssBytes: number;
}

const better = (best: Best | undefined, turn: Turn): Best => ({
  ms: Math.min(turn.ms, best?.ms ?? Number.POSITIVE_INFINITY),
  cpuMs: Math.min(turn.cpuMs, best?.cpuMs ?? Number.POSITIVE_INFINITY),
  peakRssBytes: Math.max(turn.peakRssBytes, best?.peakRssBytes ?? 0),
});

/** Contenders take turns and each shows its best round: so a busy machine disturbs all alike. */
async function race(book: Book, rounds: number): Promise<ReadonlyMap<string, Best>> {
  const bests = new Map<string, Best>();
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of CONTENDERS) {
      const turn = await takeTurn(contender, book);
      bests.set(contender.name, better(bests.get(contender.name), turn));
    }
  }
  return bests;
}

function show(book: Book, bests: ReadonlyMap<string, Best>): string {
  const lines = CONTENDERS.flatMap(({ name, does }) => {
    const best = bests.get(name);
    if (best === undefined) return [];
    const { ms, cpuMs, peakRssBytes } = best;
    const perSecond = [book.rows, book.bytes / MEGABYTE].map((amount) => whole((amount / ms) * 1000));
    const ratios = RATIOS.map((other) => ratio(ms / (bests.get(other)?.ms ?? Number.NaN)));
    return [[name, does, seconds(ms), seconds(cpuMs), ...perSecond, ...ratios, mebibytes(peakRssBytes)]];
  });
  return table([...HEADINGS, ...RATIOS.map((name) => `time, ${name} = 1`), 'peak RSS MiB'], lines);
}

async function run(quick: boolean): Promise<void> {
  await inTempDir(async (dir) => {
    const book = writeBook(quick ? 20_000 : 1_000_000, join(dir, 'book.csv'));
    const bests = await race(book, quick ? 1 : 3);
    console.log(`${whole(book.rows)} rows, ${whole(book.bytes / MEGABYTE)} MB\n`);
    console.log(show(book, bests));
  });
}

export const ingest: Bench = {
  name: 'ingest',
  about: 'a file of 1,000,000 rows checked by us, and only parsed by csv-parse, papaparse, uDSV and DuckDB',
  run,
};
