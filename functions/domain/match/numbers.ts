/** One number for each text that differs, by the index of the row. */
export function numbersOf<R>(rows: readonly R[], textOf: (row: R) => string): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(rows, (row) => {
    const text = textOf(row);
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
}
