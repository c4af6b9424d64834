/** Houses of a book as short tables. */
import { HOUSE_STATUSES, type HouseStatus } from '#domain/codes.ts';
import type { Houses } from '#domain/targets/houses-schema.ts';

export interface HouseLine {
  readonly id: string;
  readonly label: string;
  readonly newHouses: number;
  readonly repairs: number;
}

type Counted = { readonly work: 'NHA_XAY_MOI' | 'NHA_SUA_CHUA'; readonly houses: number };

const lineOf = (id: string, label: string, lines: readonly Counted[]): HouseLine => {
  const of = (work: Counted['work']) =>
    lines.filter((line) => line.work === work).reduce((sum, { houses }) => sum + houses, 0);
  return { id, label, newHouses: of('NHA_XAY_MOI'), repairs: of('NHA_SUA_CHUA') };
};

/** How far the houses are now, in the order of the steps; steps without a house are left out. */
export const houseSteps = ({ byStatus }: Pick<Houses, 'byStatus'>): readonly HouseLine[] =>
  (Object.keys(HOUSE_STATUSES) as HouseStatus[]).flatMap((status) => {
    const lines = byStatus.filter((line) => line.status === status);
    return lines.length === 0 ? [] : [lineOf(status, HOUSE_STATUSES[status], lines)];
  });

/** Handed over, by year; the latest first. */
export const houseYears = ({ handedOver }: Pick<Houses, 'handedOver'>): readonly HouseLine[] =>
  [...Map.groupBy(handedOver, ({ year }) => year)]
    .sort(([a], [b]) => b - a)
    .map(([year, lines]) => lineOf(String(year), String(year), lines));
