/** Exact sum of đồng or of things. Throws beyond the exact range: only a bug gets there. */
export function sumOf(figures: readonly number[]): number {
  const total = figures.reduce((sum, figure) => sum + figure, 0);
  if (!Number.isSafeInteger(total)) throw new RangeError(`not an exact sum: ${total}`);
  return total;
}

/** Thousandths of the whole, rounded down and never by floating point; undefined where the whole is not positive. */
export function permilleOf(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined;
  const [thousandfold, by] = [BigInt(part) * 1000n, BigInt(whole)];
  const quotient = Number(thousandfold / by);
  return thousandfold < 0n && thousandfold % by !== 0n ? quotient - 1 : quotient;
}
