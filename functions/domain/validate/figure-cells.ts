import { type Vnd, vnd } from '../money.ts';
import { isDitto } from '../parse/values/ditto.ts';
import { FigureColumn, type NumberEvidence } from '../parse/values/figure-column.ts';
import type { Milli } from '../quantity.ts';
import type { Cells } from './cells.ts';
import { formulaFault } from './text-column.ts';

/** Dashes alone stand for "nothing" in books and bank statements. */
const NOTHING = /^[-–—−]+$/;
/** "70,1 tấn", "120 thùng". */
const WITH_UNIT = /^(\d[\d.,]*)\s*(\p{L}[\p{L} ]{1,20})$/u;
const LETTER_A = 65;
/** "-20", "−20 kg", "(20)": of goods that went back. */
const NEGATIVE =
  /^(?:[-–—−]\s*\d[\d.,]*|\(\s*\d[\d.,]*\s*\)|\d[\d.,]*\s*[-–—−])\s*(?:\p{L}[\p{L} ]{0,20})?$/u;
/** These count the number, not the goods. */
const NUMERALS = /^(?:nghìn|ngàn|triệu|trieu|nghin|ngan|tỷ|tỉ|ty|ti|tr|trăm|tram|chục|chuc)(?:$| )/iu;

/** A column of figures: what is written in it, and what is wrong with it. Ditto marks are never followed. */
export class FigureCells {
  readonly name: string;
  readonly #cells: Cells;
  readonly #position: number;
  readonly #column: FigureColumn;
  readonly #quantity: boolean;

  constructor(cells: Cells, name: string, quantity = false) {
    const { styles, multipliers } = cells.plan;
    this.name = name;
    this.#cells = cells;
    this.#position = cells.position(name);
    this.#quantity = quantity;
    this.#column = new FigureColumn(styles[name], multipliers[name], quantity);
  }

  get present(): boolean {
    return this.#position >= 0;
  }

  get evidence(): NumberEvidence {
    return this.#column.evidence;
  }

  get text(): string {
    const text = this.#cells.at(this.#position);
    return text.length < 4 && NOTHING.test(text) ? '' : text;
  }

  /** Whole đồng; undefined when blank, or with a fault when unreadable. */
  money(): Vnd | undefined {
    const text = this.text;
    if (text === '') return undefined;
    const amount = this.#column.money(text, this.#cells.row);
    if (amount === undefined) this.#fault(text, 'AMOUNT_DITTO');
    return amount;
  }

  /** Thousandths; undefined when blank, or with a fault when unreadable. */
  quantity(): Milli | undefined {
    const text = this.text;
    if (text === '') return undefined;
    const quantity = this.#column.quantity(text, this.#cells.row);
    if (quantity === undefined) this.#fault(text, undefined);
    return quantity;
  }

  /** As `quantity`, of goods: a unit of measure may stand in the same cell. */
  goods(): { readonly quantity?: Milli | undefined; readonly unit?: string } {
    const { text } = this;
    if (NEGATIVE.test(text)) {
      this.#cells.fault(this.name, 'QUANTITY_NEGATIVE', text);
      return {};
    }
    const last = text.charCodeAt(text.length - 1);
    const parts = last >= LETTER_A ? WITH_UNIT.exec(text) : null;
    if (parts?.[1] === undefined || parts[2] === undefined || NUMERALS.test(parts[2])) {
      return { quantity: this.quantity() };
    }
    const quantity = this.#column.quantity(parts[1], this.#cells.row);
    if (quantity === undefined) this.#fault(text, undefined);
    return { quantity, unit: parts[2] };
  }

  /** A sum that the file states, as the column counts: nothing is at fault when it cannot be read. */
  stated(text: string, row: number): Vnd | undefined {
    if (!this.#quantity) return this.#column.money(text, row);
    const quantity = this.#column.quantity(text, row);
    return quantity === undefined ? undefined : vnd(quantity);
  }

  #fault(text: string, ditto: 'AMOUNT_DITTO' | undefined): void {
    const rule = formulaFault(text) ?? (ditto !== undefined && isDitto(text) ? ditto : this.#column.fault);
    this.#cells.fault(this.name, rule, text);
  }
}
