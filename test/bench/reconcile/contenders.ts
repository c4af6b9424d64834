import { dirname } from 'node:path';
import { bundleOurs } from './bundle.ts';
import type { Ledgers } from './entries.ts';

/** Closing balances by book and month, `U10000:QVNN,2024-01` to đồng. */
export type Closings = ReadonlyMap<string, number>;

export interface Contender {
  readonly name: string;
  /** What it is given and asked for. */
  readonly does: string;
  /** The Debian package that has it; absent for our own. */
  readonly debian?: string;
  readonly command: string;
  readonly args: (ledgers: Ledgers) => readonly string[];
  readonly read: (output: string) => Closings;
}

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.replaceAll('"', '').trim());
const linesOf = (output: string): string[] => output.trim().split('\n');
const bookOf = (account: string): string => account.replace('Assets:', '');

/** A table with a column for each month: the balance at its end. */
function hledgerTable(output: string): Closings {
  const [heading, ...lines] = linesOf(output).map(cellsOf);
  const closings = new Map<string, number>();
  for (const [account = '', ...balances] of lines) {
    for (const [i, balance] of balances.entries()) {
      const month = heading?.[i + 1]?.slice(0, 7);
      closings.set(`${bookOf(account)},${month}`, Number(balance.replace(' VND', '')));
    }
  }
  return closings;
}

/** A line for each account and month: what the month added. */
function beanLines(output: string): Closings {
  const closings = new Map<string, number>();
  const balances = new Map<string, number>();
  const lines = linesOf(output)
    .slice(1)
    .map(cellsOf)
    .sort(([, y1, m1], [, y2, m2]) => Number(y1) - Number(y2) || Number(m1) - Number(m2));
  for (const [account = '', year, month = '', sum] of lines) {
    const book = bookOf(account);
    const balance = (balances.get(book) ?? 0) + Number(sum);
    balances.set(book, balance);
    closings.set(`${book},${year}-${month.padStart(2, '0')}`, balance);
  }
  return closings;
}

const ourLines = (output: string): Closings =>
  new Map(
    linesOf(output).map((line) => [
      line.slice(0, line.lastIndexOf(',')),
      Number(line.slice(line.lastIndexOf(',') + 1)),
    ]),
  );

/** The functions run with it, and so does the command. */
const NODE_FLAGS = ['--max-semi-space-size=8'];
const QUERY =
  "SELECT account, year, month, sum(number) WHERE account ~ '^Assets' GROUP BY account, year, month";

export const OURS = 'Sổ Công Khai';
export const HLEDGER = 'hledger';

/** In the order of their turns; ours is first, and the others are held to what it found. */
export const CONTENDERS: readonly Contender[] = [
  {
    name: OURS,
    does: `one bundle as the functions are, run by Node ${process.versions.node} from its start; sums JSON lines`,
    command: process.execPath,
    args: ({ ours }) => [...NODE_FLAGS, bundleOurs(dirname(ours)), ours],
    read: ourLines,
  },
  {
    name: HLEDGER,
    does: 'balance --monthly --historical of a journal with the same entries in the same order',
    debian: 'hledger',
    command: 'hledger',
    args: ({ hledger }) => [
      ...['-f', hledger, 'balance', 'Assets', '--monthly', '--historical', '--flat', '--empty'],
      ...['--no-total', '--output-format', 'csv'],
    ],
    read: hledgerTable,
  },
  {
    name: 'beancount',
    does: 'bean-query by account and month of a journal with the same entries in the same order, its cache off',
    debian: 'beancount',
    command: 'bean-query',
    args: ({ beancount }) => ['-f', 'csv', beancount, QUERY],
    read: beanLines,
  },
];
