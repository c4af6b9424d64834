import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { CampaignsFileSchema, FUND_FOR_THE_POOR } from '#domain/campaigns/campaign.ts';
import shipped from '#domain/campaigns/shipped.data.json' with { type: 'json' };
import { type RuleId, rule } from '#domain/rules/catalogue.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { isQuarantined, sumVnd } from '#infra/local/sample-books/book.ts';
import { manifestText, SAMPLE_DIR } from '#infra/local/sample-books/generate.ts';
import { floods2025Books } from '#infra/local/sample-books/localities/floods-2025.ts';
import { tamKyBooks } from '#infra/local/sample-books/localities/tam-ky.ts';
import { type ManifestBook, type SampleBooks, sampleBooks } from '#infra/local/sample-books/manifest.ts';

let made: SampleBooks;
beforeAll(() => {
  made = sampleBooks();
});
const find = (wanted: (book: ManifestBook) => boolean) => made.manifest.books.filter(wanted);
const committed = (file: string) => readFileSync(join(SAMPLE_DIR, file), 'utf8');

describe('the committed output', () => {
  test('is what the generator gives now, byte for byte, and nothing else', () => {
    for (const [file, text] of made.files) expect(committed(file), file).toBe(text);
    expect(committed('manifest.json')).toBe(manifestText(made.manifest));
    const there = readdirSync(SAMPLE_DIR).filter((name) => name.endsWith('.csv'));
    expect(there.sort()).toEqual([...made.files.keys()].sort());
  });

  test('is smaller than a megabyte and in NFC', () => {
    const texts = [...made.files.values()];
    expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(1_000_000);
    for (const text of texts) expect(text).toBe(text.normalize('NFC'));
  });

  test('a second run makes the same', () => {
    expect(sampleBooks()).toEqual(made);
  });
});

describe('the manifest', () => {
  test('names files that exist, units that exist all through the period, and funds that are declared', () => {
    const campaigns = new Map(
      v.parse(CampaignsFileSchema, shipped).campaigns.map((c) => [c.code as string, c]),
    );
    const units = shippedRegistry();
    for (const { file, unit, fund, from, to, receivedAt } of made.manifest.books) {
      expect(made.files.has(file), file).toBe(true);
      const holder = units.at(unit as UnitCode, from);
      expect(holder, unit).toBeDefined();
      expect(units.at(unit as UnitCode, to)).toBe(holder);
      expect(from <= to && to < receivedAt.slice(0, 10)).toBe(true);
      if (fund === FUND_FOR_THE_POOR) continue;
      expect(campaigns.get(fund)?.fundKind).toBe('CUU_TRO');
      expect(campaigns.get(fund)?.levels).toContain(holder?.level);
    }
  });

  test('expects every row to end as one of three', () => {
    for (const { expect: e } of made.manifest.books)
      expect(e.accepted + e.quarantined + e.ignored).toBe(e.rows);
  });

  test('holds every trouble that is meant to be there', () => {
    const states = new Set(made.manifest.books.map((book) => book.expect.state));
    for (const state of [
      'ACCEPTED',
      'ACCEPTED_WITH_QUARANTINE',
      'REJECTED',
      'DUPLICATE',
      'SUPERSEDED',
    ] as const) {
      expect(states).toContain(state);
    }
    const rules = new Set([
      ...made.manifest.books.flatMap((book) => book.expect.rules),
      ...made.manifest.statements.flatMap((statement) => statement.rules),
    ]);
    const wanted: RuleId[] = [
      'CONTROL_TOTAL_MISMATCH',
      'CLOSING_MISMATCH',
      'OPENING_MISMATCH',
      'NEGATIVE_BALANCE',
      'ROWS_QUARANTINED',
      'DOCUMENT_MISSING',
      'DATE_OUTSIDE_PERIOD',
      'PURPOSE_NOT_ALLOWED',
      'POSSIBLE_DUPLICATE',
      'GOODS_INCOMPLETE',
      'COMMUNE_UNKNOWN',
      'REVERSAL',
      'AMOUNT_UNREADABLE',
      'AMOUNT_MISSING',
      'DATE_UNREADABLE',
      'DATE_FUTURE',
      'CODE_UNKNOWN',
      'YES_NO_UNREADABLE',
      'COLUMN_UNKNOWN',
      'FILE_NOT_A_TABLE',
      'WRONG_KIND',
    ];
    for (const id of wanted) expect(rules, id).toContain(id);
    for (const id of rules) expect(rule(id).id).toBe(id);
  });

  test('most books are reconciled, because the site should look like life', () => {
    const { statements } = made.manifest;
    expect(statements.filter((statement) => statement.reconciled).length).toBeGreaterThan(
      statements.length * 0.7,
    );
    for (const { openingVnd, inVnd, outVnd, closingVnd } of statements)
      expect(openingVnd + inVnd - outVnd).toBe(closingVnd);
  });

  test('a superseded file is followed by one of the same book and period', () => {
    const [first] = find((book) => book.expect.state === 'SUPERSEDED');
    const later = find(
      (book) =>
        book.unit === first?.unit &&
        book.kind === first.kind &&
        book.from === first.from &&
        book.to === first.to &&
        book.receivedAt > first.receivedAt,
    );
    expect(later.map((book) => book.expect.state)).toEqual(['ACCEPTED']);
  });

  test('a duplicate is a file that had been handed in before', () => {
    const [again] = find((book) => book.expect.state === 'DUPLICATE');
    const before = find((book) => book.file === again?.file && book.receivedAt < again.receivedAt);
    expect(before.map((book) => book.expect.state)).toEqual(['ACCEPTED']);
  });
});

describe('Tam Kỳ in 2023', () => {
  test('13 communes received more than 2 tỷ, and all but one reached their plan', () => {
    const { targets } = made.manifest;
    const gifts = new Map<string, number>(targets.map(({ unit }) => [unit, 0]));
    for (const book of tamKyBooks()) {
      if (book.kind !== 'contributions' || book.outcome !== undefined || !gifts.has(book.unit)) continue;
      const rows = book.rows.filter(
        (row) => !isQuarantined(row) && 'channel' in row && row.channel !== 'CAP_TREN_CHUYEN',
      );
      gifts.set(book.unit, sumVnd(rows));
    }
    expect(targets).toHaveLength(13);
    expect([...gifts.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(2_000_000_000);
    const below = targets.filter(({ unit, targetVnd }) => (gifts.get(unit) ?? 0) < targetVnd);
    expect(below.map(({ unit }) => unit)).toEqual(['20359']);
  });
});

describe('transfers', () => {
  test('all but one on its way and one entered differently arrived at the sampled receivers', () => {
    const sent: string[] = [];
    const received: string[] = [];
    const inForce = [...tamKyBooks(), ...floods2025Books()].filter((book) => book.outcome === undefined);
    for (const { unit, rows } of inForce) {
      for (const row of rows) {
        if ('channel' in row) {
          if (row.channel === 'CAP_TREN_CHUYEN') received.push(`${unit} ${row.round} ${row.amountVnd}`);
        } else if (row.purpose === 'CHUYEN_CAP_DUOI')
          sent.push(`${row.toUnit} ${row.round} ${row.amountVnd}`);
      }
    }
    // 13 communes of Tam Kỳ twice, Đắk Lắk twice, three of its communes twice.
    expect(received).toHaveLength(13 * 2 + 2 + 3 * 2);
    const sampled = new Set(inForce.map(({ unit }) => unit));
    const toSampled = sent.filter((one) => sampled.has(one.split(' ')[0] ?? ''));
    const only = (some: readonly string[], others: readonly string[]) =>
      some.filter((one) => !others.includes(one)).sort();
    expect(only(toSampled, received)).toEqual(['22081 Đợt 2 150000000', '22276 Đợt 2 600000000']);
    expect(only(received, toSampled)).toEqual(['22276 Đợt 2 595000000']);
  });
});
