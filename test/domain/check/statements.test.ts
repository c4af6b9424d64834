import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '#domain/check/check-file.ts';
import type { CheckReport } from '#domain/check/report.ts';
import type { TableKind } from '#domain/codes.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import { CHECKED_ON, inPortions, nodeHasher } from '#test/fixtures/fixtures.ts';

/**
 * Real statements of relief accounts, pseudonymised. They are no part of the project and stand beside the checkout
 * where there are any; the figures are those that the bank printed.
 */
const STATEMENTS = new URL('../../../../shared/data/statements/', import.meta.url);

async function check(name: string, kind?: TableKind, change = (text: string) => text): Promise<CheckReport> {
  const bytes = Buffer.from(change(readFileSync(new URL(name, STATEMENTS), 'utf8')));
  const context = { receivedOn: CHECKED_ON, registry: shippedRegistry() };
  const { report } = await checkFile(
    inPortions(bytes),
    { name, kind, overrides: {}, context },
    { hasher: nodeHasher() },
  );
  return report;
}

const differences = ({ issues }: CheckReport, ...codes: string[]): number[] =>
  issues.flatMap(({ code, differenceVnd }) => (codes.includes(code) ? [differenceVnd ?? Number.NaN] : []));
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe.runIf(existsSync(STATEMENTS))('statements as banks wrote them', () => {
  describe('Agribank', () => {
    const NAME = 'agribank-bacgiang-2024-09-10--29.csv';
    let report: CheckReport;
    beforeAll(async () => {
      report = await check(NAME);
    });

    it('is known as a statement, and every line is taken', () => {
      const { kind, state, accepted, quarantined } = report;
      expect({ kind, state, accepted, quarantined }).toEqual({
        kind: 'bankStatement',
        state: 'accepted',
        accepted: 1806,
        quarantined: 0,
      });
    });

    it('adds up to the đồng, and its balance is unbroken', () => {
      expect(report.bank).toEqual({
        credits: 1805,
        creditVnd: 36_083_709_341,
        debits: 1,
        debitVnd: 33_000_000_000,
        openingVnd: 0,
        closingVnd: 3_083_709_341,
        breaks: 0,
      });
      expect(report.sumVnd).toBe(3_083_709_341);
      expect(differences(report, 'BALANCE_BREAK', 'STATEMENT_AMOUNT_BLANK')).toEqual([]);
    });

    it('breaks where a line is taken out', async () => {
      const without = await check(NAME, undefined, (text) => text.replace(/^.*,8000000,8200001,.*\n/mu, ''));
      expect(without.accepted).toBe(1805);
      expect(without.bank).toMatchObject({ breaks: 1, closingVnd: 3_083_709_341 });
      expect(differences(without, 'BALANCE_BREAK')).toEqual([8_000_000]);
    });
  });

  it('the credits as a list of contributions add up to the same', async () => {
    const report = await check('bacgiang-contributions.csv', 'contributions');
    expect(report).toMatchObject({ accepted: 1805, quarantined: 0, sumVnd: 36_083_709_341 });
  });

  describe('VBSP', () => {
    const NAME = 'vbsp-danang-2024-09-10--10-01.csv';
    let report: CheckReport;
    beforeAll(async () => {
      report = await check(NAME);
    });

    it('is known as a statement, and every line is taken', () => {
      const { kind, accepted, quarantined } = report;
      expect({ kind, accepted, quarantined }).toEqual({
        kind: 'bankStatement',
        accepted: 3599,
        quarantined: 0,
      });
    });

    it('adds up to the đồng', () => {
      expect(report.sumVnd).toBe(36_419_678_521);
      expect(report.bank).toMatchObject({ closingVnd: 2_039_138_521, breaks: 12 });
    });

    it('has twelve breaks: four unlisted outflows and eight unlisted inflows', () => {
      const breaks = differences(report, 'BALANCE_BREAK', 'STATEMENT_AMOUNT_BLANK');
      const out = breaks.filter((difference) => difference < 0);
      const into = breaks.filter((difference) => difference > 0);
      expect([out.length, sum(out), into.length, sum(into)]).toEqual([4, -37_005_000_000, 8, 2_624_460_000]);
    });

    it('shows the two days that Excel has swapped', () => {
      const swapped = report.issues.filter(
        ({ code }) => code === 'DATE_SWAPPED' || code === 'VALUE_DATE_SWAPPED',
      );
      expect(sum(swapped.map(({ count }) => count))).toBe(2);
    });
  });
});
