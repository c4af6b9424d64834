import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { reconcile } from '#domain/reconcile/account.ts';
import { type Filed, makeBook } from '#domain/reconcile/book.ts';
import { distinct } from '#domain/reconcile/supersede.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitId } from '#domain/units/unit.ts';
import { filed, type MadeFile, madeBook } from '#test/support/made-books.ts';

const registry = shippedRegistry();
const unit = registry.byId('20335' as UnitId);
if (unit === undefined) throw new Error('20335 is not in the registry');

const accountOf = (files: readonly Filed[]) =>
  reconcile(
    makeBook(
      { unit, fund: 'QVNN' as FundCode, registry, hash: hashText },
      distinct(files.map((file) => file)),
    ),
  );

/** What makes a handing-in a submission of its own: the bytes, and what was declared of them. */
const identity = ({ kind, text, declaration: { receivedAt: _at, ...declared } }: MadeFile): string =>
  JSON.stringify([kind, text, declared]);

const distinctFiles = (files: readonly MadeFile[]): MadeFile[] =>
  files.filter((file, i) => files.findIndex((other) => identity(other) === identity(file)) === i);

/** Files in force by the plain words of the rule: no later one has the same bytes or, neither being additional, the same period. */
function inForce(files: readonly MadeFile[]): MadeFile[] {
  const distinctly = distinctFiles(files);
  const mainOf = (file: MadeFile) =>
    file.declaration.additional === true ? undefined : file.declaration.period.from;
  return distinctly.filter(
    (file, i) =>
      !distinctly
        .slice(i + 1)
        .some(
          (later) =>
            later.kind === file.kind &&
            (later.text === file.text || (mainOf(later) !== undefined && mainOf(later) === mainOf(file))),
        ),
  );
}

const sumOf = (files: readonly MadeFile[], kind: string): number =>
  files
    .filter((file) => file.kind === kind)
    .reduce((sum, { rows }) => sum + rows.reduce((s, r) => s + r.amountVnd, 0), 0);

describe('reconciling a book', () => {
  it('adds up what the rows in force say, and nothing else', () => {
    fc.assert(
      fc.property(madeBook('20335', 'QVNN'), (files) => {
        const { totals } = accountOf(files.map(filed)).statement;
        const live = inForce(files);
        expect(totals.donationsVnd).toBe(sumOf(live, 'contributions'));
        expect(totals.usesVnd).toBe(sumOf(live, 'disbursements'));
        expect(totals.closingVnd).toBe(totals.openingVnd + totals.donationsVnd - totals.usesVnd);
        expect(totals.submissions).toBe(distinctFiles(files).length);
      }),
    );
  });

  it('gives the same account in whatever order the files come', () => {
    fc.assert(
      fc.property(
        madeBook('20335', 'QVNN').chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        ([files, shuffled]) => {
          expect(accountOf(shuffled.map(filed))).toEqual(accountOf(files.map(filed)));
        },
      ),
    );
  });

  it('returns each difference as a signed amount, and calls nothing reconciled that has one', () => {
    fc.assert(
      fc.property(madeBook('20335', 'QVNN'), (files) => {
        const { equalities, findings, status, totals } = accountOf(files.map(filed)).statement;
        for (const { expectedVnd, actualVnd, varianceVnd } of equalities)
          expect(varianceVnd).toBe(actualVnd - expectedVnd);
        const differences = findings.filter((f) => f.differenceVnd !== undefined).map((f) => f.differenceVnd);
        expect(differences.sort()).toEqual(
          equalities
            .map((e) => e.varianceVnd)
            .filter((v) => v !== 0)
            .sort(),
        );
        const meets = equalities.length > 0 && differences.length === 0;
        const negative = findings.some((f) => f.rule === 'NEGATIVE_BALANCE');
        expect(status === 'RECONCILED').toBe(meets && !negative);
        expect(totals.reconciled).toBe(status === 'RECONCILED' ? 1 : 0);
      }),
    );
  });

  it('keeps a replaced file in sight, with who replaced it and when, and out of the sums', () => {
    const file = (text: string, second: string): MadeFile => ({
      kind: 'contributions',
      rows: [],
      text: `date,amount_vnd\n${text}\n`,
      declaration: {
        unit: '20335',
        fund: 'QVNN',
        kind: 'contributions',
        period: { from: '2024-01-01', to: '2024-01-31' },
        receivedAt: `2024-02-01T00:00:${second}Z`,
      } as MadeFile['declaration'],
    });
    const former = filed(file('02/01/2024,1000', '01'));
    const later = filed(file('02/01/2024,1500', '02'));
    const { statement, files } = accountOf([later, former]);
    expect(statement.totals.donationsVnd).toBe(1500);
    expect(files.map(({ state }) => state)).toEqual(['SUPERSEDED', 'ACCEPTED']);
    expect(files[0]?.history.at(-1)).toEqual({
      state: 'SUPERSEDED',
      at: '2024-02-01T00:00:02Z',
      because: later.submission.digest,
    });
  });

  it('takes the earliest handing-in of a file that came twice, whichever was entered first', () => {
    const [one] = fc.sample(madeBook('20335', 'QVNN', 1), 1);
    const file = one?.[0];
    if (file === undefined) throw new Error('no sample');
    const again = {
      ...file,
      declaration: { ...file.declaration, receivedAt: '2025-03-01T00:00:00Z' as never },
    };
    expect(accountOf([filed(again), filed(file)])).toEqual(accountOf([filed(file)]));
  });
});
