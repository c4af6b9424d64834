import * as v from 'valibot';

/**
 * A quantity of goods in thousandths of its unit of measure, so that "70,1 tấn" is 70100 and sums are exact.
 * Packages never convert to weights here.
 */
export type Milli = number & { readonly __brand: 'Milli' };

/** Mints a quantity. Throws on a fraction of a thousandth or beyond the exact range. */
export function milli(thousandths: number): Milli {
  if (!Number.isSafeInteger(thousandths)) throw new RangeError(`not an exact quantity: ${thousandths}`);
  return (thousandths === 0 ? 0 : thousandths) as Milli;
}

export const addMilli = (a: Milli, b: Milli): Milli => milli(a + b);

export const MilliSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((n) => n as Milli),
);
