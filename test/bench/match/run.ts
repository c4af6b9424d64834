/** `node run.ts [--quick]`: time and memory of matching at three sizes, each in a process of its own. */
import { codesOf } from '#domain/codes.ts';
import { MATCH_LEVELS } from '#domain/match/match.ts';
import { takeTurn } from '../reconcile/turn.ts';
import { mebibytes, ratio, seconds, table, whole } from '../table.ts';
import type { Shown } from './child.ts';

const CHILD = new URL('./child.ts', import.meta.url).pathname;
const HEAP_MIB = 400;
const ROUNDS = 2;

/** The quickest round: so a busy machine disturbs all sizes alike. */
async function measure(count: number, rounds: number): Promise<Shown> {
  let best: Shown | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const turn = await takeTurn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, CHILD, String(count)]);
    if (turn === undefined) throw new Error('node is not here');
    const shown = JSON.parse(turn.output) as Shown;
    const peakRssBytes = Math.max(shown.peakRssBytes, best?.peakRssBytes ?? 0);
    best = { ...(best === undefined || shown.ms < best.ms ? shown : best), peakRssBytes };
  }
  if (best === undefined) throw new Error('nothing was measured');
  return best;
}

/** Prints a table of every size, and how much longer the greatest took than the least. */
export async function run(quick: boolean): Promise<void> {
  const sizes = quick ? [2_000, 4_000, 8_000] : [50_000, 100_000, 200_000];
  const shown: Shown[] = [];
  for (const size of sizes) shown.push(await measure(size, quick ? 1 : ROUNDS));
  const levels = codesOf(MATCH_LEVELS);
  const percent = (some: number, all: number): string => `${((100 * some) / all).toFixed(1)} %`;
  console.log(
    table(
      ['lines', 'entries', 's', 'CPU s', 'peak RSS MiB', ...levels, 'unmatched'],
      shown.map(({ lines, entries, ms, cpuMs, peakRssBytes, linesByLevel, unmatchedLines }) => [
        whole(lines),
        whole(entries),
        seconds(ms),
        seconds(cpuMs),
        mebibytes(peakRssBytes),
        ...levels.map((level) => percent(linesByLevel[level], lines)),
        percent(unmatchedLines, lines),
      ]),
    ),
  );
  const [least, greatest] = [shown[0], shown.at(-1)];
  if (least === undefined || greatest === undefined) return;
  const times = greatest.lines / least.lines;
  console.log(
    `\n${times.toFixed(0)} times the lines took ${ratio(greatest.ms / least.ms)} times as long, ${ratio(greatest.cpuMs / least.cpuMs)} times the CPU`,
  );
}

if (process.argv[1] === import.meta.filename) await run(process.argv.includes('--quick'));
