import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milli } from '#domain/quantity.ts';
import type { Account } from '#domain/reconcile/account.ts';
import type { Registers } from '#domain/registers/register.ts';
import { madeBook } from '#test/support/made-books.ts';
import {
  accountOf,
  decisions,
  digestOf,
  explain,
  income,
  type Kept,
  kept,
  movements,
  one,
  statement,
  statementOf,
} from './books.ts';

type Decision = Registers['decisions'];

/** Statements of two accounts beside the book, in which some lines answer its entries. */
const banks = fc
  .array(
    fc.record({
      account: fc.constantFrom('11', '22'),
      lines: fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 28 }),
          fc.oneof(fc.integer({ min: -9_000, max: 9_000 }), fc.nat({ max: 6 })),
        ),
        { maxLength: 6 },
      ),
      opening: fc.integer({ min: 0, max: 5_000 }),
      noise: fc.constantFrom(0, 0, 0, -40),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (made) => (entries: Kept['entries']) =>
      made.map(({ account, lines, opening, noise }, i): Kept => {
        let balance = opening;
        const written = [...lines]
          .sort(([a], [b]) => a - b)
          .map(([date, amount]) => {
            // A small number is the place of an entry whose amount the line repeats.
            const moved = amount >= 0 && amount < 7 ? (entries[amount]?.amountVnd ?? 5) : amount;
            balance += moved + noise;
            return `2024-01-${String(date).padStart(2, '0')} dong ${moved < 0 ? '' : '+'}${moved} =${balance}`;
          });
        return statement({ at: 40 + i, account, opening, lines: written });
      }),
  );

const books = fc.tuple(madeBook('20335', 'QVNN', 4), banks).map(([made, bank]) => {
  const files = made.map(kept);
  return [...files, ...bank(files.flatMap(({ entries }) => entries))];
});

/** Decisions about rows and findings that are there, and about some that are not. */
function deciding(files: readonly Kept[]): fc.Arbitrary<Decision[]> {
  const ref = fc.record({
    digest: fc.constantFrom(...files.map(digestOf), 'ab'.repeat(32)).map((digest) => digest.slice(0, 16)),
    row: fc.integer({ min: 2, max: 8 }),
  });
  const marks = fc.constantFrom(...statementOf(...files).findings.map(({ mark }) => mark), '0123456789');
  const common = { reason: 'Đã xem', by: 'Kế toán' };
  return fc
    .array(
      fc.oneof(
        fc
          .record({
            action: fc.constantFrom('XAC_NHAN_KHOP' as const, 'BO_KHOP' as const),
            line: ref,
            entry: ref,
          })
          .map((pair): Decision => ({ row: 2, ...common, ...pair })),
        marks.map((finding): Decision => ({ row: 2, ...common, action: 'GIAI_TRINH', finding })),
        fc.constant<Decision>({
          row: 2,
          ...common,
          action: 'QUY_DOI',
          item: 'Mì gói',
          from: 'thùng',
          to: 'gói',
          factorMilli: milli(30_000),
        }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((rows) => rows.map((row, i) => ({ ...row, row: i + 2 })));
}

const decided = books.chain((files) =>
  fc.tuple(
    fc.constant(files),
    deciding(files).map((rows) => decisions(rows, { at: 59 })),
  ),
);

/** Every amount that the statement, its report and its bank accounts show. */
function sumsOf({ statement: shown, report, part }: Account) {
  const {
    totals,
    inBySource,
    outByPurpose,
    outByCommune,
    months,
    goods,
    handovers,
    equalities,
    bank,
    openingDeclared,
  } = shown;
  const {
    errors: _errors,
    warnings: _warnings,
    submissions: _files,
    reconciled: _reconciled,
    ...money
  } = totals;
  const { matching: _matching, ...accounts } = bank ?? {};
  return {
    money,
    inBySource,
    outByPurpose,
    outByCommune,
    months,
    goods,
    handovers,
    equalities,
    accounts,
    openingDeclared,
    report,
    years: part.years,
    transfers: part.transfers,
  };
}

describe('what people decide', () => {
  it('changes no sum: not of the statement, its months, its equalities, its accounts, nor its report', () => {
    fc.assert(
      fc.property(decided, ([files, decision]) => {
        expect(sumsOf(accountOf([...files, decision]))).toEqual(sumsOf(accountOf(files)));
      }),
      { numRuns: 60 },
    );
  });

  it('takes away no finding of the sums or of a file, and explains those that it names', () => {
    const ofMatching = new Set(['BANK_LINES_NOT_IN_BOOK', 'ENTRIES_NOT_IN_BANK', 'REFUND_NOT_BOOKED']);
    fc.assert(
      fc.property(decided, ([files, decision]) => {
        const before = statementOf(...files);
        const after = statementOf(...files, decision);
        const marks = new Map(after.findings.map((found) => [found.mark, found]));
        const named = new Set(
          (decision.registers?.decisions ?? []).flatMap((row) =>
            row.action === 'GIAI_TRINH' ? [row.finding] : [],
          ),
        );
        for (const { mark, rule, since } of before.findings) {
          if (ofMatching.has(rule) && !marks.has(mark)) continue;
          expect(marks.get(mark)).toMatchObject({
            rule,
            since,
            status: named.has(mark) ? 'EXPLAINED' : 'OPEN',
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not make a book reconciled by being said', () => {
    const short = income(['PT-1,2024-01-02,500'], { at: 1, openingVnd: 0, closingVnd: 300 });
    const before = statementOf(short);
    const after = statementOf(
      short,
      decisions(
        before.findings.map(({ mark }, i) => explain(i + 2, mark)),
        { at: 9 },
      ),
    );
    expect(after.findings.every(({ status }) => status === 'EXPLAINED')).toBe(true);
    expect({ status: after.status, reasons: after.reasons }).toEqual({
      status: 'UNRECONCILED',
      reasons: ['VARIANCE'],
    });
    expect(after.totals).toEqual({ ...before.totals, submissions: 2 });
  });
});

describe('goods in several units of measure', () => {
  const heading = 'document_no,date,amount_vnd,item,quantity,unit';
  const got = movements('contributions', heading, ['A,2024-01-02,,Mì gói,10,thùng'], {
    at: 1,
    openingVnd: 0,
  });
  const given = (packs: number) =>
    movements(
      'disbursements',
      'document_no,date,purpose,amount_vnd,item,quantity,unit',
      [`C,2024-01-03,CUU_DOI,,Mì gói,${packs},gói`],
      { at: 2 },
    );
  const factor = (thousandths: number) =>
    decisions(
      [
        {
          row: 2,
          action: 'QUY_DOI',
          item: 'Mì gói',
          from: 'Thùng',
          to: 'gói',
          factorMilli: milli(thousandths),
          reason: 'Bao bì',
          by: 'Thủ kho',
        },
      ],
      { at: 3 },
    );

  it('are not converted without a recorded factor', () => {
    const found = statementOf(got, given(300));
    expect(one(found, 'GOODS_NEGATIVE')).toMatchObject({ count: 1 });
    expect(found.stock).toBeUndefined();
  });

  it('cover a shortage by a recorded factor, to the piece', () => {
    const covered = statementOf(got, given(300), factor(30_000));
    expect(one(covered, 'GOODS_NEGATIVE')).toBeUndefined();
    expect(covered.stock).toMatchObject({
      shortages: [],
      covered: [{ item: 'Mì gói', unitOfMeasure: 'gói', shortMilli: 300_000 }],
    });
    const short = statementOf(got, given(301), factor(30_000));
    expect(one(short, 'GOODS_NEGATIVE')).toMatchObject({ count: 1 });
    expect(short.stock?.shortages).toMatchObject([
      { unitOfMeasure: 'gói', shortMilli: 1_000, converted: true },
    ]);
  });

  it('by a factor that says nothing stay apart, and the factor is told', () => {
    const found = statementOf(got, given(300), factor(0));
    expect(one(found, 'GOODS_NEGATIVE')).toMatchObject({ count: 1 });
    expect(one(found, 'FACTOR_NOT_FOLLOWED')).toMatchObject({
      count: 1,
      digest: digestOf(factor(0)),
      rows: [2],
      params: { item: 'Mì gói', units: 'Thùng, gói', why: 'NOT_POSITIVE' },
    });
  });

  it('change no line of the goods themselves', () => {
    expect(statementOf(got, given(300), factor(30_000)).goods).toEqual(statementOf(got, given(300)).goods);
  });
});
