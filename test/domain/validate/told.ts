import type { IsoDate } from '#domain/date.ts';
import type { UnitCode, UnitRegistry } from '#domain/units/unit.ts';
import { CommuneFinder, type CommuneFound } from '#domain/validate/commune.ts';

export function finderOf(registry: UnitRegistry, holder: string, date: IsoDate): CommuneFinder {
  const unit = registry.at(holder as UnitCode, date);
  if (unit === undefined) throw new Error(`no ${holder} on ${date}`);
  return new CommuneFinder(registry, unit);
}

/**
 * What is found of a cell, in short: an identity, "unknown", "? candidates", "on another day: candidates" or
 * "province: …"; behind "→" what is suggested.
 */
export function told(found: CommuneFound | undefined): string {
  if (found === undefined) return 'none';
  if ('id' in found) return found.id;
  const { fault, params = {}, suggestions } = found;
  const said = {
    COMMUNE_UNKNOWN: 'unknown',
    COMMUNE_AMBIGUOUS: `? ${params.candidates}`,
    COMMUNE_OTHER_DATE: `on another day: ${params.candidates}`,
    COMMUNE_IS_PROVINCE: `province: ${params.unit} of ${params.communes}, such as ${params.example}`,
  }[fault];
  if (suggestions === undefined) return said;
  return fault === 'COMMUNE_UNKNOWN'
    ? `${said}: ${suggestions.join(' | ')}`
    : `${said} → ${suggestions.join(' | ')}`;
}
