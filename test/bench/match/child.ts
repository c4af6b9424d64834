/** `node child.ts COUNT`: matches so many made lines and entries, and says what came of it as a line of JSON. */

import { codesOf } from '#domain/codes.ts';
import { MATCH_LEVELS, type MatchLevel, matchLines } from '#domain/match/match.ts';
import { makeRows } from './rows.ts';

/** What one run showed. */
export interface Shown {
  readonly lines: number;
  readonly entries: number;
  readonly ms: number;
  /** Work of all threads, garbage collection too: other programs disturb it less than the time. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
  /** Lines by the level of their match. */
  readonly linesByLevel: Readonly<Record<MatchLevel, number>>;
  readonly unmatchedLines: number;
}

const KIB = 1024;

const { lines, entries } = makeRows(Number(process.argv[2]));
const cpu = process.cpuUsage();
const begun = performance.now();
const { matches, unmatchedLines } = matchLines(lines, entries, []);
const ms = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
const linesByLevel = Object.fromEntries(codesOf(MATCH_LEVELS).map((level) => [level, 0])) as Record<
  MatchLevel,
  number
>;
for (const match of matches) linesByLevel[match.level] += match.lines.length;
const shown: Shown = {
  lines: lines.length,
  entries: entries.length,
  ms,
  cpuMs: (user + system) / 1000,
  peakRssBytes: process.resourceUsage().maxRSS * KIB,
  linesByLevel,
  unmatchedLines: unmatchedLines.length,
};
process.stdout.write(`${JSON.stringify(shown)}\n`);
