import type { Entry } from '../entry.ts';
import { declaredUnit } from '../parse/table/unit.ts';
import { isCurrency } from '../parse/values/money-text.ts';
import { milli } from '../quantity.ts';
import { fold } from '../text.ts';
import type { Cells } from './cells.ts';
import { FigureCells } from './figure-cells.ts';
import { TextColumn } from './text-column.ts';

export type Goods = NonNullable<Entry['goods']>;

/** The columns of goods. */
export class GoodsColumns {
  readonly #cells: Cells;
  readonly #item: TextColumn;
  readonly #quantity: FigureCells;
  readonly #unit: TextColumn;
  readonly #statedValue: FigureCells;
  readonly #basis: TextColumn;
  readonly #present: boolean;
  /** The last unit without goods, and whether it is one of money. */
  #looked = '';
  #ofMoney = false;
  /** Of the last row read: something that the sums or an auditor would need is missing. */
  incomplete = false;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#item = new TextColumn(cells, 'item', 'name');
    this.#quantity = new FigureCells(cells, 'quantity', true);
    this.#unit = new TextColumn(cells, 'unit');
    this.#statedValue = new FigureCells(cells, 'stated_value_vnd');
    this.#basis = new TextColumn(cells, 'value_basis');
    this.#present = ['item', 'quantity', 'unit', 'stated_value_vnd'].some(
      (name) => cells.position(name) >= 0,
    );
  }

  get figures(): readonly FigureCells[] {
    return [this.#quantity, this.#statedValue];
  }

  /** The quantity of the row as it stands in the file. */
  get quantityText(): string {
    return this.#quantity.text;
  }

  /**
   * Goods need a name, a quantity and a unit of measure, and a basis where a value is stated. Without quantity
   * the line counts as zero of it, so that nothing is invented; the flag tells.
   */
  read(): Goods | undefined {
    this.incomplete = false;
    if (!this.#present) return undefined;
    const item = this.#item.read();
    const { quantity, unit } = this.#quantity.goods();
    const unitOfMeasure = this.#unitOf(unit);
    if (item === undefined && unitOfMeasure !== undefined) this.#lookForMoney(unitOfMeasure);
    const statedValueVnd = this.#statedValue.money();
    const valueBasis = this.#basis.read();
    if (item === undefined) {
      this.incomplete = quantity !== undefined || statedValueVnd !== undefined;
      return undefined;
    }
    this.incomplete =
      quantity === undefined ||
      unitOfMeasure === undefined ||
      (statedValueVnd !== undefined && valueBasis === undefined);
    return {
      item,
      unitOfMeasure: unitOfMeasure ?? '',
      quantityMilli: quantity ?? milli(0),
      ...(statedValueVnd === undefined ? {} : { statedValueVnd }),
      ...(valueBasis === undefined ? {} : { valueBasis }),
    };
  }

  /** "ĐVT: triệu đồng" or "USD" beside an amount is what its figure counts, and no unit of goods. */
  #lookForMoney(unit: string): void {
    if (unit !== this.#looked) {
      this.#looked = unit;
      this.#ofMoney = (declaredUnit(`(${unit})`) ?? 1) !== 1 || isCurrency(unit);
    }
    if (this.#ofMoney) this.#cells.fault('unit', 'AMOUNT_UNREADABLE', unit);
  }

  /** The unit of its own column; else the one beside the quantity. Two that differ are for a person to settle. */
  #unitOf(beside: string | undefined): string | undefined {
    const own = this.#unit.read();
    if (own === undefined || beside === undefined || fold(own) === fold(beside)) return own ?? beside;
    this.#cells.fault('quantity', 'QUANTITY_UNREADABLE', this.#quantity.text);
    return own;
  }
}
