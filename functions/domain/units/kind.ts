import { COMMUNE_KINDS, type CommuneKind, codesOf } from '../codes.ts';
import type { UnitCode } from './unit.ts';

const KIND_OF = new Map<string, CommuneKind>(
  codesOf(COMMUNE_KINDS).map((kind) => [COMMUNE_KINDS[kind].toLowerCase(), kind]),
);

/** Kind of a commune by the first words of its full name; undefined for another kind of unit. */
export function communeKind(name: string): CommuneKind | undefined {
  const words = name.toLowerCase().split(' ');
  return KIND_OF.get(words[0] ?? '') ?? KIND_OF.get(words.slice(0, 2).join(' '));
}

export const isProvinceCode = (code: UnitCode): boolean => code.length === 2;
