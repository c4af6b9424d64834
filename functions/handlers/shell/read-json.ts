import * as v from 'valibot';
import type { ObjectStore } from '#adapters/ports.ts';

/** Reads a JSON object that must be there and of its shape: anything else is damage, so it throws. */
export async function readJson<T>(
  store: Pick<ObjectStore, 'readText'>,
  key: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const text = await store.readText(key);
  if (text === undefined) throw new Error(`object ${key} is missing`);
  const parsed = v.safeParse(schema, JSON.parse(text));
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'object'}: ${issue.message}`);
  throw new Error(`object ${key} is damaged: ${faults.join('; ')}`);
}
