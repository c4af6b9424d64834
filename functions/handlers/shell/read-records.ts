import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';
import { readLines } from './read-lines.ts';

/**
 * Private rows as the ledger keeps them, a line of JSON each. Anything else in there is damage, so it throws, naming the
 * place and never what stands there: errors are logged.
 */
export async function* readRecords<T>(
  ledger: Pick<ObjectStore, 'read'>,
  key: string,
  read: (value: unknown) => T,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of readLines(ledger.read(key))) {
    number += 1;
    let record: T;
    try {
      record = read(JSON.parse(line));
    } catch (cause) {
      const fields = cause instanceof v.ValiError ? fieldsOf(cause) : 'JSON';
      throw new Error(`object ${key} is damaged at line ${number}: ${fields}`);
    }
    yield record;
  }
}

const fieldsOf = ({ issues }: v.ValiError<v.GenericSchema>): string =>
  [...new Set(issues.map((issue) => v.getDotPath(issue) ?? 'record'))].join(', ');

export const bySchema =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (value: unknown): T =>
    v.parse(schema, value);
