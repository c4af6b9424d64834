import { hashBytes } from '#adapters/sha256.ts';
import { type Checked, checkFile } from '#domain/check/check-file.ts';
import { type ByteSource, judgedRows } from '#domain/check/read-file.ts';
import { repairCsv, repairWorkbook } from '#domain/check/repair.ts';
import type { ReadRequest } from '#domain/check/request.ts';
import type { IsoDate } from '#domain/date.ts';
import type { Entry } from '#domain/entry.ts';
import type { Sha256 } from '#domain/sha256.ts';
import { shippedRegistry } from '#domain/units/shipped.ts';
import type { Fate } from '#domain/validate/table-reader.ts';
import { openWorkbook } from '#domain/workbook/read.ts';

export const REQUEST: ReadRequest = {
  kind: 'contributions',
  overrides: {},
  context: { receivedOn: '2025-02-01' as IsoDate, registry: shippedRegistry() },
};

export const sourceOf = (bytes: Uint8Array): ByteSource =>
  async function* () {
    yield bytes;
  };

/** A file checked: what became of each row, and the files that go back. */
export interface Repaired extends Checked {
  readonly rows: readonly { readonly row: number; readonly fate: Fate; readonly entries: readonly Entry[] }[];
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
}

export async function repaired(
  content: string | Uint8Array,
  request: ReadRequest = REQUEST,
): Promise<Repaired> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = sourceOf(bytes);
  const sha256: Sha256 = await hashBytes(source());
  const hasher = { update: () => {}, digest: () => sha256 };
  const checked = await checkFile(source, request, { hasher });
  const { outcome, report } = checked;
  const rows = [];
  if (outcome.reading !== undefined) {
    for await (const portion of judgedRows(source, request, outcome.reading)) {
      for (const { raw, fate, entries } of portion) rows.push({ row: raw.row, fate, entries });
    }
  }
  return {
    ...checked,
    rows,
    csv: await joined(repairCsv(source, request, outcome)),
    xlsx: await joined(repairWorkbook(source, request, outcome, report)),
  };
}

async function joined(portions: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of portions) parts.push(part);
  return Buffer.concat(parts);
}

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The cells of a CSV file in which no cell has a line break or a quote. */
export const cellsOf = (csv: Uint8Array, delimiter = ','): string[][] =>
  textOf(csv)
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(delimiter));

export async function sheetOf(xlsx: Uint8Array, sheet?: string): Promise<string[][]> {
  const opened = await openWorkbook(xlsx, sheet === undefined ? {} : { sheet });
  if (!opened.ok) throw new Error(opened.error.rule);
  const rows: string[][] = [];
  for await (const portion of opened.value.rows()) for (const { cells } of portion) rows.push([...cells]);
  return rows;
}
