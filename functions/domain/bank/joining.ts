import type { AccountFile } from './account-file.ts';
import { oldestFirst } from './line-order.ts';
import { type Slot, Slotting } from './line-slots.ts';
import { DayOrders } from './shared-days.ts';
import { type SlottedFile, Walk, type Walked } from './walk.ts';

/** Files of one account, put together. */
export interface Joined {
  readonly files: readonly SlottedFile[];
  readonly slots: readonly Slot[];
  readonly walked: Walked;
}

/**
 * Puts files of one account together, in their order. A further file behind those that it has costs no more than its own
 * lines, as long as they need not change for it.
 */
export class Joining {
  /** As they were given. */
  readonly #printed: AccountFile[];
  readonly #orders = new DayOrders();
  readonly #slotting = new Slotting();
  readonly #walk = new Walk((slot) => this.#slotting.isShared(slot));
  readonly #slotted: SlottedFile[] = [];

  constructor(printed: readonly AccountFile[]) {
    this.#printed = [...printed];
    for (const file of this.#orders.addAll(printed.map(oldestFirst))) this.#join(file);
  }

  /** Adds those of the files that it does not have. False where it has others, or where these are to change. */
  addUpTo(printed: readonly AccountFile[]): boolean {
    if (this.#printed.length > printed.length) return false;
    if (!this.#printed.every((file, i) => file === printed[i])) return false;
    for (const file of printed.slice(this.#printed.length)) {
      const ordered = this.#orders.add(oldestFirst(file));
      if (ordered === undefined) return false;
      this.#printed.push(file);
      this.#join(ordered);
    }
    return true;
  }

  #join(file: AccountFile): void {
    const slotted = { file, slots: this.#slotting.add(file.lines) };
    this.#slotted.push(slotted);
    this.#walk.add(slotted);
  }

  joined(): Joined {
    const walked = this.#walk.walked();
    if (walked === undefined) throw new Error('an account without files');
    return { files: [...this.#slotted], slots: this.#slotting.slots, walked };
  }
}
