/** Books over years, made up by fast-check. */
import fc from 'fast-check';
import type { BookKind } from '#domain/codes.ts';
import { madeBook } from '#test/support/made-books.ts';
import { income, type Kept, kept, spending } from './books.ts';

/** Rows of two years, in files of either kind. */
const years: fc.Arbitrary<Kept[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<BookKind>('contributions', 'disbursements'),
      day: fc
        .integer({ min: 0, max: 729 })
        .map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)),
      amount: fc.integer({ min: -500, max: 90_000 }),
      code: fc.nat({ max: 3 }),
      openingVnd: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ kind, day, amount, code, openingVnd }, i) => {
      const said = {
        at: i,
        from: day,
        to: day,
        additional: true,
        ...(openingVnd === undefined ? {} : { openingVnd }),
      };
      return kind === 'contributions'
        ? income(
            [`PT-${i},${day},${amount},${['', 'CAP_TREN_CHUYEN', 'LAI_TIEN_GUI', 'HOAN_TRA'][code]}`],
            said,
          )
        : spending(
            [`PC-${i},${day},${amount},${['SINH_KE', 'TET', 'PHI_NGAN_HANG', 'CHUYEN_CAP_DUOI'][code]}`],
            said,
          );
    }),
  );
/** Files of a book: a few months, or days of two years. */
export const books = fc.oneof(
  years,
  madeBook('20335', 'QVNN').map((files) => files.map(kept)),
);
