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

/** Every two of the files that share days, in their order. */
export function overlapsOf(files: readonly SlottedFile[]): Overlap[] {
  const sets = setsOf(files);
  const found: Overlap[] = [];
  for (const [i, earlier] of files.entries()) {
    for (const later of files.slice(i + 1)) {
      const from = maxText(earlier.file.period.from, later.file.period.from);
      const to = minText(earlier.file.period.to, later.file.period.to);
      if (from <= to) found.push(compare(earlier, later, { from, to }, sets));
    }
  }
  return found;
}

type Sets = ReadonlyMap<SlottedFile, ReadonlySet<number>>;

const setsOf = (files: readonly SlottedFile[]): Sets =>
  new Map(files.map((file) => [file, new Set(file.slots)]));

function compare(earlier: SlottedFile, later: SlottedFile, period: Period, sets: Sets): Overlap {
  const former = slotsWithin(earlier, period);
  const latter = slotsWithin(later, period);
  const onlyEarlier = former.filter((slot) => !sets.get(later)?.has(slot)).length;
  const onlyLater = latter.filter((slot) => !sets.get(earlier)?.has(slot)).length;
  return {
    period,
    earlier: earlier.file.digest,
    later: later.file.digest,
    repeated: former.length - onlyEarlier,
    onlyEarlier,
    onlyLater,
  };
}

const slotsWithin = ({ file, slots }: SlottedFile, period: Period): number[] =>
  slots.filter((_, i) => {
    const line = file.lines[i];
    return line !== undefined && inPeriod(line.date, period);
  });

/**
 * The files in which there is nothing new, each with the first file that has all of it and is no repeat itself. Of
 * two that say the same the later one is the repeat. A file of the same lines that covers more days is none: that
 * nothing moved on these days is new.
 */
export function repeatsOf(files: readonly SlottedFile[]): ReadonlyMap<SlottedFile, SlottedFile> {
  const sets = setsOf(files);
  const holds = (whole: SlottedFile, part: SlottedFile) => {
    const { period } = whole.file;
    if (!inPeriod(part.file.period.from, period) || !inPeriod(part.file.period.to, period)) return false;
    const slots = sets.get(whole);
    return part.slots.every((slot) => slots?.has(slot));
  };
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

/** The file of most lines first; of as many, that of most days; of as many, the first. */
const bySize = (a: SlottedFile, b: SlottedFile): number =>
  b.slots.length - a.slots.length || daysOf(b.file.period) - daysOf(a.file.period);
