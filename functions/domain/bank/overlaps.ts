import { inPeriod, type Period } from '../date.ts';
import { daysOf } from '../days.ts';
import { maxText, minText } from '../order.ts';
import type { Sha256 } from '../sha256.ts';
import type { SlottedFile } from './walk.ts';

/** Days that two files of an account both cover, and how far they say the same. */
export interface Overlap {
  readonly period: Period;
  readonly earlier: Sha256;
  readonly later: Sha256;
  /** Lines of these days that stand in both; counted once. */
  readonly repeated: number;
  /** Lines of these days that stand in one of them alone; counted. */
  readonly onlyEarlier: number;
  readonly onlyLater: number;
}

/** A file in which there is nothing new: every line and every day of it stands in another. */
export interface Repeat {
  readonly digest: Sha256;
  readonly of: Sha256;
}

/** Files that were compared are mostly compared again, with further ones beside them. */
const comparedBefore = new WeakMap<SlottedFile, WeakMap<SlottedFile, Overlap>>();

/** Every two of the files that share days, in their order, which is that of first days. */
export function overlapsOf(files: readonly SlottedFile[]): Overlap[] {
  const found: Overlap[] = [];
  for (const [i, earlier] of files.entries()) {
    const others = comparedBefore.get(earlier) ?? new WeakMap<SlottedFile, Overlap>();
    comparedBefore.set(earlier, others);
    for (let j = i + 1; j < files.length; j += 1) {
      const later = files[j];
      if (later === undefined || later.file.period.from > earlier.file.period.to) break;
      const from = maxText(earlier.file.period.from, later.file.period.from);
      const to = minText(earlier.file.period.to, later.file.period.to);
      if (from > to) continue;
      const overlap = others.get(later) ?? compare(earlier, later, { from, to });
      others.set(later, overlap);
      found.push(overlap);
    }
  }
  return found;
}

function compare(earlier: SlottedFile, later: SlottedFile, period: Period): Overlap {
  const former = slotsWithin(earlier, period);
  const latter = slotsWithin(later, period);
  const [ofEarlier, ofLater] = [sortedSlots(earlier), sortedSlots(later)];
  const onlyEarlier = former.length - countIn(former, ofLater);
  const onlyLater = latter.length - countIn(latter, ofEarlier);
  return {
    period,
    earlier: earlier.file.digest,
    later: later.file.digest,
    repeated: former.length - onlyEarlier,
    onlyEarlier,
    onlyLater,
  };
}

const slotsWithin = ({ file, slots }: SlottedFile, period: Period): Int32Array =>
  Int32Array.from(
    slots.filter((_, i) => {
      const line = file.lines[i];
      return line !== undefined && inPeriod(line.date, period);
    }),
  ).sort();

const sortedBefore = new WeakMap<SlottedFile, Int32Array>();

/** The slots of a file in ascending order. */
function sortedSlots(file: SlottedFile): Int32Array {
  const sorted = sortedBefore.get(file) ?? Int32Array.from(file.slots).sort();
  sortedBefore.set(file, sorted);
  return sorted;
}

/** How many of some slots are among others; both ascending, none twice. */
function countIn(some: Int32Array, others: Int32Array): number {
  let [count, at] = [0, 0];
  for (const slot of some) {
    while ((others[at] ?? slot) < slot) at += 1;
    if (others[at] === slot) count += 1;
  }
  return count;
}

/**
 * The files in which there is nothing new, each with the first file that has all of it and is no repeat itself. Of
 * two that say the same the later one is the repeat. A file of the same lines that covers more days is none: that
 * nothing moved on these days is new.
 */
export function repeatsOf(files: readonly SlottedFile[]): ReadonlyMap<SlottedFile, SlottedFile> {
  // What holds a file stands before it here, so a file needs to be compared with those alone that are no repeats.
  const places = new Map(files.map((file, i) => [file, i]));
  const placeOf = (file: SlottedFile) => places.get(file) ?? 0;
  const own: SlottedFile[] = [];
  const repeats = new Map<SlottedFile, SlottedFile>();
  for (const part of files.toSorted(bySize)) {
    const wholes = own.filter((whole) => holds(whole, part));
    const [first] = wholes.sort((a, b) => placeOf(a) - placeOf(b));
    if (first === undefined) own.push(part);
    else repeats.set(part, first);
  }
  return new Map([...repeats].sort(([a], [b]) => placeOf(a) - placeOf(b)));
}

function holds(whole: SlottedFile, part: SlottedFile): boolean {
  const { period } = whole.file;
  if (!inPeriod(part.file.period.from, period) || !inPeriod(part.file.period.to, period)) return false;
  const [all, some] = [sortedSlots(whole), sortedSlots(part)];
  // Most files that do not hold it have nothing of it.
  const [least, most] = [some[0] ?? 0, some.at(-1) ?? 0];
  if (some.length > 0 && (least < (all[0] ?? most + 1) || most > (all.at(-1) ?? least - 1))) return false;
  return countIn(some, all) === some.length;
}

/** The file of most lines first; of as many, that of most days; of as many, the first. */
const bySize = (a: SlottedFile, b: SlottedFile): number =>
  b.slots.length - a.slots.length || daysOf(b.file.period) - daysOf(a.file.period);
