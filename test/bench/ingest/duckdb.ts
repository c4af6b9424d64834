import { DuckDBInstance } from '@duckdb/node-api';
import type { Seen } from './seen.ts';

/** Every column is counted, or it would skip those that nobody asks for. */
const SQL = `
  select count(*)::integer, sum(replace("Số tiền (đồng)", '.', '')::bigint)::double, count(columns(*))
  from read_csv($file, all_varchar = true, header = true)`;

export async function read(file: string): Promise<Seen> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const [row = []] = (await connection.runAndReadAll(SQL, { file })).getRows();
  const [rows, totalVnd] = row;
  connection.closeSync();
  return { rows: Number(rows), totalVnd: Number(totalVnd) };
}
