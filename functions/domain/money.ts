import * as v from 'valibot';

/** An amount of money in whole đồng. Signed; 0 is an amount. Exact up to 9,007,199 tỷ (2^53 − 1 đồng). */
export type Vnd = number & { readonly __brand: 'Vnd' };

export const ZERO_VND = 0 as Vnd;

/** Mints an amount. Throws on a fraction or beyond the exact range: both can only be bugs. */
export function vnd(amount: number): Vnd {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole, exact amount of đồng: ${amount}`);
  return (amount === 0 ? 0 : amount) as Vnd;
}

/** Exact sum. Throws when the sum leaves the exact range. */
export const addVnd = (a: Vnd, b: Vnd): Vnd => vnd(a + b);

export const sumVnd = (amounts: Iterable<Vnd>): Vnd => {
  let total = ZERO_VND;
  for (const amount of amounts) total = addVnd(total, amount);
  return total;
};

export const VndSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((n) => n as Vnd),
);

/** A balance that somebody declares, up to 100,000 tỷ: no sum with it can leave the exact range. */
export const BalanceVndSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-1e14),
  v.maxValue(1e14),
  v.transform((n) => n as Vnd),
);
