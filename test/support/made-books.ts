/** Small books made up by fast-check: files as bytes with their declarations, and what plain addition says of them. */
import fc from 'fast-check';
import { hashText } from '#adapters/sha256.ts';
import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import { vnd } from '#domain/money.ts';
import type { Filed } from '#domain/reconcile/book.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { type Declaration, type Submission, submissionIdOf } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import { toFinding } from '#domain/validate/collector.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { readBookFile } from './read-book.ts';

export interface MadeRow {
  readonly date: string;
  readonly amountVnd: number;
}

export interface MadeFile {
  readonly kind: BookKind;
  readonly rows: readonly MadeRow[];
  readonly declaration: Declaration;
  readonly text: string;
}

const YEAR = 2024;
const day = (month: number, date: number): string =>
  `${YEAR}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const madeRow = (month: number): fc.Arbitrary<MadeRow> =>
  fc.record({
    date: fc.integer({ min: 1, max: 28 }).map((date) => day(month, date)),
    amountVnd: fc.oneof(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: -100_000, max: -1 })),
  });

function render(kind: BookKind, rows: readonly MadeRow[]): string {
  const lines =
    kind === 'contributions'
      ? rows.map(({ date, amountVnd }, i) => `PT-${i},${date},DOANH_NGHIEP,CHUYEN_KHOAN,${amountVnd}`)
      : rows.map(({ date, amountVnd }, i) => `PC-${i},${date},SINH_KE,${amountVnd}`);
  const heading =
    kind === 'contributions'
      ? 'document_no,date,donor_class,channel,amount_vnd'
      : 'document_no,date,purpose,amount_vnd';
  return `${[heading, ...lines].join('\n')}\n`;
}

/** One file of a month; `index` tells its instant of handing in apart from all others. */
const madeFile = (unit: string, fund: string, index: number): fc.Arbitrary<MadeFile> =>
  fc
    .record({
      kind: fc.constantFrom<BookKind>('contributions', 'disbursements'),
      month: fc.integer({ min: 1, max: 4 }),
      openingVnd: fc.option(fc.integer({ min: 0, max: 90_000_000 }), { nil: undefined }),
      closingVnd: fc.option(fc.integer({ min: 0, max: 90_000_000 }), { nil: undefined }),
      additional: fc.boolean(),
    })
    .chain(({ kind, month, openingVnd, closingVnd, additional }) =>
      fc.array(madeRow(month), { minLength: 1, maxLength: 6 }).map((rows) => ({
        kind,
        rows,
        text: render(kind, rows),
        declaration: {
          unit: unit as UnitCode,
          fund: fund as FundCode,
          kind,
          period: { from: day(month, 1) as IsoDate, to: day(month, 28) as IsoDate },
          receivedAt: `2025-01-01T00:00:${String(index).padStart(2, '0')}Z` as Instant,
          ...(openingVnd === undefined ? {} : { openingVnd: vnd(openingVnd) }),
          ...(closingVnd === undefined ? {} : { closingVnd: vnd(closingVnd) }),
          ...(additional ? { additional } : {}),
        },
      })),
    );

/** The files of one book, in order of handing in. */
export const madeBook = (unit: string, fund: string, most = 6): fc.Arbitrary<MadeFile[]> =>
  fc
    .integer({ min: 1, max: most })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => madeFile(unit, fund, index))));

/** Reads a file as ingest does, without stores. */
export function filed({ kind, text, declaration }: MadeFile): Filed {
  const context = readContext(declaration, shippedRegistry(), campaignsInForce([]));
  if (!context.ok) throw new Error(context.error.rule);
  const { outcome } = readBookFile(Buffer.from(text), kind, context.value);
  if (!outcome.ok) throw new Error(outcome.error[0].rule);
  const { sums, issues, controlTotals, ...report } = outcome.value;
  const digest: Sha256 = hashText(text);
  const submission: Submission = {
    id: submissionIdOf(declaration, digest, hashText),
    unitId: context.value.unit.id,
    declaration,
    digest,
    bytes: text.length,
    state: 'ACCEPTED',
    ...report,
    controlTotals: [...controlTotals],
    findings: issues.map(toFinding),
  };
  return { submission, summary: { ...sums, pages: [] } };
}
