import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type IsoDate, isoDate } from '#domain/date.ts';
import { matchLines, type SourceRef } from '#domain/match/match.ts';
import { vnd } from '#domain/money.ts';
import { BOOK, STATEMENT } from './rows.ts';

/**
 * A real statement of a relief account and the treasurer's list of its credits, pseudonymised. They are no part of the
 * project and stand beside the checkout where there are any.
 */
const STATEMENTS = new URL('../../../../shared/data/statements/', import.meta.url);

const cellsOf = (name: string): string[][] =>
  (parse(readFileSync(new URL(name, STATEMENTS)), { bom: true }) as string[][]).slice(1);

function dateOf(text: string): IsoDate {
  const [day, month, year] = text.split('/').map(Number);
  const date = isoDate(year ?? 0, month ?? 0, day ?? 0);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

const lines = () =>
  cellsOf('agribank-bacgiang-2024-09-10--29.csv').map(
    ([date = '', text = '', debit, credit, , reference = ''], i) => ({
      ...{ digest: STATEMENT, row: i + 2, account: 'Bắc Giang', date: dateOf(date) },
      ...{ amountVnd: vnd(Number(credit) - Number(debit)), reference, text },
    }),
  );

const entries = (withDocument: boolean) =>
  cellsOf('bacgiang-contributions.csv').map(([documentNo = '', date = '', donor, , amount, note], i) => ({
    ...{ digest: BOOK, row: i + 2, date: dateOf(date), amountVnd: vnd(Number(amount)), cash: false },
    ...(withDocument && { documentNo }),
    text: `${donor}\n${note}`.trim(),
  }));

describe.runIf(existsSync(STATEMENTS))('a statement as the bank wrote it', () => {
  it.each([
    ['with document numbers', true, 1_794],
    ['with nothing but texts, amounts and days', false, 0],
  ])('all 1,805 credits are found in the ledger, each where it is, %s', (_, withDocument, exact) => {
    const bank = lines();
    const { matches, unmatchedLines, unmatchedEntries } = matchLines(bank, entries(withDocument), []);
    expect(unmatchedEntries).toEqual([]);
    const debit = bank.find(({ amountVnd }) => amountVnd < 0)?.row ?? 0;
    expect(unmatchedLines).toEqual([{ digest: STATEMENT, row: debit }]);
    expect(matches.filter(({ level }) => level === 'EXACT')).toHaveLength(exact);
    // The list was made of the statement, so where a line stands says where its entry stands.
    const right = bank
      .filter(({ row }) => row !== debit)
      .map(({ row }) => [[row], [row - Number(row > debit)]]);
    const rowsOf = (refs: readonly SourceRef[]) => refs.map(({ row }) => row);
    expect(matches.map(({ lines, entries }) => [rowsOf(lines), rowsOf(entries)])).toEqual(right);
  });
});
