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

/**
 * A sum of absolute amounts, such as variances: the largest exact amount where it would be more. Amounts that are each
 * possible can come to so much only by slips, and the sum of them must not stop what is told of all others.
 */
export const sumAbsVnd = (amounts: Iterable<Vnd>): Vnd => {
  let total = 0;
  for (const amount of amounts) total = Math.min(Number.MAX_SAFE_INTEGER, total + Math.abs(amount));
  return vnd(total);
};

/** The most that a treasurer may declare as a balance, 10,000 tỷ. */
export const MAX_BALANCE_VND = vnd(1e13);

/** A declared balance as the ledger may hold it: up to 100,000 tỷ could be declared before `MAX_BALANCE_VND`. */
export const BalanceVndSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-1e14),
  v.maxValue(1e14),
  v.transform((n) => n as Vnd),
);
