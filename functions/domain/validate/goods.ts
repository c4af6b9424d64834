import type { Entry } from '../entry.ts';
import { parseQuantity, parseVnd } from '../parse/values.ts';
import { milli } from '../quantity.ts';
import type { Cells } from './cells.ts';

export type Goods = NonNullable<Entry['goods']>;

/** What a row says about goods. `incomplete`: something that the sums or an auditor would need is missing. */
export interface GoodsReading {
  readonly goods?: Goods;
  readonly incomplete: boolean;
}

const NONE: GoodsReading = { incomplete: false };

/**
 * Goods need a name, a quantity and a unit of measure, and a basis where a value is stated. Without quantity
 * the line counts as zero of it, so that nothing is invented; the flag tells.
 */
export function readGoods(cells: Cells): GoodsReading {
  const item = cells.optional('item');
  const quantity = cells.read('quantity', 'QUANTITY_UNREADABLE', parseQuantity);
  const unitOfMeasure = cells.optional('unit');
  const statedValueVnd = cells.read('stated_value_vnd', 'AMOUNT_UNREADABLE', parseVnd);
  const valueBasis = cells.optional('value_basis');
  if (item === undefined)
    return quantity === undefined && statedValueVnd === undefined ? NONE : { incomplete: true };
  return {
    goods: {
      item,
      unitOfMeasure: unitOfMeasure ?? '',
      quantityMilli: quantity ?? milli(0),
      ...(statedValueVnd === undefined ? {} : { statedValueVnd }),
      ...(valueBasis === undefined ? {} : { valueBasis }),
    },
    incomplete:
      quantity === undefined ||
      unitOfMeasure === undefined ||
      (statedValueVnd !== undefined && valueBasis === undefined),
  };
}
