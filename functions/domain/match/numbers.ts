/** One number for each text that differs, by the index of the row. */
export function numbersOf<R>(rows: readonly R[], textOf: (row: R) => string): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(rows, (row) => {
    const text = textOf(row);
    return known.get(text) ?? addTo(known, text);
  });
}

/** The number of what has none yet: the next. */
export function addTo<K>(numbers: Map<K, number>, key: K): number {
  const number = numbers.size;
  numbers.set(key, number);
  return number;
}
