import { mebibytes, ratio, seconds, table, whole } from '../table.ts';
import { type Closings, CONTENDERS, type Contender, HLEDGER, OURS } from './contenders.ts';
import type { Ledgers } from './entries.ts';
import { type Turn, takeTurn } from './turn.ts';

type Figures = Omit<Turn, 'output'>;

/** What each contender took, round by round, and the balances that all came to. */
export interface Raced {
  readonly rounds: ReadonlyMap<string, readonly Figures[]>;
  readonly closings: Closings;
}

const booksOf = (closings: Closings): ReadonlySet<string> =>
  new Set([...closings.keys()].map((key) => key.slice(0, key.lastIndexOf(','))));

/** All must come to the same balances of the same books, or nothing was measured. */
function agree(name: string, found: Closings, ours: Closings): void {
  for (const [month, closingVnd] of ours) {
    if (found.get(month) !== closingVnd)
      throw new Error(`${name} has ${found.get(month)} at the end of ${month}, not ${closingVnd}`);
  }
  const known = booksOf(ours);
  for (const book of booksOf(found)) {
    if (!known.has(book)) throw new Error(`${name} has ${book}, which we have not`);
  }
}

/** Contenders take turns: so a busy machine disturbs all alike. Those that are not installed are left out. */
export async function race(ledgers: Ledgers, rounds: number): Promise<Raced> {
  const figures = new Map<string, Figures[]>();
  const missing = new Set<Contender>();
  let ours: Closings = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of CONTENDERS) {
      if (missing.has(contender)) continue;
      const { name, command, args, read } = contender;
      const turn = await takeTurn(command, args(ledgers));
      if (turn === undefined) {
        missing.add(contender);
        continue;
      }
      const found = read(turn.output);
      if (name === OURS) ours = found;
      agree(name, found, ours);
      figures.set(name, [...(figures.get(name) ?? []), turn]);
    }
  }
  for (const { name, debian } of missing)
    console.log(`${name} is not here and is left out: apt-get install ${debian}`);
  return { rounds: figures, closings: ours };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = upper] = [
    sorted[middle],
    sorted[sorted.length % 2 ? middle : middle - 1],
  ];
  return (lower + upper) / 2;
}

/** What each was given, what all agreed on, and what it took them. */
export function report(ledgers: Ledgers, { rounds, closings }: Raced): string {
  const taking = CONTENDERS.flatMap(({ name, does }) => {
    const turns = rounds.get(name);
    return turns ? [{ name, does, turns, ms: median(turns.map(({ ms }) => ms)) }] : [];
  });
  const hledger = taking.find(({ name }) => name === HLEDGER)?.ms ?? Number.NaN;
  const rows = taking.map(({ name, turns, ms }) => [
    name,
    seconds(ms),
    seconds(Math.min(...turns.map((turn) => turn.ms))),
    ratio(hledger / ms),
    seconds(median(turns.map(({ cpuMs }) => cpuMs))),
    mebibytes(Math.max(...turns.map(({ peakRssBytes }) => peakRssBytes))),
  ]);
  const headings = ['command', 'median s', 'best s', `times as fast as ${HLEDGER}`, 'cpu s', 'peak RSS MiB'];
  return [
    `${whole(ledgers.entries)} entries of ${whole(ledgers.books)} books over 24 months`,
    ...taking.map(({ name, does }) => `${name}: ${does}`),
    `Each a process of its own that reads its file from disk; ${rounds.get(OURS)?.length} rounds, taking turns.`,
    `All agree to the đồng on ${agreed(closings)}.`,
    '',
    table(headings, rows),
  ].join('\n');
}

function agreed(closings: Closings): string {
  const last = new Map<string, number>();
  for (const [key, closingVnd] of closings) last.set(key.slice(0, key.lastIndexOf(',')), closingVnd);
  const total = [...last.values()].reduce((sum, one) => sum + one, 0);
  return `${whole(closings.size)} balances, at the end ${whole(total)} đồng in all`;
}
