import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '#domain/check/conclude.ts';
import type { Finding } from '#domain/finding.ts';
import { findLayout } from '#domain/parse/table/layout.ts';
import { MAX_ROW_LENGTH } from '#domain/parse/tokenizer.ts';
import { AcrossSchema } from '#domain/publish/across-schema.ts';
import { ProvinceMapSchema } from '#domain/publish/map-schema.ts';
import { StatementSchema } from '#domain/publish/schema.ts';
import { RULES } from '#domain/rules/catalogue.ts';
import { renderFindingEn } from '#domain/rules/english/render.ts';
import { renderFinding } from '#domain/rules/render.ts';
import type { RenderedFinding, Rule } from '#domain/rules/rule.ts';
import type { Declaration } from '#domain/submission.ts';
import { BookReader } from '#domain/validate/book-reader.ts';
import { contextOf, csv, type Declared, declare, given, spent } from '#test/domain/validate/support.ts';
import { allFixtures, checkFixture } from '#test/fixtures/fixtures.ts';
import { NOT_BY_FIXTURES } from '#test/fixtures/not-by-fixtures.ts';
import { Counter, digestOf } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import {
  drain,
  drop,
  makePipeline,
  type Pipeline,
  publicBytes,
  runIngest,
  upload,
} from '#test/support/pipeline.ts';
import { BAD_INPUTS, GOOD_FILE } from './bad-inputs.ts';
import { openBooks } from './open-books.ts';

let engines: TestEngines;
let pipeline: Pipeline;
const found: Finding[] = [];
let seconds = 0;

/** Each later than the one before. */
const at = () =>
  `2025-01-15T05:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds++ % 60).padStart(2, '0')}Z`;

async function hand(
  text: string | Uint8Array,
  declared: Declared = {},
  more: Partial<Declaration> = {},
): Promise<void> {
  const declaration = { ...declare({ receivedAt: at(), ...declared }), ...more };
  await runIngest(pipeline, await upload(pipeline, Buffer.from(text as string), declaration));
}

const out: Declared = { kind: 'disbursements' };

/** Rows that only the declared fund and the list of campaigns can judge, and rows set aside. */
async function handFlaws(): Promise<void> {
  const rows = [given(), given({ document_no: 'PT-2', campaign: 'TET-1999' }), given({ amount_vnd: '' })];
  const wrongTotal = 'Tổng cộng,,,,,1,\n';
  await hand(csv(rows) + wrongTotal, { unit: '20335' });
  await hand(csv([spent({ purpose: 'DI_DOI' })]), { ...out, unit: '20335' });
}

/** Books whose figures do not meet. */
async function handTroubledBooks(): Promise<void> {
  const unit = '20338';
  await hand(csv([given()]), { unit, to: '2024-06-30' }, { closingVnd: 5 as never });
  await hand(csv([given({ date: '1/7/2024' })]), { unit, from: '2024-07-01' }, { openingVnd: 7 as never });
  await hand(csv([given(), given({ document_no: '2' })]), { unit, from: '2024-03-01', to: '2024-03-31' });
  await hand(
    csv([
      spent({ amount_vnd: '9.000.000' }),
      spent({ amount_vnd: '', item: 'Gạo', quantity: '5', unit: 'kg' }),
    ]),
    { ...out, unit },
  );
  await hand(csv([given()]), { unit: '20341' }, { supersedes: 'a'.repeat(64) as never });
}

async function handCampaigns(): Promise<void> {
  const list = {
    code: 'CHI-TW-2024',
    name: 'Chỉ ở trung ương',
    fundKind: 'CUU_TRO',
    from: '2024-01-01',
    levels: ['TW'],
  };
  const kind = 'campaigns' as const;
  await hand(JSON.stringify({ campaigns: [list] }), { unit: 'TW' }, { kind });
  await hand(JSON.stringify({ campaigns: [{ ...list, code: 'chỉ' }] }), { unit: 'TW' }, { kind });
  await hand(GOOD_FILE, { fund: 'CHI-TW-2024' });
}

/** Payments of a campaign that says how much one person or household is to get. */
async function handNorms(): Promise<void> {
  const source = 'Hướng dẫn mẫu';
  const campaign = {
    ...{
      code: 'MUC-2024',
      name: 'Đợt có định mức',
      fundKind: 'CUU_TRO',
      from: '2024-01-01',
      levels: ['TINH'],
    },
    norms: [
      { purpose: 'THIET_HAI_NGUOI', per: 'NGUOI', bound: 'MIN', amountVnd: 5_000_000, source },
      { purpose: 'SINH_KE', per: 'HO', bound: 'MAX', amountVnd: 10_000_000, source },
      { per: 'NGUOI', bound: 'MIN', item: 'Gạo', unitOfMeasure: 'kg', quantityMilli: 15_000, source },
    ],
  };
  await hand(JSON.stringify({ campaigns: [campaign] }), { unit: 'TW' }, { kind: 'campaigns' });
  const rows = [
    spent({ purpose: 'THIET_HAI_NGUOI', persons: '2', amount_vnd: '9.000.000' }),
    spent({ purpose: 'SINH_KE', households: '1', amount_vnd: '11.000.000', document_no: 'PC-2' }),
    spent({
      ...{ purpose: 'CUU_DOI', persons: '3', amount_vnd: '', document_no: 'PC-3' },
      ...{ item: 'Gạo', quantity: '30', unit: 'kg' },
    }),
  ];
  await hand(csv(rows), { ...out, fund: 'MUC-2024' });
}

/** Changes of units that cannot be, and balances that are handed over without a counterpart. */
async function handUnits(): Promise<void> {
  await hand('không phải bảng', { unit: 'TW' }, { kind: 'units' });
  const period = { unit: '20344', from: '2025-01-01', to: '2025-06-30' };
  await hand(csv([given({ date: '5/1/2025' })]), period);
  await hand(csv([spent({ date: '6/1/2025', amount_vnd: '1.000', purpose: 'BAN_GIAO_SO_DU' })]), {
    ...period,
    ...out,
  });
  const after = { unit: '20341', from: '2025-07-01', to: '2025-07-31', receivedAt: '2025-08-05T02:00:00Z' };
  await hand(csv([given({ date: '5/7/2025' })]), after, { openingVnd: 9 as never });
  await hand(csv([given({ date: '7/1/2025', channel: 'BAN_GIAO_SO_DU' })]), { ...period, unit: '20353' });
}

/** Books that leave something open with the bank, beside their movements, or between units. */
async function handOpenBooks(): Promise<void> {
  const counter = new Counter(engines, pipeline);
  for (const { text, says } of openBooks(digestOf)) {
    const record = await counter.hand(text, says);
    expect(record.state, `${says.kind} of ${says.unit}`).not.toBe('REJECTED');
  }
}

/** Objects in which findings stand, of a book or of several. */
const TELLING = v.variant('type', [StatementSchema, ProvinceMapSchema, AcrossSchema]);

/** A file longer than duplicates are looked for, with that length made short. */
function beyondLimits(): Finding[] {
  const cells = [
    ['date', 'amount_vnd'],
    ['1/3/2024', '5'],
    ['2/3/2024', '6'],
    ['3/3/2024', '7'],
  ];
  const rows = cells.map((row, i) => ({ row: i + 1, cells: row }));
  const layout = findLayout(rows, 'contributions');
  if (!layout.ok) throw new Error(layout.error.rule);
  const plan = planOf(layout.value, 'unicode', {});
  const book = new BookReader('contributions', plan, contextOf(), { maxFingerprints: 1 });
  for (const row of rows) book.read(row);
  const report = book.end();
  if ('rule' in report) throw new Error(report.rule);
  expect(report.issues).toMatchObject([{ rule: 'DUPLICATES_SOUGHT_IN_PART', count: 2, rows: [3, 4] }]);
  return [...report.issues];
}

beforeAll(async () => {
  engines = await startTestEngines({ tableEngine: 'dynalite' });
  pipeline = await makePipeline(engines);
  for (const { bytes, declaration } of BAD_INPUTS)
    await runIngest(pipeline, await upload(pipeline, bytes, declaration));
  await runIngest(pipeline, await drop(pipeline, 'by hand.csv', 'x'));
  await hand('x'.repeat(MAX_ROW_LENGTH + 1));
  await hand('x'.repeat(MAX_ROW_LENGTH));
  const large = await upload(pipeline, GOOD_FILE, declare({ receivedAt: at() }));
  await runIngest({ ...pipeline, maxFileBytes: 10 }, large);
  const early = await upload(pipeline, GOOD_FILE, declare({ receivedAt: '2035-01-01T00:00:00Z' }));
  await runIngest(pipeline, { ...early, at: '2025-01-15T02:00:00.000Z' as never });
  await handFlaws();
  await handTroubledBooks();
  await handCampaigns();
  await handNorms();
  await handUnits();
  await handOpenBooks();
  await drain(engines, pipeline);
  found.push(...beyondLimits());
  for await (const { findings } of pipeline.table.records()) found.push(...findings);
  for (const [key, text] of await publicBytes(pipeline.site)) {
    if (!key.endsWith('.json')) continue;
    const node = v.safeParse(TELLING, JSON.parse(text));
    if (node.success) found.push(...node.output.findings);
  }
});
afterAll(() => engines.stop());

/** By rule: all that it says, in both languages. */
const told = new Map<string, string[]>();

function tell(rule: string, ...texts: readonly RenderedFinding[]): void {
  const words = texts.flatMap(({ title, what, expected, fix }) => [title, what, expected ?? '', fix]);
  told.set(rule, [...(told.get(rule) ?? []), words.join(' ')]);
}

/** What fixtures cannot raise must be met on the way through the pipeline. */
const byFixtures = ({ id, scope }: Rule) => scope !== 'book' && !Object.hasOwn(NOT_BY_FIXTURES, id);

describe('every rule', () => {
  beforeAll(async () => {
    for (const finding of found) tell(finding.rule, renderFinding(finding), renderFindingEn(finding));
    for (const fixture of allFixtures()) {
      const { report } = await checkFixture(fixture);
      for (const { code, title, what, expected, fix, en } of report.issues) {
        const vi = { title, what, expected: expected ?? '', fix };
        tell(code, vi, { ...en, expected: en.expected ?? '' });
      }
    }
  });

  it.each(RULES.map(({ id }) => id))('%s is met, and its texts are filled to the last word', (id) => {
    const own = told.get(id) ?? [];
    expect(own.length).toBeGreaterThan(0);
    for (const words of own) expect(words).not.toMatch(/[{}]|\[…\]|undefined|NaN/);
  });

  it.each(RULES.filter((rule) => !byFixtures(rule)).map(({ id }) => id))(
    '%s is met by the pipeline itself',
    (id) => {
      expect(found.some(({ rule }) => rule === id)).toBe(true);
    },
  );

  it('met is one of the catalogue, as grave as the catalogue says', () => {
    const severities = new Map(RULES.map(({ id, severity }) => [id, severity]));
    for (const { rule, severity } of found) expect(severity, rule).toBe(severities.get(rule));
  });
});
