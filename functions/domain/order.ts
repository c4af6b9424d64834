/**
 * Order of texts by code units: the same on every machine, whatever its locale. Dates and instants of one
 * precision compare as texts.
 */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const minText = <T extends string>(a: T, b: T): T => (compareText(a, b) <= 0 ? a : b);
export const maxText = <T extends string>(a: T, b: T): T => (compareText(a, b) >= 0 ? a : b);

/** The lines of a map by their keys in order. */
export const inKeyOrder = <L>(lines: ReadonlyMap<string, L>): L[] =>
  [...lines].sort((a, b) => compareText(a[0], b[0])).map((line) => line[1]);
