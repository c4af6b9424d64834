import { COMMUNE_KINDS, type CommuneKind, codesOf } from '../codes.ts';
import type { UnitCode } from './unit.ts';

const KIND_OF = new Map<string, CommuneKind>(
  codesOf(COMMUNE_KINDS).map((kind) => [COMMUNE_KINDS[kind].toLowerCase(), kind]),
);

const FIRST_WORDS = new RegExp(`^(?:${[...KIND_OF.keys()].join('|')})(?= \\S)`, 'iu');

/** Kind of a commune by the first words of its full name; undefined for another kind of unit. */
export function communeKind(name: string): CommuneKind | undefined {
  const words = FIRST_WORDS.exec(name)?.[0];
  return words === undefined ? undefined : KIND_OF.get(words.toLowerCase());
}

export const isProvinceCode = (code: UnitCode): boolean => code.length === 2;
