import type { Extent } from '#domain/units/change.ts';
import type { UnitCode } from '#domain/units/unit.ts';
import type { Former } from './former.ts';
import type { Overlay, Splits } from './overlay.ts';

/** One commune that went into another on the first day of the two-level division. */
export interface CommuneEdge {
  readonly former: UnitCode;
  readonly present: UnitCode;
  readonly extent: Extent;
}

/**
 * Every edge from the former communes to the present ones. The text of the resolutions stands above the package: a
 * commune that was parted went to all those that they name, and one that the package sends astray goes where they say.
 * What then has no successor, or several as a whole, is an error of the data.
 */
export function communeEdges(
  { communes, successors }: Former,
  overlay: Overlay,
  splits: Splits,
  ended: ReadonlySet<string>,
): CommuneEdge[] {
  const parts = new Map(splits.resolutions.flatMap(({ parts }) => Object.entries(parts)));
  const corrected = new Map(overlay.successors.map(({ former, present }) => [former, present]));
  return communes
    .filter(({ code }) => !ended.has(code))
    .flatMap(({ code: former }): CommuneEdge[] => {
      const parted = parts.get(former);
      if (parted) return parted.map((present) => ({ former, present, extent: 'PARTIAL' }));
      const found = corrected.get(former);
      const [only, ...others] = found === undefined ? [...(successors.get(former) ?? [])] : [found];
      if (only === undefined || others.length > 0) {
        throw new Error(
          `${former} went to ${only === undefined ? 'nowhere' : 'several'}: tell where it went`,
        );
      }
      return [{ former, present: only as UnitCode, extent: 'WHOLE' }];
    });
}
