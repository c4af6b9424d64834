/**
 * Statements of relief accounts as banks wrote them, pseudonymised, through the whole pipeline. They are no part of the
 * project and stand beside the checkout where there are any; the figures are those that the banks printed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline, publicBytes } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { expectSameWhenRebuilt } from '#test/support/rebuilt.ts';

const STATEMENTS = new URL('../../../shared/data/statements/', import.meta.url);
const FUND = 'YAGI-2024';
const BAC_GIANG = { unit: '24', fund: FUND, from: '2024-09-10', to: '2024-09-29' };
const DA_NANG = { unit: '48', fund: FUND, from: '2024-09-10', to: '2024-10-01' };

const read = (name: string) => readFileSync(new URL(name, STATEMENTS));

describe.runIf(existsSync(STATEMENTS))('a statement as the bank wrote it', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  let published: Published;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    published = new Published(pipeline.site);
    counter = new Counter(engines, pipeline);
    const files = [
      ['bacgiang-contributions.csv', { ...BAC_GIANG, kind: 'contributions' }],
      ['agribank-bacgiang-2024-09-10--29.csv', { ...BAC_GIANG, kind: 'bankStatement' }],
      ['vbsp-danang-2024-09-10--10-01.csv', { ...DA_NANG, kind: 'bankStatement' }],
    ] as const;
    for (const [name, says] of files) {
      const record = await counter.hand(read(name), says);
      expect(record.state, name).toMatch(/^ACCEPTED/);
    }
    await counter.publish();
  }, 300_000);
  afterAll(() => engines.stop());

  it('of Bắc Giang closes as printed, all of its credits in the book, its one debit in none', async () => {
    const { bank, totals, findings, equalities } = await published.statement(FUND, '24');
    expect(bank).toMatchObject({
      accounts: [
        {
          openingVnd: 0,
          closingVnd: 3_083_709_341,
          credits: 1_805,
          creditVnd: 36_083_709_341,
          debits: 1,
          debitVnd: 33_000_000_000,
          unlistedIns: 0,
          unlistedOuts: 0,
          gaps: [],
        },
      ],
      balanceVnd: 3_083_709_341,
      bookVnd: 36_083_709_341,
      matching: {
        lines: 1_806,
        entries: 1_805,
        linesLeft: { count: 1, inVnd: 0, outVnd: 33_000_000_000 },
        entriesLeft: { count: 0, inVnd: 0, outVnd: 0 },
      },
    });
    expect(totals).toMatchObject({ donationsVnd: 36_083_709_341, entries: 1_805, quarantinedRows: 0 });
    expect(equalities.filter(({ rule }) => rule.startsWith('BANK_'))).toMatchObject([
      { rule: 'BANK_BALANCE_MISMATCH', varianceVnd: 0 },
      { rule: 'BANK_BOOK_MISMATCH', varianceVnd: -33_000_000_000 },
    ]);
    const left = findings.filter(({ rule }) => rule === 'BANK_LINES_NOT_IN_BOOK');
    expect(left).toMatchObject([{ count: 1, actualVnd: 33_000_000_000 }]);
    expect(findings.some(({ rule }) => rule === 'BALANCE_BREAK')).toBe(false);
  });

  it('of Đà Nẵng has twelve breaks: four outflows and eight inflows that no line tells of', async () => {
    const { bank, totals, findings, equalities } = await published.statement(FUND, '48');
    expect(bank?.accounts).toMatchObject([
      {
        closingVnd: 2_039_138_521,
        credits: 3_599,
        creditVnd: 36_419_678_521,
        debits: 0,
        unlistedOuts: 4,
        unlistedOutVnd: 37_005_000_000,
        unlistedIns: 8,
        unlistedInVnd: 2_624_460_000,
      },
    ]);
    // The date of its first line is turned about, as Excel did it: the line is of the first day all the same.
    expect(bank).toMatchObject({ day: '2024-10-01', balanceVnd: 2_039_138_521 });
    const breaks = findings.filter(({ rule }) => ['BALANCE_BREAK', 'STATEMENT_AMOUNT_BLANK'].includes(rule));
    expect(breaks.reduce((all, { count }) => all + count, 0)).toBe(12);
    expect(equalities.find(({ rule }) => rule === 'BANK_BALANCE_MISMATCH')).toMatchObject({
      varianceVnd: 2_624_460_000 - 37_005_000_000,
    });
    // Its lines are no entries of a book.
    expect(totals).toMatchObject({ donationsVnd: 0, closingVnd: 0, entries: 0 });
  });

  it('is sent back as one of another month, and the month that it is of stands', async () => {
    const october = { ...BAC_GIANG, from: '2024-10-01', to: '2024-10-31', kind: 'bankStatement' } as const;
    const record = await counter.hand(read('agribank-bacgiang-2024-09-10--29.csv'), october);
    expect(record.state).toBe('REJECTED');
    expect(record.findings).toMatchObject([
      {
        rule: 'STATEMENT_OUTSIDE_PERIOD',
        params: { from: '2024-09-10', to: '2024-09-29', declaredFrom: october.from, declaredTo: october.to },
      },
    ]);
    await counter.publish();
    const { submissions, bank } = await published.statement(FUND, '24');
    expect(submissions.map(({ state }) => state)).not.toContain('SUPERSEDED');
    expect(bank).toMatchObject({ balanceVnd: 3_083_709_341 });
  });

  it('has none of its narratives or references in public', async () => {
    const everything = [...(await publicBytes(pipeline.site)).values()].join('\n');
    const cells = read('agribank-bacgiang-2024-09-10--29.csv').toString('utf8').split(/\r?\n/).slice(1);
    const private_ = cells.flatMap((row) => /^[^,]*,"?([^",]{12,})/.exec(row)?.[1] ?? []);
    expect(private_.length).toBeGreaterThan(500);
    expect(private_.filter((text) => everything.includes(text))).toEqual([]);
  });

  it('gives the same bytes when everything is derived again', () => expectSameWhenRebuilt(pipeline), 120_000);
});
