import type { IsoDate } from '../date.ts';
import type { Vnd } from '../money.ts';
import { fold } from '../text.ts';
import type { BankLine } from './account-file.ts';

/** One movement of the account, in however many files it stands. */
export interface Slot {
  /** Of the first file that has it. */
  readonly file: number;
  readonly line: BankLine;
}

/** Slots of one day that are alike, or of which the balance is alike too, in order. */
interface Alike {
  readonly slots: number[];
  /** The last file that looked for slots here, and how far it has come: with any slot, with those without a balance. */
  file: number;
  any: number;
  blank: number;
}

/** The slots of one day. Of a day of which a single file has lines none is compared, so they bear no keys. */
interface DaySlots {
  readonly file: number;
  unkeyed: number[] | undefined;
  readonly alike: Map<string, Alike>;
  readonly exact: Map<string, Alike>;
}

/**
 * Sets lines of the same day, reference, text, amounts and balance side by side, the balance where both print one.
 * A line that stands n times in a file is n movements: each is counted as often as in the file that has it most
 * often. Near-linear in lines, however many look alike. Files come one by one, and none changes the slots of those
 * before it.
 */
export class Slotting {
  readonly slots: Slot[] = [];
  /** By slot: the balance that some file prints, the last file that used it, and whether several did. */
  readonly #balances: (Vnd | undefined)[] = [];
  readonly #usedBy: number[] = [];
  readonly #shared: boolean[] = [];
  readonly #days = new Map<IsoDate, DaySlots>();
  readonly #folded = new Map<string, string>();
  #files = 0;

  /** The slot of each of a file's lines, every one once. Equal balances go first: what remains may be any of those alike. */
  add(lines: readonly BankLine[]): number[] {
    const file = this.#files;
    this.#files += 1;
    const days = lines.map(({ date }) => this.#dayOf(date, file));
    const keys = lines.map((line, i) => (days[i] === undefined ? '' : this.#keyOf(line)));
    const found = lines.map((line, i) => {
      const [day, key = ''] = [days[i], keys[i]];
      if (day === undefined) return undefined;
      return line.balanceVnd === undefined
        ? this.#takeBlank(file, day.alike.get(key))
        : this.#take(file, day.exact.get(exactKey(key, line.balanceVnd)));
    });
    for (const [i, line] of lines.entries()) {
      const [day, key = ''] = [days[i], keys[i]];
      if (day === undefined || found[i] !== undefined) continue;
      const { balanceVnd } = line;
      const alike = day.alike.get(key);
      const slot = balanceVnd === undefined ? this.#take(file, alike) : this.#takeBlank(file, alike);
      found[i] = slot;
      if (slot === undefined || balanceVnd === undefined) continue;
      this.#balances[slot] = balanceVnd;
      pushTo(day.exact, exactKey(key, balanceVnd), slot);
    }
    return lines.map((line, i) => found[i] ?? this.#open(file, line, days[i], keys[i] ?? ''));
  }

  /** Whether several of the files have that movement. */
  isShared(slot: number): boolean {
    return this.#shared[slot] === true;
  }

  /** The slots of a day that another file has lines of too; undefined while this one alone has. */
  #dayOf(date: IsoDate, file: number): DaySlots | undefined {
    const day = this.#days.get(date);
    if (day === undefined) {
      this.#days.set(date, { file, unkeyed: [], alike: new Map(), exact: new Map() });
      return undefined;
    }
    if (day.unkeyed === undefined) return day;
    if (day.file === file) return undefined;
    for (const slot of day.unkeyed) this.#setOut(day, slot);
    day.unkeyed = undefined;
    return day;
  }

  #setOut(day: DaySlots, slot: number): void {
    const line = this.slots[slot]?.line;
    if (line === undefined) throw new Error('a slot without its line');
    const key = this.#keyOf(line);
    pushTo(day.alike, key, slot);
    if (line.balanceVnd !== undefined) pushTo(day.exact, exactKey(key, line.balanceVnd), slot);
  }

  #take(file: number, alike: Alike | undefined): number | undefined {
    if (alike === undefined) return undefined;
    begin(file, alike);
    while (alike.any < alike.slots.length) {
      const slot = alike.slots[alike.any] ?? -1;
      alike.any += 1;
      if (this.#use(file, slot)) return slot;
    }
    return undefined;
  }

  /** As `#take`, of slots of which no file prints a balance. */
  #takeBlank(file: number, alike: Alike | undefined): number | undefined {
    if (alike === undefined) return undefined;
    begin(file, alike);
    while (alike.blank < alike.slots.length) {
      const slot = alike.slots[alike.blank] ?? -1;
      alike.blank += 1;
      if (this.#balances[slot] === undefined && this.#use(file, slot)) return slot;
    }
    return undefined;
  }

  #use(file: number, slot: number): boolean {
    if (this.#usedBy[slot] === file) return false;
    this.#usedBy[slot] = file;
    this.#shared[slot] = true;
    return true;
  }

  #open(file: number, line: BankLine, day: DaySlots | undefined, key: string): number {
    const slot = this.slots.push({ file, line }) - 1;
    this.#balances.push(line.balanceVnd);
    this.#usedBy.push(file);
    this.#shared.push(false);
    if (day === undefined) this.#days.get(line.date)?.unkeyed?.push(slot);
    else {
      pushTo(day.alike, key, slot);
      if (line.balanceVnd !== undefined) pushTo(day.exact, exactKey(key, line.balanceVnd), slot);
    }
    return slot;
  }

  /** As `lineKey`; texts mostly stand in many files. */
  #keyOf(line: BankLine): string {
    const { text = '' } = line;
    const folded = this.#folded.get(text) ?? fold(text);
    this.#folded.set(text, folded);
    return keyWith(line, folded);
  }
}

/** A file looks at each list from its beginning. What it passed over once is not looked at again. */
function begin(file: number, alike: Alike): void {
  if (alike.file === file) return;
  alike.file = file;
  alike.any = 0;
  alike.blank = 0;
}

/** What a line says of itself, its day and its balance apart. */
export const lineKey = (line: BankLine): string => keyWith(line, fold(line.text ?? ''));

/** Amounts and the length of the reference come first, so no two lines that differ have one key. */
const keyWith = ({ reference = '', creditVnd, debitVnd }: BankLine, folded: string): string =>
  `${creditVnd} ${debitVnd} ${reference.length} ${reference}${folded}`;

const exactKey = (key: string, balanceVnd: Vnd): string => `${balanceVnd} ${key}`;

function pushTo(lists: Map<string, Alike>, key: string, slot: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, { slots: [slot], file: -1, any: 0, blank: 0 });
  else list.slots.push(slot);
}
