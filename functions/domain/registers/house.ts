import * as v from 'valibot';
import { codesOf, HOUSE_STATUSES } from '../codes.ts';
import { IsoDateSchema } from '../date.ts';
import { VndSchema } from '../money.ts';
import { UnitIdSchema } from '../units/unit.ts';
import { extra, rowNumber, text } from './parts.ts';

/**
 * One line of the register of houses: a step of one house, or what one funder gives for it. Several lines of one
 * house are one house.
 */
export const HouseSchema = v.object({
  row: rowNumber,
  /** Code of the house within the unit and fund. Private: it may lead to a family. */
  house: v.string(),
  work: v.picklist(['NHA_XAY_MOI', 'NHA_SUA_CHUA']),
  status: v.picklist(codesOf(HOUSE_STATUSES)),
  date: IsoDateSchema,
  communeId: v.optional(UnitIdSchema),
  communeText: text,
  /** Who pays for (a part of) it, an organisation as a rule. */
  funder: text,
  amountVnd: v.optional(VndSchema),
  note: text,
  extra,
});
export type House = v.InferOutput<typeof HouseSchema>;
