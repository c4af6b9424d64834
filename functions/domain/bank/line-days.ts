import { type IsoDate, inPeriod } from '../date.ts';
import { maxText, minText } from '../order.ts';
import { swapped } from '../parse/values/date.ts';
import type { Sha256 } from '../sha256.ts';
import type { SlottedFile } from './walk.ts';

/** What stands in a row of a file. */
export interface Placed {
  readonly digest: Sha256;
  readonly row: number;
  /** The day that its place tells, where it cannot be of the date that it prints. */
  readonly day?: IsoDate;
}

/** Sets the day of what stands in the row of a line that cannot be of the date that it prints. */
export function byPlace(files: readonly SlottedFile[]): <P extends Placed>(one: P) => P {
  const days = daysOfSlots(files);
  if (days.size === 0) return (one) => one;
  const key = ({ digest, row }: Placed) => `${digest} ${row}`;
  const byRow = new Map<string, IsoDate>();
  for (const { file, slots } of files) {
    for (const [i, { row }] of file.lines.entries()) {
      const day = days.get(slots[i] ?? -1);
      if (day !== undefined) byRow.set(key({ digest: file.digest, row }), day);
    }
  }
  return (one) => {
    const day = byRow.get(key(one));
    return day === undefined ? one : { ...one, day };
  };
}

/**
 * The days of lines whose date cannot be theirs, by slot: it lies outside the days of every file that has them, and
 * among lines of other days, or day and month changed places as Excel has it. The lines around them say the day.
 */
function daysOfSlots(files: readonly SlottedFile[]): ReadonlyMap<number, IsoDate> {
  const days = new Map<number, IsoDate>();
  for (const slotted of files) {
    if (isWithin(slotted.file)) continue;
    for (const [slot, day] of strays(slotted)) if (!days.has(slot)) days.set(slot, day);
  }
  if (days.size === 0) return days;
  // What another file has among its own days is of the day that it prints.
  for (const { file, slots } of files) {
    for (const [i, { date }] of file.lines.entries()) {
      if (inPeriod(date, file.period)) days.delete(slots[i] ?? -1);
    }
  }
  return days;
}

const withinBefore = new WeakMap<SlottedFile['file'], boolean>();

/** Whether every line of a file is of its days, as in most. */
function isWithin(file: SlottedFile['file']): boolean {
  const within = withinBefore.get(file) ?? file.lines.every(({ date }) => inPeriod(date, file.period));
  withinBefore.set(file, within);
  return within;
}

/** Lines of one file that are not of the day that they print, and the day by their place. */
function strays({ file: { lines, period }, slots }: SlottedFile): [number, IsoDate][] {
  const found: [number, IsoDate][] = [];
  let before: IsoDate | undefined;
  const after = daysAfter(lines, (date) => inPeriod(date, period));
  for (const [i, { date }] of lines.entries()) {
    if (inPeriod(date, period)) {
      before = date;
      continue;
    }
    const other = swapped(date);
    const meant = other !== undefined && inPeriod(other, period) ? other : undefined;
    const next = after[i];
    // At an end of the file a day beyond its period follows like any other.
    const fits = date > period.to ? next === undefined : before === undefined;
    if (meant === undefined && fits) continue;
    const [first, last] = [before ?? period.from, next ?? period.to];
    found.push([slots[i] ?? -1, maxText(first, minText(meant ?? date, last))]);
  }
  return found;
}

/** Of every line the day of the next line that is of one of these days. */
function daysAfter(
  lines: SlottedFile['file']['lines'],
  isOwn: (date: IsoDate) => boolean,
): (IsoDate | undefined)[] {
  let next: IsoDate | undefined;
  return lines
    .toReversed()
    .map(({ date }) => {
      const after = next;
      if (isOwn(date)) next = date;
      return after;
    })
    .reverse();
}
