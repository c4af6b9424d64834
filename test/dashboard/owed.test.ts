/** Who owes what of disclosure on a reader's day. */
import { describe, expect, test } from 'vitest';
import { dutiesUntil, dutySaid } from '#dashboard/src/lib/duties.ts';
import { owedBy } from '#dashboard/src/lib/owed.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { IsoDate } from '#domain/date.ts';
import { accountOf, movements, unitOf } from '#test/domain/reconcile/books.ts';

const [PROVINCE, COMMUNE] = [unitOf('14'), unitOf('03646@2025-07-01')];
const FUND = 'QVNN' as FundCode;
const day = (text: string) => text as IsoDate;

const account = (unit: typeof PROVINCE, at: string) =>
  accountOf(
    [
      movements(
        'contributions',
        'document_no,date,amount_vnd,channel',
        ['PT-1,2025-08-10,1000000,TIEN_MAT'],
        { at, from: '2025-08-01', to: '2025-08-31' },
        unit,
      ),
    ],
    unit,
  );
const [PROVINCE_BOOK, COMMUNE_BOOK] = [account(PROVINCE, '2025-09-03'), account(COMMUNE, '2025-09-05')];
const books = [PROVINCE_BOOK.part, COMMUNE_BOOK.part];

describe('what books owe', () => {
  test.each(['2025-09-06', '2025-12-31', '2026-11-27'])(
    'is on %s what the page of each book says',
    (today) => {
      const rows = owedBy({ books }, FUND, [], day(today));
      for (const { statement } of [PROVINCE_BOOK, COMMUNE_BOOK]) {
        const overdue = dutiesUntil(day(today), statement, undefined).filter(
          (duty) => dutySaid(duty, day(today)).tone === 'overdue',
        );
        const row = rows.find(({ unit }) => unit.id === statement.unit.id);
        expect(row?.overdue ?? 0).toBe(overdue.length);
        expect(row?.due).toBe(overdue.map(({ due }) => due).sort()[0]);
      }
    },
  );

  test('grows while a book is silent', () => {
    const counts = ['2025-09-06', '2025-12-31', '2026-11-27'].map((today) =>
      owedBy({ books }, FUND, [], day(today)).reduce((sum, { overdue }) => sum + overdue, 0),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });

  test('leaves out other funds, and a province without a book of its own', () => {
    expect(owedBy({ books }, 'YAGI-2024' as FundCode, [], day('2026-11-27'))).toEqual([]);
    const { owed: _, ...none } = PROVINCE_BOOK.part;
    const rows = owedBy({ books: [none, COMMUNE_BOOK.part] }, FUND, [], day('2026-11-27'));
    expect(rows.map(({ unit }) => unit.id)).toEqual([COMMUNE.id]);
  });
});
