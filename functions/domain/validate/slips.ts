/** Codes that a slip of the pen makes of one: a digit one off, two neighbouring digits swapped. */
export function codeSlips(code: string): readonly string[] {
  const digits = [...code].map(Number);
  const slips = new Set<string>();
  for (const [at, digit] of digits.entries()) {
    if (digit > 0) slips.add(digits.with(at, digit - 1).join(''));
    if (digit < 9) slips.add(digits.with(at, digit + 1).join(''));
    const next = digits[at + 1];
    if (next !== undefined)
      slips.add(
        digits
          .with(at, next)
          .with(at + 1, digit)
          .join(''),
      );
  }
  slips.delete(code);
  return [...slips].sort();
}

/**
 * How many slips are between two texts: letters too many, missing, changed, or two neighbours swapped. Undefined where
 * there are more than the limit, which is told without looking at all of them.
 */
export function slipsWithin(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let beyond: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beyond, j - 2) + 1 : changed;
      row.push(Math.min(changed, swapped, at(above, j) + 1, at(row, j - 1) + 1));
    }
    if (Math.min(...row) > limit) return undefined;
    [beyond, above] = [above, row];
  }
  const slips = at(above, b.length);
  return slips <= limit ? slips : undefined;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;

/** As above for names of several words, of which each has one slip at most: two in one word make another word. */
export function nameSlipsWithin(a: string, b: string, limit: number): number | undefined {
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return slipsWithin(a, b, Math.min(limit, 1));
  let slips = 0;
  for (const [i, word] of words.entries()) {
    const own = slipsWithin(word, others[i] ?? '', 1);
    if (own === undefined) return undefined;
    slips += own;
  }
  return slips <= limit ? slips : undefined;
}
