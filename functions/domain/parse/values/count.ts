/** A whole number of households or persons, from 1. */
export function parseCount(text: string): number | undefined {
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const count = Number(text);
  return count >= 1 ? count : undefined;
}
