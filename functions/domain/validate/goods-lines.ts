import type { Entry } from '../entry.ts';
import { addVnd, ZERO_VND } from '../money.ts';
import { inKeyOrder } from '../order.ts';
import { publicItem, publicUnitOfMeasure } from '../publish/public-text/label.ts';
import { addMilli, milli } from '../quantity.ts';
import { at, type Line } from './flow-lines.ts';
import { goodsKey, type Sums } from './summary.ts';

/** As many lines as thousands of kinds of goods have in a few years; a file with more tells nothing by month. */
export const MAX_GOODS_MONTHS = 50_000;

/** Goods by item and unit of measure, in all and by month: by day they would be as many as the rows. */
export class GoodsLines {
  readonly #kinds = new Map<string, Line<'goods'>>();
  readonly #months = new Map<string, Line<'goodsByMonth'>>();

  get kinds(): number {
    return this.#kinds.size;
  }

  add({ direction, date }: Entry, goods: NonNullable<Entry['goods']>): void {
    // Free text may name somebody, and these lines are published: only labels that are fit to print come in.
    const item = publicItem(goods.item);
    const unitOfMeasure = publicUnitOfMeasure(goods.unitOfMeasure);
    const nothing = { item, unitOfMeasure, inMilli: milli(0), outMilli: milli(0) };
    const key = goodsKey(item, unitOfMeasure);
    const line = at(this.#kinds, key, () => ({
      ...nothing,
      inStatedVnd: ZERO_VND,
      outStatedVnd: ZERO_VND,
    }));
    const stated = goods.statedValueVnd ?? ZERO_VND;
    if (direction === 'in') line.inStatedVnd = addVnd(line.inStatedVnd, stated);
    else line.outStatedVnd = addVnd(line.outStatedVnd, stated);
    const side = direction === 'in' ? 'inMilli' : 'outMilli';
    line[side] = addMilli(line[side], goods.quantityMilli);
    if (this.#months.size > MAX_GOODS_MONTHS) return;
    const month = date.slice(0, 7);
    const ofMonth = at(this.#months, `${month}\n${key}`, () => ({ month, ...nothing }));
    ofMonth[side] = addMilli(ofMonth[side], goods.quantityMilli);
  }

  sums(): Pick<Sums, 'goods' | 'goodsByMonth'> {
    const goods = inKeyOrder(this.#kinds);
    return this.#months.size > MAX_GOODS_MONTHS
      ? { goods }
      : { goods, goodsByMonth: inKeyOrder(this.#months) };
  }
}
