import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountOf,
  decisions,
  digestOf,
  income,
  type Kept,
  register,
  spending,
  statement,
  statementOf,
} from './books.ts';

/** Files of one month that correct each other, add to each other, and answer each other now and then. */
const files: fc.Arbitrary<Kept[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('in', 'out', 'out', 'bank', 'bank', 'decisions', 'targets'),
      rows: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      additional: fc.boolean(),
      pair: fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.integer({ min: 2, max: 4 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((made) => {
    const out: Kept[] = [];
    for (const [i, { kind, rows, additional, pair }] of made.entries()) {
      const day = (n: number) => `2024-01-${String(n * 4).padStart(2, '0')}`;
      const said = { at: `2024-0${2 + i}-01`, ...(additional ? { additional } : {}) };
      if (kind === 'in')
        out.push(
          income(
            rows.map((n) => `PT-${n},${day(n)},${n}000`),
            said,
          ),
        );
      else if (kind === 'out')
        out.push(
          spending(
            rows.map((n) => `PC-${n},${day(n)},${n}500`),
            said,
          ),
        );
      else if (kind === 'bank') {
        const lines = [...rows]
          .sort()
          .flatMap((n) => (n % 2 ? [`${day(n)} PT-${n} +${n}000`] : [`${day(n)} PC-${n} -${n}500`]));
        out.push(statement({ ...said, opening: 100_000, lines }));
      } else if (kind === 'targets') out.push(register('targets', [], said));
      else {
        const [a, b, row] = pair;
        const ref = (n: number) => ({
          digest: out.length === 0 ? 'ab'.repeat(8) : digestOf(out[n % out.length] as Kept).slice(0, 16),
          row,
        });
        out.push(
          decisions(
            [
              {
                row: 2,
                action: 'XAC_NHAN_KHOP',
                line: ref(a),
                entry: ref(b),
                reason: 'Đã xem',
                by: 'Kế toán',
              },
            ],
            said,
          ),
        );
      }
    }
    return out;
  });

describe('any book with statements', () => {
  /** Each state by itself, as it was published then. */
  const statesOf = (own: readonly Kept[]) => {
    const inTime = accountOf(own).files.map(({ digest }) => digest);
    return inTime.map((_, i) => statementOf(...own.filter((file) => inTime.indexOf(digestOf(file)) <= i)));
  };

  it('tells of each finding the day since which it was published without a break', () => {
    fc.assert(
      fc.property(files, (own) => {
        fc.pre(new Set(own.map(digestOf)).size === own.length);
        const states = statesOf(own);
        for (const { mark, rule, since } of states.at(-1)?.findings ?? []) {
          const without = states.findLastIndex(({ findings }) =>
            findings.every((found) => found.mark !== mark),
          );
          const came = own[without + 1]?.file.submission.declaration.receivedAt.slice(0, 10);
          expect([rule, since]).toEqual([rule, came]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells of each finding that is gone the file before which it was published, and with which it was not', () => {
    let gone = 0;
    fc.assert(
      fc.property(files, (own) => {
        fc.pre(new Set(own.map(digestOf)).size === own.length);
        const states = statesOf(own);
        for (const { mark, resolved } of states.at(-1)?.resolved ?? []) {
          const by = own.findIndex((file) => digestOf(file) === resolved?.digest);
          const marksAt = (i: number) => states[i]?.findings.map((found) => found.mark) ?? [];
          expect(marksAt(by - 1)).toContain(mark);
          expect(marksAt(by)).not.toContain(mark);
          gone += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(gone).toBeGreaterThan(0);
  });

  it('is the same in whatever order its files come', () => {
    fc.assert(
      fc.property(
        files.chain((own) => fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length }))),
        ([own, shuffled]) => {
          expect(statementOf(...shuffled)).toEqual(statementOf(...own));
        },
      ),
      { numRuns: 30 },
    );
  });
});
