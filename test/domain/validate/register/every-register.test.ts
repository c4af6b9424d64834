import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkFile } from '#domain/check/check-file.ts';
import { CheckReportSchema } from '#domain/check/report.ts';
import { summaryText } from '#domain/check/summary-text.ts';
import { sumsShown } from '#domain/check/sums-shown.ts';
import { codesOf, REGISTER_KINDS, type RegisterKind } from '#domain/codes.ts';
import { formatVnd } from '#domain/format.ts';
import { REGISTER_SCHEMAS } from '#domain/registers/register.ts';
import { templateCsv, templateWorkbook } from '#domain/workbook/template.ts';
import { exampleFile } from '#infra/docs/contract-readme.ts';
import { bytesOf, inPortions, nodeHasher } from '#test/fixtures/fixtures.ts';
import { contextOf, readRegister, report } from './support.ts';

const KINDS = codesOf(REGISTER_KINDS);
/** Promised and allotted apart; plans and decisions are no money. */
const SUMS: Readonly<Record<RegisterKind, readonly string[]>> = {
  allocations: ['Đăng ký ủng hộ (không cộng vào sổ)', 'Phân bổ (không cộng vào sổ)'],
  targets: [],
  houses: ['Tiền hỗ trợ nhà (không cộng vào sổ)'],
  decisions: [],
};

const check = (kind: RegisterKind | undefined, bytes: Uint8Array, portion?: number) =>
  checkFile(
    inPortions(bytes, portion),
    { name: `${kind}.csv`, kind, overrides: {}, context: contextOf() },
    { hasher: nodeHasher() },
  );

describe.each(KINDS)('a register of %s', (kind) => {
  const fixture = bytesOf(`register-${kind}.csv`);

  it('is read from the example of the contract without remark', () => {
    const { records, met, rows } = report(kind, exampleFile(kind));
    expect([records.length, met, rows.quarantined]).toEqual([1, [], 0]);
  });

  it('gives records that the ledger’s schema takes, and takes again from its JSON', () => {
    const { records } = readRegister(kind, new TextDecoder().decode(fixture));
    expect(records.length).toBeGreaterThan(3);
    for (const record of records) {
      const kept = JSON.parse(JSON.stringify(record)) as unknown;
      expect(v.parse(REGISTER_SCHEMAS[kind], kept)).toEqual(kept);
    }
  });

  it('is checked as any table is: a report that its schema takes, whatever the portions', async () => {
    const whole = await check(kind, fixture);
    const parts = await check(kind, fixture, 7);
    expect(v.is(CheckReportSchema, whole.report)).toBe(true);
    expect(parts.report).toEqual(whole.report);
    expect(whole.report).toMatchObject({ kind, state: 'acceptedInPart', bank: null });
    const { rows, accepted, quarantined, ignored } = whole.report;
    expect(accepted + quarantined + ignored).toBe(rows);
    expect(whole.report.preview.rows.filter(({ fate }) => fate === 'accepted').length).toBeGreaterThan(3);
    expect(summaryText(whole.report).join('\n')).not.toMatch(/undefined|NaN/);
  });

  it('is known by its headings alone, and it is said that it is and how to say otherwise', async () => {
    const { report: told } = await check(undefined, fixture);
    expect(told.kind).toBe(kind);
    const said = summaryText(told).join('\n');
    expect(said).toContain(
      `Loại bảng: ${REGISTER_KINDS[kind]} (nhận ra qua tên cột; chọn loại khác ở ô “Loại bảng”`,
    );
    expect(said).toContain('--kind');
  });

  it('tells sums of money for what they are, and none where there is none', async () => {
    const { report: told } = await check(kind, fixture);
    const sums = sumsShown(told);
    expect(sums.map(({ title }) => title)).toEqual(SUMS[kind]);
    for (const { title, amountVnd } of sums) {
      expect(amountVnd).toBeGreaterThan(0);
      expect(summaryText(told)).toContain(`  ${title}: ${formatVnd(amountVnd)}`);
    }
    expect(summaryText(told).join('\n')).not.toContain('Tổng các dòng ghi sổ');
  });

  it.each(['csv', 'xlsx'] as const)('has a template as %s whose headings are read back', async (format) => {
    const bytes = format === 'csv' ? templateCsv(kind) : await templateWorkbook(kind);
    const { report: told } = await check(kind, bytes);
    expect(told.issues.map(({ code }) => code)).toEqual(['FILE_HEADING_ONLY']);
    expect(told.kind).toBe(kind);
  });
});

it('a file of plans says nothing of a sum of money', async () => {
  const { report: told } = await check('targets', bytesOf('register-targets.csv'));
  expect(summaryText(told).join('\n')).not.toContain('Tổng tiền');
});

it('a file of more money than any sum could hold goes back', () => {
  const rows = Array.from({ length: 12 }, () => 'PHAN_BO,15/01/2024,20341,999.000.000.000\n').join('');
  const { outcome } = readRegister('allocations', `stage,date,to_unit,amount_vnd\n${rows}`);
  expect(outcome.refusal?.map(({ rule }) => rule)).toEqual(['SUM_TOO_LARGE']);
});
