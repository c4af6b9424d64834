import * as v from 'valibot';
import type { BookNote } from '#adapters/ports.ts';
import { FundCodeSchema } from '#domain/campaigns/campaign.ts';
import { UnitIdSchema } from '#domain/units/unit.ts';

/** What the queues between the functions carry. */
export const BookNoteSchema: v.GenericSchema<unknown, BookNote> = v.object({
  campaigns: v.exactOptional(v.pipe(v.number(), v.integer())),
  units: v.exactOptional(v.pipe(v.number(), v.integer())),
  book: v.exactOptional(v.object({ unitId: UnitIdSchema, fund: FundCodeSchema })),
});
