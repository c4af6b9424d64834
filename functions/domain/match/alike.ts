import type { Board } from './board.ts';
import { addTo } from './numbers.ts';

/**
 * The stretches of lines and of entries that have one key, in ascending order of keys; the rows of a stretch stand
 * in order of their indices. A key that only one side has is left out.
 */
export function* alike(
  lines: Int32Array,
  entries: Int32Array,
  lineKeys: ArrayLike<number>,
  entryKeys: ArrayLike<number>,
): Generator<readonly [lines: Int32Array, entries: Int32Array]> {
  const [ofLines, ofEntries] = [byKey(lines, lineKeys), byKey(entries, entryKeys)];
  let [l, e] = [0, 0];
  while (l < ofLines.length && e < ofEntries.length) {
    const [lineKey, entryKey] = [keyAt(ofLines, l, lineKeys), keyAt(ofEntries, e, entryKeys)];
    const lineEnd = lineKey <= entryKey ? endOf(ofLines, l, lineKeys) : l;
    const entryEnd = entryKey <= lineKey ? endOf(ofEntries, e, entryKeys) : e;
    if (lineKey === entryKey) yield [ofLines.subarray(l, lineEnd), ofEntries.subarray(e, entryEnd)];
    [l, e] = [lineEnd, entryEnd];
  }
}

/** The stretches of rows of one side that have one key, in ascending order of keys. */
export function* stretches(indices: Int32Array, keys: ArrayLike<number>): Generator<Int32Array> {
  const sorted = byKey(indices, keys);
  for (let i = 0; i < sorted.length; ) {
    const end = endOf(sorted, i, keys);
    yield sorted.subarray(i, end);
    i = end;
  }
}

const keyAt = (indices: Int32Array, at: number, keys: ArrayLike<number>): number =>
  keys[indices[at] ?? -1] ?? Number.NaN;

function endOf(indices: Int32Array, from: number, keys: ArrayLike<number>): number {
  const key = keyAt(indices, from, keys);
  let end = from + 1;
  while (end < indices.length && keyAt(indices, end, keys) === key) end += 1;
  return end;
}

/** Ascending indices by ascending keys, those of one key in their own order: only the keys that differ are sorted. */
export function byKey(indices: Int32Array, keys: ArrayLike<number>): Int32Array {
  if (isInOrder(indices, keys)) return indices;
  const places = new Map<number, number>();
  const placeOf = Int32Array.from(indices, (index) => {
    const key = keys[index] ?? Number.NaN;
    return places.get(key) ?? addTo(places, key);
  });
  const counts = new Int32Array(places.size);
  for (const place of placeOf) counts[place] = (counts[place] ?? 0) + 1;
  const next = new Int32Array(places.size);
  let before = 0;
  for (const key of Float64Array.from(places.keys()).sort()) {
    const place = places.get(key) ?? 0;
    next[place] = before;
    before += counts[place] ?? 0;
  }
  const sorted = new Int32Array(indices.length);
  for (const [i, place] of placeOf.entries()) {
    const at = next[place] ?? 0;
    sorted[at] = indices[i] ?? -1;
    next[place] = at + 1;
  }
  return sorted;
}

function isInOrder(indices: Int32Array, keys: ArrayLike<number>): boolean {
  for (let i = 1; i < indices.length; i += 1)
    if (keyAt(indices, i - 1, keys) > keyAt(indices, i, keys)) return false;
  return true;
}

/**
 * Pairs what is left of both in order of days: each line with the first entry that is not more than so many days away
 * and that nobody forbade. Both in order of indices.
 */
export function pairInOrder(
  board: Board,
  lines: ArrayLike<number>,
  entries: ArrayLike<number>,
  daysApart: number,
  settle: (line: number, entry: number) => void,
): void {
  let from = 0;
  for (let l = 0; l < lines.length; l += 1) {
    const line = lines[l] ?? -1;
    if (!board.lines.isLeft(line)) continue;
    const day = board.lines.day(line);
    for (let entry = entries[from]; entry !== undefined; entry = entries[from]) {
      if (board.entries.isLeft(entry) && board.entries.day(entry) >= day - daysApart) break;
      from += 1;
    }
    for (let e = from; e < entries.length; e += 1) {
      const entry = entries[e] ?? -1;
      if (board.entries.day(entry) > day + daysApart) break;
      if (!board.entries.isLeft(entry) || !board.allows(line, entry)) continue;
      settle(line, entry);
      break;
    }
  }
}
