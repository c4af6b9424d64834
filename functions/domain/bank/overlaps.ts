import { inPeriod, type Period } from '../date.ts';
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
  const found: Overlap[] = [];
  for (const [i, earlier] of files.entries()) {
    for (const later of files.slice(i + 1)) {
      const from = maxText(earlier.file.period.from, later.file.period.from);
      const to = minText(earlier.file.period.to, later.file.period.to);
      if (from <= to) found.push(compare(earlier, later, { from, to }));
    }
  }
  return found;
}

function compare(earlier: SlottedFile, later: SlottedFile, period: Period): Overlap {
  const former = slotsWithin(earlier, period);
  const latter = slotsWithin(later, period);
  const all = { earlier: new Set(earlier.slots), later: new Set(later.slots) };
  const onlyEarlier = former.filter((slot) => !all.later.has(slot)).length;
  const onlyLater = latter.filter((slot) => !all.earlier.has(slot)).length;
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
  const sets = new Map(files.map((file) => [file, new Set(file.slots)]));
  const holds = (whole: SlottedFile, part: SlottedFile) => {
    const { period } = whole.file;
    if (part.slots.length > whole.slots.length) return false;
    if (!inPeriod(part.file.period.from, period) || !inPeriod(part.file.period.to, period)) return false;
    const slots = sets.get(whole);
    return part.slots.every((slot) => slots?.has(slot));
  };
  const wholes = files.map((part, i) =>
    files.filter((whole, n) => n !== i && holds(whole, part) && (n < i || !holds(part, whole))),
  );
  const own = new Set(files.filter((_, i) => wholes[i]?.length === 0));
  return new Map(
    files.flatMap((file, i): [SlottedFile, SlottedFile][] => {
      const of = wholes[i]?.find((whole) => own.has(whole));
      return of === undefined ? [] : [[file, of]];
    }),
  );
}
