import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountFile, BalanceBreak, BankLine } from '#domain/bank/account-file.ts';
import { type AccountChain, chainAccounts } from '#domain/bank/chain.ts';
import { judgedRows, readFile } from '#domain/check/read-file.ts';
import type { Instant, IsoDate, Period } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import { balanceOn } from '#domain/reconcile/account-balance.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { CHECKED_ON, inPortions } from '#test/fixtures/fixtures.ts';
import { digestOf } from './support.ts';

/**
 * Real statements of relief accounts, pseudonymised. They are no part of the project and stand beside the checkout
 * where there are any; the figures are those that the bank printed.
 */
const STATEMENTS = new URL('../../../../shared/data/statements/', import.meta.url);

const BREAKS = new Set(['BALANCE_BREAK', 'STATEMENT_AMOUNT_BLANK']);

/** The file as its reader gives it, of the days from–to. */
async function read(name: string, from: string, to: string): Promise<AccountFile> {
  const source = inPortions(readFileSync(new URL(name, STATEMENTS)));
  const period = { from: from as IsoDate, to: to as IsoDate };
  const context = { receivedOn: CHECKED_ON, registry: shippedRegistry(), period };
  const request = { kind: 'bankStatement', overrides: {}, context } as const;
  const { reading, table } = await readFile(source, request);
  if (reading === undefined || table === undefined || !('openingVnd' in table.report)) throw new Error(name);
  const lines: BankLine[] = [];
  const breaks: BalanceBreak[] = [];
  for await (const rows of judgedRows(source, request, reading)) {
    for (const { line, remarks } of rows) {
      if (line === undefined) continue;
      const { row, date, reference, description: text, creditVnd, debitVnd, balanceVnd } = line;
      lines.push({ row, date, reference, text, creditVnd, debitVnd, balanceVnd });
      for (const { rule, expectedVnd, amountVnd, differenceVnd } of remarks) {
        if (!BREAKS.has(rule)) continue;
        const known = { expectedVnd: vnd(expectedVnd ?? NaN), actualVnd: vnd(amountVnd ?? NaN) };
        breaks.push({ row, date, ...known, differenceVnd: vnd(differenceVnd ?? NaN) });
      }
    }
  }
  const { openingVnd, closingVnd } = table.report;
  const receivedAt = '2024-10-05T00:00:00.000Z' as Instant;
  return { digest: digestOf(name), receivedAt, account: '1', period, openingVnd, closingVnd, lines, breaks };
}

/** Its lines from–to as a file of their own, as the bank would have printed it: opening and closing follow. */
function part(file: AccountFile, word: string, from: number, to: number, period: Period): AccountFile {
  const lines = file.lines.slice(from, to);
  const rows = new Set(lines.map(({ row }) => row));
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.balanceVnd === undefined || last?.balanceVnd === undefined) throw new Error('no balances');
  return {
    ...file,
    digest: digestOf(word),
    period,
    lines,
    openingVnd: vnd(first.balanceVnd - first.creditVnd + first.debitVnd),
    closingVnd: last.balanceVnd,
    // A reader knows of no break at the first line.
    breaks: file.breaks.filter(({ row }) => rows.has(row) && row !== first.row),
  };
}

/** The file in two: the later begins with the first line of that day, the former ends with its last. */
function cutAt(file: AccountFile, day: string): AccountFile[] {
  const [from, to] = [
    file.lines.findIndex(({ date }) => date === day),
    file.lines.findLastIndex(({ date }) => date === day) + 1,
  ];
  return [
    part(file, 'former', 0, to, { from: file.period.from, to: day as IsoDate }),
    part(file, 'later', from, file.lines.length, { from: day as IsoDate, to: file.period.to }),
  ];
}

const only = (files: readonly AccountFile[]): AccountChain => {
  const [chain] = chainAccounts(files);
  if (chain === undefined) throw new Error('no account');
  return chain;
};

const figures = (chain: AccountChain) => {
  const { lines, breaks, files: _, overlaps: _o, repeatedLines: _r, coverage: _c, ...rest } = chain;
  const told = lines.map(({ digest: _d, row: _row, ...line }) => line);
  return { ...rest, lines: told, breaks: breaks.map(({ differenceVnd }) => differenceVnd) };
};

describe.runIf(existsSync(STATEMENTS))('statements as banks wrote them, chained', () => {
  describe('Agribank', () => {
    let file: AccountFile;
    beforeAll(async () => {
      file = await read('agribank-bacgiang-2024-09-10--29.csv', '2024-09-10', '2024-09-29');
    });

    it('closes at the figure that the bank printed, without a break', () => {
      expect(only([file])).toMatchObject({
        openingVnd: 0,
        closingVnd: 3_083_709_341,
        credits: 1805,
        creditVnd: 36_083_709_341,
        debits: 1,
        debitVnd: 33_000_000_000,
        breaks: [],
        gaps: [],
        followsVnd: 0,
      });
    });

    it.each(['2024-09-10', '2024-09-11', '2024-09-12', '2024-09-17', '2024-09-29'])(
      'is the same in two that share %s',
      (day) => {
        const parts = cutAt(file, day);
        const chain = only(parts);
        const shared = file.lines.filter(({ date }) => date === day).length;
        expect(shared).toBeGreaterThan(0);
        expect(chain.repeatedLines).toBe(shared);
        if (parts.every(({ lines }) => lines.length < file.lines.length)) {
          expect(chain.overlaps).toMatchObject([{ repeated: shared, onlyEarlier: 0, onlyLater: 0 }]);
        }
        const { repeats: _, ...same } = figures(only([file]));
        expect(figures(chain)).toMatchObject(same);
      },
    );
  });

  describe('VBSP', () => {
    let file: AccountFile;
    beforeAll(async () => {
      file = await read('vbsp-danang-2024-09-10--10-01.csv', '2024-09-10', '2024-10-01');
    });

    const printed = {
      closingVnd: 2_039_138_521,
      unlistedOuts: 4,
      unlistedOutVnd: 37_005_000_000,
      unlistedIns: 8,
      unlistedInVnd: 2_624_460_000,
      gaps: [],
      followsVnd: 0,
    };

    it('has four unlisted outflows and eight unlisted inflows, and closes with them', () => {
      const chain = only([file]);
      expect(chain).toMatchObject(printed);
      expect(chain.breaks).toHaveLength(12);
      expect(chain.lines).toHaveLength(3599);
    });

    it('has, at the end of any day, what the bank prints behind its last line, though Excel turned a date about', () => {
      const chain = only([file]);
      expect(chain.lines.filter(({ day }) => day !== undefined)).toMatchObject([
        { row: 3594, date: '2024-01-10', day: '2024-10-01' },
        { row: 2, date: '2024-10-09', day: '2024-09-10' },
      ]);
      for (const day of ['2024-09-10', '2024-09-20', '2024-09-30', '2024-10-01'] as IsoDate[]) {
        const last = file.lines.findLast(({ date }) => file.period.from <= date && date <= day);
        expect(balanceOn(chain, day)).toBe(last?.balanceVnd);
      }
      expect(balanceOn(chain, '2024-10-01' as IsoDate)).toBe(2_039_138_521);
    });

    it.each(['2024-09-11', '2024-09-13', '2024-09-16', '2024-09-20', '2024-09-30'])(
      'has them once in two files that share %s',
      (day) => {
        const chain = only(cutAt(file, day));
        expect(chain).toMatchObject(printed);
        expect(chain.repeatedLines).toBeGreaterThan(0);
        expect(chain.lines).toHaveLength(3599);
      },
    );

    it('has them once wherever the second file begins', () => {
      for (const { row } of file.breaks) {
        const from = file.lines.findIndex((line) => line.row === row);
        const day = file.lines[from]?.date ?? file.period.to;
        const to = file.lines.findLastIndex(({ date }) => date === day) + 1;
        const parts = [
          part(file, 'former', 0, to, { from: file.period.from, to: day }),
          part(file, 'later', from, file.lines.length, { from: day, to: file.period.to }),
        ];
        expect(only(parts)).toMatchObject(printed);
      }
    });
  });
});
