import type { FundCode } from '#domain/campaigns/campaign.ts';
import type { Child } from '#domain/publish/node-parts.ts';
import { type Statement, StatementSchema, UnitNodeSchema } from '#domain/publish/schema.ts';
import { combineMonths } from '../lib/months.ts';
import type { Objects } from './objects.ts';

/** The months of one fund over several units' own books, as one series. */
export async function loadMonths(
  objects: Objects,
  units: readonly Child[],
  fund: FundCode,
): Promise<Statement['months']> {
  const nodes = await Promise.all(units.map(({ object }) => objects.object(object, UnitNodeSchema)));
  const lines = nodes.flatMap(({ statements }) => statements.filter((line) => line.fund === fund));
  return combineMonths(await Promise.all(lines.map(({ object }) => objects.object(object, StatementSchema))));
}
