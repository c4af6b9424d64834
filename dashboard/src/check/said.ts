/** What a person says of a file, changed one answer at a time; unsaid again with undefined. */
import type { Overrides } from '#domain/parse/reading.ts';

const put = <T extends object>(all: T, key: string, value: unknown): T =>
  Object.fromEntries(Object.entries({ ...all, [key]: value }).filter(([, said]) => said !== undefined)) as T;

export const say = <K extends keyof Overrides>(
  overrides: Overrides,
  key: K,
  value: Overrides[K] | undefined,
): Overrides => put(overrides, key, value);

type ByColumn = 'columns' | 'numbers' | 'multipliers';

/** The same of one column, by the contract's name. */
export function sayOfColumn<K extends ByColumn>(
  overrides: Overrides,
  key: K,
  name: string,
  value: NonNullable<Overrides[K]>[string] | undefined,
): Overrides {
  const said: object = put(overrides[key] ?? {}, name, value);
  return put(overrides, key, Object.keys(said).length === 0 ? undefined : said);
}

export const saysNothing = (overrides: Overrides): boolean => Object.keys(overrides).length === 0;
