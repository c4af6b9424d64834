/** Which option the keyboard is on after a key. -1: on none, in the text itself. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1 >= count ? 0 : at + 1),
  ArrowUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
};
/** While the keyboard is in the text these move through the text, as everywhere. */
const MOVES_IN_LIST: Readonly<Record<string, (at: number, count: number) => number>> = {
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Undefined where the key is not for moving. */
export function moved(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  return (MOVES[key] ?? (at >= 0 ? MOVES_IN_LIST[key] : undefined))?.(at, count);
}
