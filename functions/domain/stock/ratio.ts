/** An exact positive ratio, in lowest terms. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

export const ONE: Ratio = { over: 1n, under: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function ratio(over: bigint, under: bigint): Ratio {
  const divisor = greatestCommonDivisor(over, under);
  return { over: over / divisor, under: under / divisor };
}

export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Ratio, b: Ratio): Ratio => ratio(a.over * b.under, a.under * b.over);
export const isSame = (a: Ratio, b: Ratio): boolean => a.over === b.over && a.under === b.under;

export function compareRatios(a: Ratio, b: Ratio): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** So many thousandths times the ratio; undefined where that is no whole number of thousandths in the exact range. */
export function exactly(thousandths: number, by: Ratio): number | undefined {
  const product = BigInt(thousandths) * by.over;
  if (product % by.under !== 0n) return undefined;
  const result = Number(product / by.under);
  return Number.isSafeInteger(result) ? result : undefined;
}
