import { type Bench, inTempDir } from './bench.ts';
import { type Closings, CONTENDERS, HLEDGER } from './reconcile/contenders.ts';
import { type Ledgers, writeLedgers } from './reconcile/entries.ts';
import { type Turn, takeTurn } from './reconcile/turn.ts';
import { mebibytes, ratio, seconds, table, whole } from './table.ts';

type Best = Pick<Turn, 'ms' | 'peakRssBytes'>;

const better = (best: Best | undefined, turn: Turn): Best => ({
  ms: Math.min(turn.ms, best?.ms ?? Number.POSITIVE_INFINITY),
  peakRssBytes: Math.max(turn.peakRssBytes, best?.peakRssBytes ?? 0),
});

/** All must come to the same balances, or nothing was measured. */
function agree(name: string, found: Closings, ours: Closings): void {
  for (const [month, closingVnd] of ours) {
    if (found.get(month) !== closingVnd)
      throw new Error(`${name} has ${found.get(month)} at the end of ${month}, not ${closingVnd}`);
  }
}

/** Contenders take turns and each shows its best round: so a busy machine disturbs all alike. */
async function race(ledgers: Ledgers, rounds: number): Promise<ReadonlyMap<string, Best>> {
  const bests = new Map<string, Best>();
  let ours: Closings | undefined;
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command, args, read, debian } of CONTENDERS) {
      const turn = await takeTurn(command, args(ledgers));
      if (turn === undefined) {
        if (round === 0) console.log(`${name} is not here and is left out: apt-get install ${debian}`);
        continue;
      }
      const found = read(turn.output);
      ours ??= found;
      agree(name, found, ours);
      bests.set(name, better(bests.get(name), turn));
    }
  }
  return bests;
}

async function run(quick: boolean): Promise<void> {
  await inTempDir(async (dir) => {
    const ledgers = writeLedgers(quick ? 2_000 : 100_000, dir);
    const bests = await race(ledgers, quick ? 1 : 3);
    console.log(`${whole(ledgers.entries)} entries of ${whole(ledgers.books)} books over 24 months\n`);
    const hledger = bests.get(HLEDGER)?.ms ?? Number.NaN;
    const lines = [...bests].map(([name, { ms, peakRssBytes }]) => [
      name,
      seconds(ms),
      ratio(hledger / ms),
      mebibytes(peakRssBytes),
    ]);
    console.log(table(['command', 's', `times as fast as ${HLEDGER}`, 'peak RSS MiB'], lines));
  });
}

export const reconcile: Bench = {
  name: 'reconcile',
  about: 'the balance of every book at the end of every month, by us, by hledger and by beancount',
  run,
};
