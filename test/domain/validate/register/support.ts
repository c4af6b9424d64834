import type { Outcome } from '#domain/check/outcome.ts';
import { TextFile, type TextReadingPlan } from '#domain/check/text-file.ts';
import type { RegisterKind } from '#domain/codes.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Registers } from '#domain/registers/register.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { RowContext } from '#domain/validate/context.ts';
import type { RegisterReport } from '#domain/validate/register/register-reader.ts';

export interface Asked {
  /** The holder of the book, on the first day of the period. */
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly receivedOn?: string;
}

/** Tam Kỳ's province in 2024, handed in early in 2025, unless told otherwise. */
export function contextOf(asked: Asked = {}): RowContext {
  const { unit = '49', from = '2024-01-01', to = '2024-12-31', receivedOn = '2025-01-15' } = asked;
  const registry = shippedRegistry();
  const holder = registry.at(unit as UnitCode, from as IsoDate);
  const period = { from: from as IsoDate, to: to as IsoDate };
  return { receivedOn: receivedOn as IsoDate, registry, holder, period };
}

/** A whole register through parse and validate. */
export function readRegister<K extends RegisterKind>(
  kind: K,
  text: string,
  asked: Asked = {},
): { readonly records: readonly Registers[K][]; readonly outcome: Outcome } {
  let reading: TextReadingPlan | undefined;
  for (let pass = 0; pass < 4; pass += 1) {
    const records: Registers[K][] = [];
    const file = new TextFile({ kind, context: contextOf(asked), overrides: {} }, reading, ({ record }) => {
      if (record !== undefined) records.push(record as Registers[K]);
    });
    file.push(Buffer.from(text, 'utf8'));
    const end = file.end();
    if ('outcome' in end) return { records, outcome: end.outcome };
    reading = end.again as TextReadingPlan;
  }
  throw new Error('a file whose reading does not settle');
}

export interface Read<K extends RegisterKind> extends RegisterReport {
  readonly records: readonly Registers[K][];
  /** Each rule met, with its rows. */
  readonly met: readonly (readonly [rule: string, rows: readonly number[]])[];
}

/** As `readRegister`, told by its report, also where no row could be entered. */
export function report<K extends RegisterKind>(kind: K, text: string, asked: Asked = {}): Read<K> {
  const { records, outcome } = readRegister(kind, text, asked);
  const { table } = outcome;
  if (table?.of !== 'register' || table.kind !== kind) {
    throw new Error(`sent back: ${outcome.refusal?.map(({ rule }) => rule).join(', ')}`);
  }
  const met = table.report.issues.map(({ rule, rows = [] }) => [rule, rows] as const);
  return { ...table.report, records, met };
}

type Row = Readonly<Record<string, string>>;

/** A file with these columns, by English name, and one line per row. */
export const table = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n')
    .concat('\n');
};
