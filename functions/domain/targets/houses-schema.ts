import * as v from 'valibot';
import { codesOf, HOUSE_STATUSES } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { HouseSchema } from '../registers/house.ts';
import { UnitIdSchema } from '../units/unit.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const year = v.pipe(v.number(), v.integer());
const status = v.picklist(codesOf(HOUSE_STATUSES));
const { work } = HouseSchema.entries;

/**
 * Houses with one funder only, and houses with others beside it: the latter stand with each of their funders. By work:
 * with one funder of that work.
 */
const funded = { alone: count, shared: count };

/**
 * What a register of houses says, each house counted once however many rows, funders and works it has; by work it
 * stands with each of its works. Amounts are those of the register: beside the books, never added to them. No house
 * and no family can be told from it.
 */
export const HousesSchema = v.object({
  /** Rows up to this day count. */
  asOf: IsoDateSchema,
  /** Rows of later days: in no other figure here. */
  laterRows: count,
  houses: count,
  /** Houses with more than one kind of work, where there are any: by so many do sums of works exceed the houses. */
  severalWorks: v.optional(count),
  /** How far the houses are now, by work and in the order of statuses. */
  byStatus: v.array(v.object({ work, status, houses: count })),
  /** Houses that are handed over now, by the year of handing over, work and commune. */
  handedOver: v.array(v.object({ year, work, communeId: v.optional(UnitIdSchema), houses: count })),
  /** houses = alone + shared + unfunded: with one funder, with several, with none named. */
  ...funded,
  unfunded: count,
  /** In all; = the amounts by organisation + what no funder is named for. */
  amountVnd: VndSchema,
  unnamedVnd: VndSchema,
  byOrganisation: v.array(
    v.object({
      organisation: v.string(),
      ...funded,
      amountVnd: VndSchema,
      handedOver: v.array(v.object({ year, work, ...funded })),
    }),
  ),
  /** Where a later row puts a house at an earlier status than before. */
  backwards: v.array(v.object({ row: count, work, date: IsoDateSchema, from: status, to: status })),
  /** Rows that name the same amount of the same funder for the same house again: a second gift, or the same told twice. */
  repeats: v.array(v.object({ row: count, amountVnd: VndSchema })),
});
export type Houses = v.InferOutput<typeof HousesSchema>;
