import type { NumberStyle } from '../reading.ts';

/**
 * How a number is written, as far as its signs alone tell. "Three": one sign with three digits behind, which may
 * group thousands or start a fraction: "1.500". The order is that of the counters in `FigureColumn`.
 */
export const SHAPE = {
  plain: 0,
  dotGroups: 1,
  commaGroups: 2,
  spaceGroups: 3,
  dotThree: 4,
  commaThree: 5,
  dotFraction: 6,
  commaFraction: 7,
  dotGroupsCommaFraction: 8,
  commaGroupsDotFraction: 9,
} as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];

/** More digits are not exact in a number. */
const MAX_DIGITS = 15;

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;

/** The style that a shape proves; undefined where it would be read alike under both, or differently. */
export function styleOf(shape: Shape): NumberStyle | undefined {
  switch (shape) {
    case SHAPE.dotGroups:
    case SHAPE.commaFraction:
    case SHAPE.dotGroupsCommaFraction:
      return 'dot';
    case SHAPE.commaGroups:
    case SHAPE.dotFraction:
    case SHAPE.commaGroupsDotFraction:
      return 'comma';
    default:
      return undefined;
  }
}

/**
 * Reads an unsigned number made of digits, dots, commas and spaces. Holds what it read until the next time, so
 * that a million cells cost no object each. The value is `mantissa / 10^scale(style)`, exactly.
 */
export class NumberScanner {
  shape: Shape = SHAPE.plain;
  /** All digits as one whole number, at most 15 of them. */
  mantissa = 0;
  /** Digits behind the last sign. */
  #behind = 0;

  /** False when that is no number, or one too long to be exact. */
  scan(text: string, from = 0, to = text.length): boolean {
    let mantissa = 0;
    let digits = 0;
    let sinceSign = 0;
    let grouping = 0;
    let groups = 0;
    let fraction = 0;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= ZERO && unit <= NINE) {
        mantissa = mantissa * 10 + (unit - ZERO);
        digits += 1;
        sinceSign += 1;
        continue;
      }
      if (unit !== DOT && unit !== COMMA && unit !== SPACE) return false;
      // A sign after the fraction began, or with no digit before it, belongs to no number.
      if (fraction !== 0 || sinceSign === 0) return false;
      if (grouping === 0) {
        if (sinceSign > 3 || text.charCodeAt(from) === ZERO) {
          // "0.500" and "12345,5": no group starts with a nought or is longer than three digits.
          if (unit === SPACE) return false;
          fraction = unit;
        } else {
          grouping = unit;
          groups = 1;
        }
      } else {
        if (sinceSign !== 3) return false;
        if (unit === grouping) groups += 1;
        else if (unit === SPACE) return false;
        else fraction = unit;
      }
      sinceSign = 0;
    }
    if (sinceSign === 0 || digits > MAX_DIGITS) return false;
    this.mantissa = mantissa;
    this.#behind = sinceSign;
    return this.#conclude(grouping, groups, fraction, sinceSign);
  }

  #conclude(grouping: number, groups: number, fraction: number, last: number): boolean {
    if (fraction !== 0) {
      this.shape =
        grouping === 0 || grouping === SPACE
          ? fraction === DOT
            ? SHAPE.dotFraction
            : SHAPE.commaFraction
          : fraction === COMMA
            ? SHAPE.dotGroupsCommaFraction
            : SHAPE.commaGroupsDotFraction;
      return true;
    }
    if (grouping === 0) {
      this.shape = SHAPE.plain;
      return true;
    }
    if (groups === 1 && last !== 3) {
      if (grouping === SPACE) return false;
      this.shape = grouping === DOT ? SHAPE.dotFraction : SHAPE.commaFraction;
      return true;
    }
    if (last !== 3) return false;
    if (grouping === SPACE) this.shape = SHAPE.spaceGroups;
    else if (groups > 1) this.shape = grouping === DOT ? SHAPE.dotGroups : SHAPE.commaGroups;
    else this.shape = grouping === DOT ? SHAPE.dotThree : SHAPE.commaThree;
    return true;
  }

  /** Digits of the mantissa that are a fraction, in a column of that style. */
  scale(style: NumberStyle): number {
    switch (this.shape) {
      case SHAPE.plain:
      case SHAPE.dotGroups:
      case SHAPE.commaGroups:
      case SHAPE.spaceGroups:
        return 0;
      case SHAPE.dotThree:
        return style === 'dot' ? 0 : 3;
      case SHAPE.commaThree:
        return style === 'comma' ? 0 : 3;
      default:
        return this.#behind;
    }
  }

  /** One sign with three digits behind: what it means depends on the column. */
  get ambiguous(): boolean {
    return this.shape === SHAPE.dotThree || this.shape === SHAPE.commaThree;
  }
}
