import type { FundCode } from '#domain/campaigns/campaign.ts';
import { campaignsInForce } from '#domain/campaigns/campaigns.ts';
import type { BookKind } from '#domain/codes.ts';
import type { Instant, IsoDate } from '#domain/date.ts';
import type { Contribution, Disbursement, Entry } from '#domain/entry.ts';
import type { Declaration } from '#domain/submission.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { BookReport } from '#domain/validate/book-reader.ts';
import type { BookContext } from '#domain/validate/context.ts';
import { readContext } from '#domain/validate/declaration.ts';
import { type BookOutcome, readBookFile } from '#test/support/read-book.ts';

export interface Declared {
  readonly unit?: string;
  readonly fund?: string;
  readonly kind?: BookKind;
  readonly from?: string;
  readonly to?: string;
  readonly receivedAt?: string;
  readonly balances?: Pick<Declaration, 'openingVnd' | 'closingVnd' | 'cashVnd'>;
}

/** Tam Kỳ's province in 2024 unless told otherwise. */
export const declare = ({
  unit = '49',
  fund = 'QVNN',
  kind = 'contributions',
  from = '2024-01-01',
  to = '2024-12-31',
  receivedAt = '2025-01-15T02:00:00Z',
  balances = {},
}: Declared = {}): Declaration => ({
  unit: unit as UnitCode,
  fund: fund as FundCode,
  kind,
  period: { from: from as IsoDate, to: to as IsoDate },
  receivedAt: receivedAt as Instant,
  ...balances,
});

export const judge = (declared: Declared = {}) =>
  readContext(declare(declared), shippedRegistry(), campaignsInForce([]));

export function contextOf(declared: Declared = {}): BookContext {
  const context = judge(declared);
  if (!context.ok) throw new Error(context.error.rule);
  return context.value;
}

export interface Read {
  readonly entries: readonly Entry[];
  readonly outcome: BookOutcome;
}

/** A whole file through parse and validate. */
export function readBook(text: string | Uint8Array, declared: Declared = {}): Read {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  return readBookFile(bytes, declared.kind ?? 'contributions', contextOf(declared));
}

/** As `readBook`, for a file that must not be sent back. */
export function report(
  text: string,
  declared: Declared = {},
): BookReport & { readonly entries_: readonly Entry[] } {
  const { entries, outcome } = readBook(text, declared);
  if (!outcome.ok) throw new Error(`sent back: ${outcome.error.map(({ rule }) => rule).join(', ')}`);
  return { ...outcome.value, entries_: entries };
}

/** The rules met by a file, sent back or not. */
export function rulesOf(text: string, declared: Declared = {}): string[] {
  const { outcome } = readBook(text, declared);
  return (outcome.ok ? outcome.value.issues : outcome.error).map(({ rule }) => rule);
}

type Row = Readonly<Record<string, string>>;

/** A file with these columns, by English name, and one line per row. */
export const csv = (
  rows: readonly Row[],
  columns = [...new Set(rows.flatMap((row) => Object.keys(row)))],
): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) =>
      cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\n')
    .concat('\n');

/** A sound contribution and a sound disbursement; change what the case is about. */
export const given = (changes: Row = {}): Row => ({
  document_no: 'PT-1',
  date: '05/03/2024',
  donor: 'Công ty TNHH Ví Dụ',
  donor_class: 'DOANH_NGHIEP',
  channel: 'CHUYEN_KHOAN',
  amount_vnd: '1.000.000',
  ...changes,
});
export const spent = (changes: Row = {}): Row => ({
  document_no: 'PC-1',
  date: '05/03/2024',
  purpose: 'SINH_KE',
  commune: '20335',
  amount_vnd: '1.000.000',
  ...changes,
});

export const contributionsOf = (entries: readonly Entry[]) =>
  entries.filter((e): e is Contribution => e.direction === 'in');
export const disbursementsOf = (entries: readonly Entry[]) =>
  entries.filter((e): e is Disbursement => e.direction === 'out');
