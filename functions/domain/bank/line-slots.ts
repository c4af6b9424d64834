import type { IsoDate } from '../date.ts';
import type { Vnd } from '../money.ts';
import { fold } from '../text.ts';
import type { AccountFile, BankLine } from './account-file.ts';

/** One movement of the account, in however many files it stands. */
export interface Slot {
  /** Of the first file that has it. */
  readonly file: number;
  readonly line: BankLine;
}

/** Which lines of several files are the same movement. */
export interface LineSlots {
  readonly slots: readonly Slot[];
  /** By file, by line: the number of its slot. A file uses a slot once at most. */
  readonly byFile: readonly (readonly number[])[];
}

/**
 * Sets lines of the same day, reference, text, amounts and balance side by side, the balance where both print one.
 * A line that stands n times in a file is n movements: each is counted as often as in the file that has it most
 * often. Near-linear in lines, however many look alike.
 */
export function slotLines(files: readonly AccountFile[]): LineSlots {
  const slotting = new Slotting(daysOfSeveral(files));
  return { byFile: files.map((file, i) => slotting.add(i, file.lines)), slots: slotting.slots };
}

/** Days of which more than one file has lines: others need no comparing. */
export function daysOfSeveral(files: readonly AccountFile[]): ReadonlySet<IsoDate> {
  const seen = new Map<IsoDate, number>();
  const several = new Set<IsoDate>();
  for (const [i, { lines }] of files.entries()) {
    for (const { date } of lines) {
      if ((seen.get(date) ?? i) !== i) several.add(date);
      seen.set(date, i);
    }
  }
  return several;
}

class Slotting {
  readonly slots: Slot[] = [];
  readonly #days: ReadonlySet<IsoDate>;
  /** By slot: the balance that some file prints, and the last file that used it. */
  readonly #balances: (Vnd | undefined)[] = [];
  readonly #usedBy: number[] = [];
  readonly #alike = new Map<string, number[]>();
  readonly #exact = new Map<string, number[]>();

  constructor(days: ReadonlySet<IsoDate>) {
    this.#days = days;
  }

  /** The slots of a file's lines. Equal balances go first: what remains may be any of those alike. */
  add(file: number, lines: readonly BankLine[]): number[] {
    const keys = lines.map((line) => (this.#days.has(line.date) ? lineKey(line) : undefined));
    const found = new Array<number | undefined>(lines.length).fill(undefined);
    const next = { exact: new Map<string, number>(), blank: new Map(), any: new Map() };
    for (const [i, line] of lines.entries()) {
      const key = keys[i];
      if (key === undefined) continue;
      found[i] =
        line.balanceVnd === undefined
          ? this.#take(file, this.#alike, key, next.blank, (slot) => this.#balances[slot] === undefined)
          : this.#take(file, this.#exact, exactKey(key, line.balanceVnd), next.exact, () => true);
    }
    for (const [i, line] of lines.entries()) {
      const key = keys[i];
      if (key === undefined || found[i] !== undefined) continue;
      const { balanceVnd } = line;
      if (balanceVnd === undefined) {
        found[i] = this.#take(file, this.#alike, key, next.any, () => true);
        continue;
      }
      const slot = this.#take(file, this.#alike, key, next.blank, (n) => this.#balances[n] === undefined);
      found[i] = slot;
      if (slot === undefined) continue;
      this.#balances[slot] = balanceVnd;
      pushTo(this.#exact, exactKey(key, balanceVnd), slot);
    }
    return lines.map((line, i) => found[i] ?? this.#open(file, line, keys[i]));
  }

  /** The next slot of the list that this file has not used. What was passed over once is not looked at again. */
  #take(
    file: number,
    lists: ReadonlyMap<string, readonly number[]>,
    key: string,
    next: Map<string, number>,
    fits: (slot: number) => boolean,
  ): number | undefined {
    const list = lists.get(key) ?? [];
    for (let at = next.get(key) ?? 0; at < list.length; at += 1) {
      const slot = list[at];
      if (slot === undefined || this.#usedBy[slot] === file || !fits(slot)) continue;
      this.#usedBy[slot] = file;
      next.set(key, at + 1);
      return slot;
    }
    next.set(key, list.length);
    return undefined;
  }

  #open(file: number, line: BankLine, key: string | undefined): number {
    const slot = this.slots.push({ file, line }) - 1;
    this.#balances.push(line.balanceVnd);
    this.#usedBy.push(file);
    if (key === undefined) return slot;
    pushTo(this.#alike, key, slot);
    if (line.balanceVnd !== undefined) pushTo(this.#exact, exactKey(key, line.balanceVnd), slot);
    return slot;
  }
}

/** What a line says of itself, its balance apart. */
export const lineKey = ({ date, reference = '', text = '', creditVnd, debitVnd }: BankLine): string =>
  JSON.stringify([date, reference, fold(text), creditVnd, debitVnd]);
const exactKey = (key: string, balanceVnd: Vnd): string => `${key}${balanceVnd}`;

function pushTo(lists: Map<string, number[]>, key: string, slot: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [slot]);
  else list.push(slot);
}
