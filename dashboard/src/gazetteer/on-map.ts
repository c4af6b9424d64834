/** Where money was used, moved from the units that a book names onto the map in force. */
import type { IsoDate } from '#domain/date.ts';
import { sumVnd, type Vnd } from '#domain/money.ts';
import type { Statement } from '#domain/publish/schema.ts';
import { rollUp } from '#domain/units/roll-up.ts';
import type { Unit, UnitRegistry } from '#domain/units/unit.ts';
import type { UndeterminedReason } from '#domain/units/whereabouts.ts';

export type UseLine = Statement['outByCommune'][number];

/** Lines that belong to one unit of the map. */
export interface PlacedUse {
  readonly unit: Unit;
  readonly amountVnd: Vnd;
  readonly entries: number;
  /** Units as the book names them, where they are others than the unit itself. */
  readonly from: readonly Unit[];
}

/** A line that no unit of the map can be given, and why. */
export interface LooseUse extends Omit<PlacedUse, 'from'> {
  readonly reason: UndeterminedReason;
  readonly among: readonly Unit[];
}

/** Σ placed + Σ undetermined + nowhere = Σ over the lines. */
export interface UsesOnMap {
  readonly placed: readonly PlacedUse[];
  readonly undetermined: readonly LooseUse[];
  /** Lines that name no unit. */
  readonly nowhere: readonly UseLine[];
}

export function usesOnMap(registry: UnitRegistry, since: IsoDate, lines: readonly UseLine[]): UsesOnMap {
  const named = lines.flatMap((line) =>
    line.unit === undefined ? [] : [{ unit: registry.byId(line.unit.id) ?? line.unit, value: line }],
  );
  const { placed, undetermined } = rollUp(registry, since, named);
  return {
    placed: placed.map(({ unit, parts }) => ({
      unit,
      amountVnd: sumVnd(parts.map(({ value }) => value.amountVnd)),
      entries: parts.reduce((sum, { value }) => sum + value.entries, 0),
      from: parts.map((part) => part.unit).filter(({ id }) => id !== unit.id),
    })),
    undetermined: undetermined.map(({ reason, among, part: { unit, value } }) => ({
      ...{ unit, reason, among },
      ...{ amountVnd: value.amountVnd, entries: value.entries },
    })),
    nowhere: lines.filter(({ unit }) => unit === undefined),
  };
}
