import { type Vnd, vnd } from '#domain/money.ts';
import { type Milli, milli } from '#domain/quantity.ts';
import type { Multiplier, NumberStyle } from '../reading.ts';
import { type MoneyText, type Term, takeApart } from './money-text.ts';
import { NumberScanner, SHAPE, styleOf } from './number.ts';

export type FigureFault =
  | 'AMOUNT_UNREADABLE'
  | 'AMOUNT_FRACTION'
  | 'AMOUNT_E_NOTATION'
  | 'AMOUNT_FOREIGN'
  | 'QUANTITY_UNREADABLE';

/** Where a kind of writing was met first. */
export interface FirstSeen {
  readonly row: number;
  readonly text: string;
}

/** How the numbers of a column are written, counted over the whole file. */
export class NumberEvidence {
  /** Cells that prove dots, or commas, as the sign between thousands. */
  dot = 0;
  comma = 0;
  /** Cells with one sign and three digits behind, which prove nothing where fractions may stand. */
  dotThree = 0;
  commaThree = 0;
  /** Cells that read alike either way. */
  neutral = 0;
  firstDot: FirstSeen | undefined;
  firstComma: FirstSeen | undefined;
  firstThree: FirstSeen | undefined;

  get cells(): number {
    return this.dot + this.comma + this.dotThree + this.commaThree + this.neutral;
  }
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const MINUS = 45;

/** Beyond this no sum of a file could be exact; no fund of the world holds it either. */
const MAX_VND = 1e15;

const ZERO = 48;
const PHONE = /^0[2-9]\d{8,9}$/;

/** "0912345678": no amount begins with a nought, and a telephone number may stand in the wrong column. */
const isPhone = (text: string): boolean => text.charCodeAt(0) === ZERO && PHONE.test(text);

/**
 * "1500.000" or "1.500,000" of whole đồng: three noughts behind a sign are more likely thousands, and "1.0000" has
 * one too many. Exports with four noughts, "1500000.0000", leave no doubt.
 */
const mayBeThousands = (scale: number, value: number): boolean => scale === 3 || (scale > 3 && value < 1000);

/**
 * A column of figures: reads its cells in the style and unit that were concluded for it, and counts what the
 * cells themselves show, so that the conclusion can be checked over the whole file.
 */
export class FigureColumn {
  readonly style: NumberStyle;
  readonly multiplier: Multiplier;
  readonly evidence = new NumberEvidence();
  /** Why the last cell could not be read. */
  fault: FigureFault = 'AMOUNT_UNREADABLE';
  readonly #number = new NumberScanner();
  /** Whole đồng: a sign with three digits behind can only group thousands. */
  readonly #whole: boolean;

  constructor(style: NumberStyle = 'dot', multiplier: Multiplier = 1, quantity = false) {
    this.style = style;
    this.multiplier = multiplier;
    this.#whole = multiplier === 1 && !quantity;
  }

  /** Whole đồng; undefined, with `fault`, when the cell says no such thing. Signed: a reversal is negative. */
  money(text: string, row: number): Vnd | undefined {
    const number = this.#number;
    if (isPhone(text)) return this.#unreadable();
    if (number.scan(text)) return this.#settle(this.multiplier, false, this.#whole, row, text);
    if (text.charCodeAt(0) === MINUS && number.scan(text, 1))
      return this.#settle(this.multiplier, true, this.#whole, row, text);
    const apart = takeApart(text);
    if ('fault' in apart) {
      this.fault = apart.fault;
      return undefined;
    }
    return this.#sum(apart, row, text);
  }

  /** Thousandths, never negative; undefined when the cell says no such thing. */
  quantity(text: string, row: number): Milli | undefined {
    const number = this.#number;
    this.fault = 'QUANTITY_UNREADABLE';
    if (!number.scan(text)) return undefined;
    let scale = number.scale(this.style);
    let { mantissa } = number;
    this.#count(false, row, text);
    // "1,1250": a workbook's 1.125, with a nought that keeps it from being taken for thousands.
    for (; scale > 3 && mantissa % 10 === 0; scale -= 1) mantissa /= 10;
    // Twelve digits before the fraction are more than any store holds, and keep the sums exact.
    if (scale > 3 || mantissa / (POWERS[scale] ?? 1) >= 1e12) return undefined;
    return milli(mantissa * (POWERS[3 - scale] ?? 1));
  }

  #sum({ negative, terms, inDong }: Exclude<MoneyText, { fault: unknown }>, row: number, text: string) {
    let sum = 0;
    // "500.000 đồng" under "triệu đồng": one of the two is wrong.
    if (inDong && this.multiplier !== 1 && terms[0]?.multiplier === 0) return this.#unreadable();
    for (const term of terms) {
      const part = this.#term(term, row, text);
      if (part === undefined) return undefined;
      sum += part;
    }
    if (sum > MAX_VND) return this.#unreadable();
    return vnd(negative ? -sum : sum);
  }

  #term({ number, multiplier }: Term, row: number, text: string): Vnd | undefined {
    if (!this.#number.scan(number)) return this.#unreadable();
    if (multiplier === 0) return this.#settle(this.multiplier, false, this.#whole, row, text);
    return this.#settle(multiplier, false, false, row, text);
  }

  #settle(multiplier: number, negative: boolean, whole: boolean, row: number, text: string): Vnd | undefined {
    const { mantissa } = this.#number;
    const scale = this.#number.scale(this.style);
    const power = POWERS[scale] ?? 1;
    const scaled = multiplier >= power ? mantissa * (multiplier / power) : mantissa / (power / multiplier);
    const fraction = !Number.isInteger(scaled) || (whole && mayBeThousands(scale, scaled));
    // A fraction of a đồng is a mistake, and a mistake proves nothing about its column. What is counted must not
    // depend on the style that was concluded, or the conclusion would prove itself.
    if (!whole || !fraction || this.#number.ambiguous) this.#count(whole, row, text);
    if (fraction) {
      this.fault = 'AMOUNT_FRACTION';
      return undefined;
    }
    if (scaled > MAX_VND) return this.#unreadable();
    return vnd(negative ? -scaled : scaled);
  }

  #unreadable(): undefined {
    this.fault = 'AMOUNT_UNREADABLE';
    return undefined;
  }

  #count(whole: boolean, row: number, text: string): void {
    const { evidence } = this;
    const { shape } = this.#number;
    if (shape === SHAPE.plain || shape === SHAPE.spaceGroups) {
      evidence.neutral += 1;
      return;
    }
    const three = this.#number.ambiguous;
    if (three && !whole) {
      evidence.firstThree ??= { row, text };
      if (shape === SHAPE.dotThree) evidence.dotThree += 1;
      else evidence.commaThree += 1;
      return;
    }
    const style = three ? (shape === SHAPE.dotThree ? 'dot' : 'comma') : styleOf(shape);
    if (style === 'dot') {
      evidence.dot += 1;
      evidence.firstDot ??= { row, text };
    } else {
      evidence.comma += 1;
      evidence.firstComma ??= { row, text };
    }
  }
}
