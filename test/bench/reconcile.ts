import { type Bench, inTempDir } from './bench.ts';
import { run as runBooks } from './book/run.ts';
import { run as runMatch } from './match/run.ts';
import { writeLedgers } from './reconcile/entries.ts';
import { race, report } from './reconcile/race.ts';

const ROUNDS = 5;

async function run(quick: boolean): Promise<void> {
  await inTempDir(async (dir) => {
    const ledgers = writeLedgers(quick ? 2_000 : 100_000, dir);
    console.log(report(ledgers, await race(ledgers, quick ? 1 : ROUNDS)));
  });
  await runMatch(quick);
  await runBooks(quick);
}

export const reconcile: Bench = {
  name: 'reconcile',
  about:
    'the balance of every book at the end of every month, by us, by hledger and by beancount; bank lines matched to entries; and whole books of many files',
  run,
};
