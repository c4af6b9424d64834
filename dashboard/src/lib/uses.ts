/** Where money was used, as lines of one table: as the book names the places, or on the present map. */
import { sumVnd, type Vnd } from '#domain/money.ts';
import type { Statement } from '#domain/publish/schema.ts';
import type { Unit } from '#domain/units/unit.ts';
import { UNDETERMINED_REASONS } from '#domain/units/whereabouts.ts';
import type { UsesOnMap } from '../gazetteer/on-map.ts';
import { unitHref } from '../routes.ts';
import { endNote, UNDETERMINED } from './parts.ts';

export interface Use {
  readonly id: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly href?: string;
  readonly amountVnd: Vnd;
  readonly entries: number;
}

type Line = Statement['outByCommune'][number];

const nowhere = ({ amountVnd, entries }: Line): Use => ({
  ...{ id: '', name: 'Không ghi xã, phường', amountVnd, entries },
});

export const usesAsReported = (lines: readonly Line[]): readonly Use[] =>
  lines.map((line) =>
    line.unit === undefined
      ? nowhere(line)
      : {
          ...{ id: line.unit.id, name: line.unit.name, note: endNote(line.unit), href: unitHref(line.unit) },
          ...{ amountVnd: line.amountVnd, entries: line.entries },
        },
  );

const names = (units: readonly Unit[]): string => units.map(({ name }) => name).join(', ');

export const usesNow = ({ placed, undetermined, nowhere: unnamed }: UsesOnMap): readonly Use[] => [
  ...placed.map(({ unit, from, amountVnd, entries }) => ({
    ...{ id: unit.id, name: unit.name, href: unitHref(unit), amountVnd, entries },
    note: from.length === 0 ? undefined : `Sổ ghi: ${names(from)}`,
  })),
  ...undetermined.map(({ unit, reason, among, amountVnd, entries }) => ({
    ...{ id: unit.id, name: `${UNDETERMINED}: ${unit.name}`, href: unitHref(unit), amountVnd, entries },
    note: [UNDETERMINED_REASONS[reason], ...(among.length === 0 ? [] : [`Có thể là ${names(among)}`])].join(
      '. ',
    ),
  })),
  ...unnamed.map(nowhere),
];

/** Sum of the lines, to show under them. */
export const usesTotal = (uses: readonly Use[]): Use => ({
  id: 'sum',
  name: 'Cộng',
  amountVnd: sumVnd(uses.map(({ amountVnd }) => amountVnd)),
  entries: uses.reduce((sum, { entries }) => sum + entries, 0),
});
