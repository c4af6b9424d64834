import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { makeBook } from '#domain/reconcile/book.ts';
import type { Declaration } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { filed } from '#test/support/made-books.ts';

const registry = shippedRegistry();

interface Given {
  readonly rows: string;
  readonly at: number;
  readonly from?: string;
  readonly to?: string;
  readonly openingVnd?: number;
  readonly closingVnd?: number;
  readonly additional?: true;
  readonly supersedes?: string;
}

const text = (rows: string) => `document_no,date,amount_vnd\n${rows}\n`;
const digestOf = (rows: string) => hashText(text(rows));

function statementOf(...given: Given[]) {
  const unit = registry.byId('20335' as UnitId);
  if (unit === undefined) throw new Error('20335 is not in the registry');
  const files = given.map(({ rows, at, from = '2024-01-01', to = '2024-01-31', ...rest }) =>
    filed({
      kind: 'contributions',
      rows: [],
      text: text(rows),
      declaration: {
        unit: '20335',
        fund: 'QVNN',
        kind: 'contributions',
        period: { from, to },
        receivedAt: `2024-12-31T00:00:${String(at).padStart(2, '0')}.000Z`,
        ...rest,
      } as unknown as Declaration,
    }),
  );
  return reconcile(makeBook({ unit, fund: 'QVNN' as FundCode, registry, hash: hashText }, files));
}

const states = (...given: Given[]) => statementOf(...given).files.map(({ state }) => state);
const money = (...given: Given[]) => statementOf(...given).statement.totals.donationsVnd;

const A = 'A,02/01/2024,1000';
const B = 'A,02/01/2024,1100';
const C = 'A,02/01/2024,1200';

describe('what replaces what', () => {
  it('the same period handed in again replaces what it was', () => {
    expect(money({ rows: A, at: 1 }, { rows: B, at: 2 })).toBe(1100);
  });

  it('files without movements look alike in any month: only one of the same period replaces another', () => {
    const february = { from: '2024-02-01', to: '2024-02-29' };
    const none = 'Tổng cộng,,0';
    const inForce = ['ACCEPTED', 'ACCEPTED'];
    expect(states({ rows: none, at: 1 }, { rows: none, at: 2, ...february })).toEqual(inForce);
    expect(states({ rows: none, at: 1 }, { rows: none, at: 2, closingVnd: 0 })).toEqual([
      'SUPERSEDED',
      'ACCEPTED',
    ]);
    // With movements the same bytes are the same file, whatever its period.
    expect(states({ rows: A, at: 1 }, { rows: A, at: 2, ...february })).toEqual(['SUPERSEDED', 'ACCEPTED']);
  });

  it('a second correction that names the first file replaces the first correction too', () => {
    const first = digestOf(A);
    expect(
      money({ rows: A, at: 1 }, { rows: B, at: 2, supersedes: first }, { rows: C, at: 3, supersedes: first }),
    ).toBe(1200);
  });

  it('so it does when the periods differ, along the chain of corrections', () => {
    const first = digestOf(A);
    const wider = { from: '2024-01-01', to: '2024-02-15' };
    const widest = { from: '2024-01-01', to: '2024-03-15' };
    const files: Given[] = [
      { rows: A, at: 1 },
      { rows: B, at: 2, supersedes: first, ...wider },
      { rows: C, at: 3, supersedes: first, ...widest },
    ];
    expect(money(...files)).toBe(1200);
  });

  it('a mistyped digest takes nothing away from the rule of the period, and leaves the book unreconciled', () => {
    const { statement } = statementOf(
      { rows: A, at: 1, closingVnd: 1100 },
      { rows: B, at: 2, supersedes: 'ab'.repeat(32) },
    );
    expect(statement.totals.donationsVnd).toBe(1100);
    expect(statement.status).toBe('UNRECONCILED');
    expect(statement.reasons).toContain('MAYBE_COUNTED_TWICE');
  });

  it('the same bytes with another balance replace the former declaration, and are counted once', () => {
    const { statement, files } = statementOf({ rows: A, at: 1 }, { rows: A, at: 2, openingVnd: 70 });
    expect(statement.totals).toMatchObject({ donationsVnd: 1000, openingVnd: 70, closingVnd: 1070 });
    expect(files.map(({ state }) => state)).toEqual(['SUPERSEDED', 'ACCEPTED']);
  });

  it('the same bytes with another period are counted once', () => {
    expect(money({ rows: A, at: 1 }, { rows: A, at: 2, from: '2024-02-01', to: '2024-02-29' })).toBe(1000);
  });

  it('a file comes back by naming the one that replaced it', () => {
    const files: Given[] = [
      { rows: A, at: 1 },
      { rows: B, at: 2 },
      { rows: A, at: 3, supersedes: digestOf(B) },
    ];
    expect(states(...files)).toEqual(['SUPERSEDED', 'SUPERSEDED', 'ACCEPTED']);
    expect(money(...files)).toBe(1000);
  });

  it('an additional file stays when the main one is corrected', () => {
    const extra = 'X,03/01/2024,5';
    expect(money({ rows: A, at: 1 }, { rows: extra, at: 2, additional: true }, { rows: B, at: 3 })).toBe(
      1105,
    );
  });

  it('a correction without balances keeps those declared for the period, with the file that declared them', () => {
    const { statement } = statementOf(
      { rows: A, at: 1, openingVnd: 7_000_000, closingVnd: 7_001_000 },
      { rows: B, at: 2 },
    );
    expect(statement.totals).toMatchObject({ openingVnd: 7_000_000, closingVnd: 7_001_100 });
    expect(statement.equalities).toMatchObject([
      { rule: 'CLOSING_MISMATCH', varianceVnd: -100, digest: digestOf(A) },
    ]);
  });

  it('periods that share days without being equal replace nothing, and leave the book unreconciled', () => {
    const { statement } = statementOf(
      { rows: A, at: 1, closingVnd: 1000 },
      { rows: 'B,20/01/2024,7', at: 2, from: '2024-01-15', to: '2024-02-15' },
    );
    expect(statement.totals.donationsVnd).toBe(1007);
    expect(statement.reasons).toContain('MAYBE_COUNTED_TWICE');
  });

  it('no figure holds longer than until its file was handed in', () => {
    expect(statementOf({ rows: A, at: 1, to: '2025-03-31' }).statement.asOf).toBe('2024-12-31');
  });
});
