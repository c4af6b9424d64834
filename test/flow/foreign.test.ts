/** An account in another currency: held in its own, valued at its rate, never read as đồng. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#domain/publish/schema.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { csv, given } from '#test/domain/validate/support.ts';
import { Counter } from '#test/support/counter.ts';
import { startTestEngines, type TestEngines } from '#test/support/engines.ts';
import { makePipeline, type Pipeline } from '#test/support/pipeline.ts';
import { Published } from '#test/support/published.ts';

const UNIT = '20335';
const MARCH = { unit: UNIT, from: '2024-03-01', to: '2024-03-31' };
const DOLLARS = {
  kind: 'bankStatement',
  account: '7788990',
  currency: 'USD',
  rateMilli: 25_500_000,
} as const;

/** A gift of dollars, entered at the rate of its day. */
const gift = (document: string, date: string, dollars: string, rate: string, amount: string) => ({
  ...given({ document_no: document, date, amount_vnd: amount }),
  currency: 'USD',
  foreign_amount: dollars,
  exchange_rate: rate,
  rate_date: date,
});
const IN = csv([
  gift('FX-1', '05/03/2024', '1.000', '25000', '25.000.000'),
  gift('FX-2', '08/03/2024', '10,01', '25400', '254.254'),
]);

const line = (date: string, document: string, credit: string, balance: string) => ({
  date,
  document_no: document,
  debit: '',
  credit,
  balance,
});
const BANK = csv([
  line('05/03/2024', 'FX-1', '1,000.00', '1,000.00'),
  line('08/03/2024', 'FX-2', '10.01', '1,010.01'),
]);

const varianceOf = ({ equalities }: Statement, rule: string) =>
  equalities.filter((one) => one.rule === rule).map(({ varianceVnd }) => varianceVnd);

/** Opens with 1,000 dollars that were booked at 25,100, and gets 10 at 25,400; at the end one is worth 25,500. */
const OPENED = csv([line('08/03/2024', 'FX-2', '10.00', '1,010.00')]);
const GIFT = csv([gift('FX-2', '08/03/2024', '10', '25400', '254.000')]);

describe('a book whose dollars were there before', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  const now = () => new Published(pipeline.site).statement('QVNN', '49', UNIT);

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    counter = new Counter(engines, pipeline);
    await counter.enter(GIFT, { ...MARCH, kind: 'contributions', openingVnd: 25_100_000 as never });
  });
  afterAll(() => engines.stop());

  it('differs by the change of rate while nobody says at which rate its opening was booked', async () => {
    await counter.enter(OPENED, { ...MARCH, ...DOLLARS } as never);
    await counter.publish();
    const statement = await now();
    expect(statement.bank?.revaluationVnd).toBe(10 * 100);
    expect(varianceOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([1_000 * 400]);
  });

  it('closes to the đồng once it is said: what the opening gained is revaluation, and no gift', async () => {
    const said = { ...MARCH, ...DOLLARS, openingRateMilli: 25_100_000 };
    await counter.enter(OPENED, said as never);
    await counter.publish();
    const statement = await now();
    expect(statement.bank?.revaluationVnd).toBe(10 * 100 + 1_000 * 400);
    expect(statement.bank?.accounts).toMatchObject([
      { foreign: { rateMilli: 25_500_000, openingRateMilli: 25_100_000, openingMilli: 1_000_000 } },
    ]);
    expect(varianceOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([0]);
    expect(statement.totals.donationsVnd).toBe(254_000);
    expect(statement.status).toBe('RECONCILED');
  });

  it('goes on from its first statement: a later one has nothing to say of the opening', async () => {
    const april = { unit: UNIT, from: '2024-04-01', to: '2024-04-30' };
    const lines = csv([line('02/04/2024', 'FX-3', '100.00', '1,110.00')]);
    const more = csv([gift('FX-3', '02/04/2024', '100', '25600', '2.560.000')]);
    await counter.enter(more, { ...april, kind: 'contributions' });
    await counter.enter(lines, { ...april, ...DOLLARS, rateMilli: 25_700_000 } as never);
    await counter.publish();
    const statement = await now();
    // 1,110 dollars at 25,700, less what each part of them was booked at.
    expect(statement.bank?.revaluationVnd).toBe(1_000 * 600 + 10 * 300 + 100 * 100);
    expect(varianceOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([0]);
  });
});

describe('a book with an account in dollars', () => {
  let engines: TestEngines;
  let pipeline: Pipeline;
  let counter: Counter;
  let published: Published;
  let book: Sha256;
  let bank: Sha256;
  const now = () => published.statement('QVNN', '49', UNIT);

  beforeAll(async () => {
    engines = await startTestEngines({ tableEngine: 'dynalite' });
    pipeline = await makePipeline(engines);
    counter = new Counter(engines, pipeline);
    published = new Published(pipeline.site);
    book = await counter.enter(IN, { ...MARCH, kind: 'contributions', openingVnd: 0 as never });
    bank = await counter.enter(BANK, { ...MARCH, ...DOLLARS } as never);
    await counter.publish();
  });
  afterAll(() => engines.stop());

  it('is worth what its dollars are at the rate of the last day, and the difference in rates is told by itself', async () => {
    const { bank: shown, totals } = await now();
    expect(totals.donationsVnd).toBe(25_254_254);
    expect(shown?.accounts).toMatchObject([
      {
        closingVnd: 25_755_255,
        foreign: { currency: 'USD', rateMilli: 25_500_000, closingMilli: 1_010_010, creditMilli: 1_010_010 },
      },
    ]);
    expect(shown?.revaluationVnd).toBe(25_755_255 - 25_254_254);
    expect(shown?.matching?.levels).toMatchObject([{ level: 'EXACT', lines: 2, entries: 2 }]);
  });

  it('closes to the đồng, and is reconciled', async () => {
    const statement = await now();
    expect(varianceOf(statement, 'BANK_BALANCE_MISMATCH')).toEqual([0]);
    expect(varianceOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([0]);
    expect(statement.status).toBe('RECONCILED');
  });

  it('is not made to close by confirming a line with an entry of another amount', async () => {
    const more = csv([
      line('05/03/2024', 'FX-1', '1,000.00', '1,000.00'),
      line('08/03/2024', 'FX-9', '500.00', '1,500.00'),
    ]);
    const wrong = await counter.enter(more, { ...MARCH, ...DOLLARS } as never);
    const decision = csv([
      {
        Việc: 'XAC_NHAN_KHOP',
        'Tệp sao kê': wrong.slice(0, 12),
        'Dòng sao kê': '3',
        'Tệp sổ': book.slice(0, 12),
        'Dòng sổ': '3',
        'Lý do': 'Cùng một khoản',
        'Chức danh': 'Kế toán',
      },
    ]);
    await counter.enter(decision, { ...MARCH, kind: 'decisions' });
    await counter.publish();
    const statement = await now();
    expect(statement.bank?.matching?.levels.map(({ level }) => level)).toContain('CONFIRMED');
    // 1,500 dollars at 25,500, less what the book has with the one gift that did match at its new rate.
    expect(varianceOf(statement, 'BANK_BOOK_MISMATCH')).toEqual([38_250_000 - 25_254_254 - 500_000]);
    expect(statement.status).toBe('UNRECONCILED');
    expect(bank).not.toBe(wrong);
  });
});
