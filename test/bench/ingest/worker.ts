/** `node worker.ts CONTENDER FILE`: reads the file once and prints what it found, with its cost, as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { timed } from '../bench.ts';
import type { Turn } from './child.ts';
import { CONTENDERS } from './contenders.ts';

const STATUS = '/proc/self/status';
const KIB = 1024;

/** On Linux `maxRSS` counts whoever started this process, as it was at that moment; its own is told beside it. */
function peakRssBytes(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * KIB;
}

const [name, file = ''] = process.argv.slice(2);
const contender = CONTENDERS.find((one) => one.name === name);
if (contender === undefined) throw new Error(`no contender is named ${name}`);
const { read } = await contender.load();
const before = process.cpuUsage();
const { result: seen, ms } = await timed(() => read(file));
const { user, system } = process.cpuUsage(before);
const turn: Turn = { seen, ms, cpuMs: (user + system) / 1000, peakRssBytes: peakRssBytes() };
console.log(JSON.stringify(turn));
