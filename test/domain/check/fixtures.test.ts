import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Checked } from '#domain/check/check-file.ts';
import { type CheckReport, CheckReportSchema } from '#domain/check/report.ts';
import { RULES } from '#domain/rules/catalogue.ts';
import { allFixtures, bytesOf, checkFixture, FILES, type Fixture } from '#test/fixtures/fixtures.ts';
import { MADE_TEXTS } from '#test/fixtures/made-texts.ts';
import { NOT_BY_FIXTURES } from '#test/fixtures/not-by-fixtures.ts';

const fixtures = allFixtures();
const checks = new Map<string, Promise<Checked>>();

function checked(fixture: Fixture): Promise<Checked> {
  const known = checks.get(fixture.name) ?? checkFixture(fixture);
  checks.set(fixture.name, known);
  return known;
}

/** How often each code was raised, in all its issues. */
function codesOf({ issues }: CheckReport): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { code, count } of issues) codes[code] = (codes[code] ?? 0) + count;
  return codes;
}

const inferencesOf = ({ inferred }: CheckReport): string[] =>
  inferred.flatMap(({ what, column, value }) => [`${what}=${value}`, `${what}:${column}=${value}`]);

const suggestionsOf = ({ issues }: CheckReport, code: string) =>
  issues.flatMap((issue) => (issue.code === code ? issue.places.map(({ suggestion }) => suggestion) : []));

/** What is expected, and the same facts as they were found. */
function both({ expected }: Fixture, { report, outcome }: Checked) {
  const { state, rows, sumVnd, codes, entries, bySource, byCommune, bank, controlTotals } = expected;
  const book = outcome.table?.of === 'book' ? outcome.table.report : undefined;
  const entered = outcome.table?.of === 'register' ? outcome.table.report.entries : book?.entries;
  const { accepted, quarantined, ignored } = report;
  const sources = book?.sums.bySource.map((line) => [line.source, line.entries]);
  const found = {
    state: report.state,
    codes: codesOf(report),
    ...(rows && { rows: { accepted, quarantined, ignored } }),
    ...(sumVnd !== undefined && { sumVnd: report.sumVnd }),
    ...(entries !== undefined && { entries: entered }),
    ...(bySource && { bySource: Object.fromEntries(sources ?? []) }),
    ...(byCommune && { byCommune: book?.sums.byCommune.map(({ communeId }) => communeId) }),
    ...(bank && { bank: report.bank }),
    ...(controlTotals && { controlTotals: report.controlTotals.map(({ differenceVnd }) => differenceVnd) }),
  };
  const wanted = { state, rows, sumVnd, codes, entries, bySource, byCommune, bank, controlTotals };
  return { found, wanted };
}

const PITFALLS = [
  'separators',
  'units of money',
  'reversals',
  'dates',
  'delimiters and encodings',
  'legacy fonts and composed letters',
  'tone places',
  'text stays text',
  'odd spaces',
  'formula starts',
  'title lines',
  'totals',
  'ditto',
  'page breaks',
  'anonymous donors',
  'money and goods',
  'communes',
  'blank amount',
  'foreign currency',
  'bank statements',
  'registers',
  'transfers',
];

describe('the fixtures', () => {
  it.each(PITFALLS)('have one for %s', (pitfall) => {
    expect(fixtures.filter(({ expected }) => expected.pitfall === pitfall)).not.toEqual([]);
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture.expected.shows, fixture] as const))(
    '%s: %s',
    async (_name, _shows, fixture) => {
      const result = await checked(fixture);
      const { found, wanted } = both(fixture, result);
      const { pending, inferred, suggestions } = fixture.expected;
      if (pending !== undefined) return expect(found, 'met by now').not.toEqual(wanted);
      expect(found).toEqual(wanted);
      expect(inferencesOf(result.report)).toEqual(expect.arrayContaining(inferred));
      for (const [code, list] of Object.entries(suggestions))
        expect(suggestionsOf(result.report, code), code).toEqual(list);
    },
  );

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s gives the report that stands beside it, to the last character',
    async (name, fixture) => {
      const { report } = await checked(fixture);
      const path = new URL(`${name}.report.json`, FILES);
      const text = `${JSON.stringify(v.parse(CheckReportSchema, report), null, 2)}\n`;
      expect(text).not.toMatch(/\{\w+\}|\[…\]|undefined|NaN/);
      if (process.env.UPDATE_REPORTS === '1') writeFileSync(path, text);
      expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it.each(Object.entries(MADE_TEXTS))('%s is what its maker makes', (name, bytes) => {
    expect(Buffer.from(bytesOf(name)).equals(bytes)).toBe(true);
  });
});

describe('every code of a check', () => {
  const raised = new Set(fixtures.flatMap(({ expected }) => Object.keys(expected.codes)));
  const exempt = new Set<string>(Object.keys(NOT_BY_FIXTURES));

  it.each(RULES.filter(({ scope }) => scope !== 'book').map(({ id }) => id))(
    '%s is raised by a fixture, or it is said what else raises it',
    (id) => {
      expect(raised.has(id)).toBe(!exempt.has(id));
    },
  );

  it('is one of the catalogue', () => {
    const known = new Set(RULES.map(({ id }) => id));
    expect([...raised, ...exempt].filter((id) => !known.has(id))).toEqual([]);
  });
});
