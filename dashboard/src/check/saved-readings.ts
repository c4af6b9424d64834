import * as v from 'valibot';
import type { TableKind } from '#domain/codes.ts';
import { type Overrides, OverridesSchema } from '#domain/parse/reading.ts';

/** How a unit's files of a kind are read, kept in this browser. */
export interface SavedReadings {
  of(unit: string, kind: TableKind): Overrides | undefined;
  /** False where the browser keeps nothing. */
  save(unit: string, kind: TableKind, overrides: Overrides): boolean;
  forget(unit: string, kind: TableKind): void;
}

const keyOf = (unit: string, kind: TableKind) => `so-cong-khai.cach-doc.${unit}.${kind}`;

/** A browser may forbid its storage to a page, and then throws at every touch. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What a kept reading says; undefined where the text is none. */
export const parseReading = (text: string): Overrides | undefined =>
  tried(() => v.parse(OverridesSchema, JSON.parse(text)));

export const savedReadings = (storage: () => Storage): SavedReadings => ({
  of: (unit, kind) =>
    tried(() => {
      const text = storage().getItem(keyOf(unit, kind));
      return text === null ? undefined : parseReading(text);
    }),
  save: (unit, kind, overrides) =>
    tried(() => {
      storage().setItem(keyOf(unit, kind), JSON.stringify(overrides));
      return true;
    }) === true,
  forget: (unit, kind) => {
    tried(() => storage().removeItem(keyOf(unit, kind)));
  },
});

/** The same as a file, for `so-cong-khai … --reading FILE`. */
export const readingFile = (overrides: Overrides): string => `${JSON.stringify(overrides, null, 2)}\n`;
