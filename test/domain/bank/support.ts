import { createHash } from 'node:crypto';
import type { AccountFile, BalanceBreak, BankLine } from '#domain/bank/account-file.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { type Vnd, vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';

/** Invented files are known by a word. */
export const digestOf = (word: string): Sha256 => createHash('sha256').update(word).digest('hex') as Sha256;

export const day = (text: string | number): IsoDate =>
  (typeof text === 'string' ? text : `2024-09-${String(text).padStart(2, '0')}`) as IsoDate;

export interface Move {
  readonly date: IsoDate;
  readonly text: string;
  /** Positive into the account. */
  readonly moved: number;
  readonly balance?: number | undefined;
}

/** A line as a bank prints it: "3 gạo +500 =1500" is the third of September, and "=1500" its balance. */
export function line(written: string): Move {
  const parts = /^(\d+) (.+?) ([+-]\d+)(?: =(-?\d+))?$/.exec(written);
  if (!parts) throw new Error(`not a line: ${written}`);
  const [, date = '', text = '', moved, balance] = parts;
  return {
    date: day(Number(date)),
    text,
    moved: Number(moved),
    ...(balance === undefined ? {} : { balance: Number(balance) }),
  };
}

interface Made {
  readonly from: IsoDate | number;
  readonly to: IsoDate | number;
  readonly account?: string;
  readonly received?: string;
  /** Where it is not the balance before the first line. */
  readonly opening?: number;
}

/** A file as the reader gives it: its opening, its closing and its breaks follow from what is printed. */
export function fileOf(word: string, made: Made, moves: readonly (Move | string)[]): AccountFile {
  const lines = moves.map((move, i) => bankLine(typeof move === 'string' ? line(move) : move, i + 2));
  const first = lines.find(({ balanceVnd }) => balanceVnd !== undefined);
  const derived = first && lines.indexOf(first) === 0 ? (first.balanceVnd ?? 0) - movedBy(first) : undefined;
  const opening = made.opening ?? derived;
  const breaks: BalanceBreak[] = [];
  let balance = opening;
  for (const one of lines) {
    if (balance === undefined) break;
    const expected = balance + movedBy(one);
    balance = one.balanceVnd ?? expected;
    if (balance === expected) continue;
    breaks.push({
      row: one.row,
      date: one.date,
      expectedVnd: vnd(expected),
      actualVnd: vnd(balance),
      differenceVnd: vnd(balance - expected),
    });
  }
  return {
    digest: digestOf(word),
    receivedAt: (made.received ?? '2024-10-01T00:00:00.000Z') as Instant,
    account: made.account ?? '1',
    period: { from: day(made.from as number), to: day(made.to as number) },
    ...(opening === undefined ? {} : { openingVnd: vnd(opening) }),
    ...(opening === undefined || balance === undefined ? {} : { closingVnd: vnd(balance) }),
    lines,
    breaks,
  };
}

const movedBy = ({ creditVnd, debitVnd }: BankLine): number => creditVnd - debitVnd;

const bankLine = ({ date, text, moved, balance }: Move, row: number): BankLine => ({
  row,
  date,
  text,
  creditVnd: vnd(Math.max(0, moved)),
  debitVnd: vnd(Math.max(0, -moved)),
  ...(balance === undefined ? {} : { balanceVnd: vnd(balance) as Vnd }),
});
