import { expect, it } from 'vitest';
import type { IsoDate } from '#domain/date.ts';
import {
  type EntryToMatch,
  type LineToMatch,
  type Matching,
  matchLines,
  type SourceRef,
} from '#domain/match/match.ts';
import { vnd } from '#domain/money.ts';
import type { Sha256 } from '#domain/sha256.ts';

export const STATEMENT = 'a'.repeat(64) as Sha256;
export const BOOK = 'b'.repeat(64) as Sha256;

/** A day of September and October 2024: 1 is 1 September. */
export const dayOf = (day: number): IsoDate =>
  new Date(Date.UTC(2024, 8, day)).toISOString().slice(0, 10) as IsoDate;

type Optional<T> = { readonly [K in keyof T]?: T[K] };

export const line = (
  row: number,
  day: number,
  amount: number,
  more: Optional<Pick<LineToMatch, 'account' | 'reference' | 'text' | 'digest'>> = {},
): LineToMatch => ({
  digest: STATEMENT,
  row,
  account: '100',
  date: dayOf(day),
  amountVnd: vnd(amount),
  ...more,
});

export const entry = (
  row: number,
  day: number,
  amount: number,
  more: Optional<Pick<EntryToMatch, 'documentNo' | 'text' | 'cash' | 'digest'>> = {},
): EntryToMatch => ({ digest: BOOK, row, cash: false, date: dayOf(day), amountVnd: vnd(amount), ...more });

export const lineRef = (row: number): SourceRef => ({ digest: STATEMENT, row });
export const entryRef = (row: number): SourceRef => ({ digest: BOOK, row });

export const confirm = (l: number, e: number) =>
  ({ action: 'CONFIRM', line: lineRef(l), entry: entryRef(e) }) as const;
export const breakUp = (l: number, e: number) =>
  ({ action: 'BREAK', line: lineRef(l), entry: entryRef(e) }) as const;

const rowsOf = (refs: readonly SourceRef[]): string => refs.map(({ row }) => row).join('+');

/** Matches in short, `1+2=3 GROUPED DOCUMENT_ADDS_UP`: rows of lines, rows of entries, level, reason. */
export const inShort = ({ matches }: Matching): string[] =>
  matches.map(
    ({ lines, entries, level, because }) => `${rowsOf(lines)}=${rowsOf(entries)} ${level} ${because}`,
  );

interface Case {
  readonly name: string;
  readonly lines: readonly LineToMatch[];
  readonly entries: readonly EntryToMatch[];
  readonly found: readonly string[];
}

/** Rows that differ in amount are told apart by it; `found` names every match. */
export const table = (cases: readonly Case[]): void => {
  it.each(cases)('$name', ({ lines, entries, found }) => {
    expect(inShort(matchLines(lines, entries, []))).toEqual(found);
  });
};

/** A thousand đồng. */
export const K = 1_000;
