import type { Finding } from '#domain/finding.ts';
import type { RawRow } from '#domain/parse/raw-row.ts';
import { type OpenWorkbook, openWorkbook } from '#domain/workbook/read.ts';

export async function opened(bytes: Uint8Array, sheet?: string): Promise<OpenWorkbook> {
  const result = await openWorkbook(bytes, sheet === undefined ? {} : { sheet });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export async function rowsOf(bytes: Uint8Array, sheet?: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const portion of (await opened(bytes, sheet)).rows()) rows.push(...portion);
  return rows;
}

/** The cells alone, row after row. */
export const cellsOf = async (bytes: Uint8Array, sheet?: string): Promise<(readonly string[])[]> =>
  (await rowsOf(bytes, sheet)).map(({ cells }) => cells);

export async function refusalOf(bytes: Uint8Array, sheet?: string): Promise<Finding | undefined> {
  const result = await openWorkbook(bytes, sheet === undefined ? {} : { sheet });
  return result.ok ? undefined : result.error;
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}
