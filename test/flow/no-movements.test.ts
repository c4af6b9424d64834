/** Months in which nothing moved: they are handed in like any other, and their days are covered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#domain/publish/schema.ts';
import { csv, given } from '#test/domain/validate/support.ts';
import { Counter, type Says } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';
import { statementOf } from './open-books.ts';

const UNIT = '20335';
const EMPTY = 'Ngày,Số tiền (đồng)\nTổng cộng,0\n';
const EMPTY_OUT = 'Ngày,Nội dung chi,Số tiền (đồng)\nTổng cộng,,0\n';
const emptyBank = (opening: string, closing: string) =>
  `Loại tiền: VND,,,\n"Số dư đầu kỳ: ${opening}",,,\nNgày GD,Ghi nợ,Ghi có,Số dư\n"Số dư cuối kỳ: ${closing}",,,\n`;
const JANUARY = { from: '2024-01-01', to: '2024-01-31' };
const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const bank = (days: object): Says => ({ unit: UNIT, kind: 'bankStatement', account: '1001', ...days });

describe('months without movements', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let statement: Statement;

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    const counter = new Counter(engines, pipeline);
    const gift = csv([given({ date: '04/01/2024', amount_vnd: '700.000' })]);
    const book = { unit: UNIT, openingVnd: 0 as never };
    await counter.enter(gift, { ...book, kind: 'contributions', ...JANUARY });
    await counter.enter(EMPTY_OUT, { unit: UNIT, kind: 'disbursements', ...JANUARY });
    await counter.enter(statementOf([{ day: '04/01', moved: 700_000, balance: 700_000 }]), bank(JANUARY));
    for (const month of [FEBRUARY, MARCH]) {
      await counter.enter(EMPTY, { unit: UNIT, kind: 'contributions', ...month });
      await counter.enter(EMPTY_OUT, { unit: UNIT, kind: 'disbursements', ...month });
    }
    await counter.enter(emptyBank('700.000', '700.000'), bank(FEBRUARY));
    await counter.enter(emptyBank('700.000', '650.000'), bank(MARCH));
    await counter.publish();
    statement = await new Published(pipeline.site).statement('QVNN', '49', UNIT);
  });
  afterAll(() => engines.stop());

  const of = (rule: string) => statement.findings.filter((finding) => finding.rule === rule);

  it('cover their days, of each kind, though their files are alike', () => {
    const quarter = { from: '2024-01-01', to: '2024-03-31' };
    for (const kind of ['contributions', 'disbursements', 'bankStatement']) {
      const found = statement.coverage.find((one) => one.kind === kind);
      expect(found?.stretches).toMatchObject([{ ...quarter }]);
    }
    expect(statement.bank?.accounts[0]?.gaps).toEqual([]);
  });

  it('move nothing, and are told as what they are', () => {
    expect(statement.totals).toMatchObject({ closingVnd: 700_000, entries: 1, submissions: 9 });
    // Of files that are alike to the byte it is told once.
    expect(of('NO_MOVEMENTS').map(({ severity }) => severity)).toEqual(['info', 'info', 'info', 'info']);
  });

  it('of an account whose balance moved all the same have a break of that amount', () => {
    expect(of('STATEMENT_MOVED_UNLISTED')).toMatchObject([
      { expectedVnd: 700_000, actualVnd: 650_000, differenceVnd: -50_000 },
    ]);
    expect(statement.bank).toMatchObject({ accounts: [{ closingVnd: 650_000, unlistedOutVnd: 50_000 }] });
  });
});
